"""The resource lamps, asynchronous."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .lamps import _FIND

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._lamps_modes import (
        AsyncLampsResourceWithRawResponse,
        AsyncLampsResourceWithStreamingResponse,
    )

__all__ = ["AsyncLampsResource"]


class AsyncLampsResource(AsyncResource):
    """Calls under lamps."""

    @cached_property
    def with_raw_response(self) -> AsyncLampsResourceWithRawResponse:
        """View of ``lamps`` whose methods return the raw ``APIResponse``."""
        from ._lamps_modes import AsyncLampsResourceWithRawResponse

        return AsyncLampsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncLampsResourceWithStreamingResponse:
        """View of ``lamps`` whose methods return before the body is read."""
        from ._lamps_modes import AsyncLampsResourceWithStreamingResponse

        return AsyncLampsResourceWithStreamingResponse(self)

    async def find(
        self,
        *,
        level: Literal[1, 2, 3],
        colour: Literal["red", "green"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.LampFindResponse:
        """GET /lamps

        Raises:
            EnumsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _FIND,
            level=level,
            colour=colour,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
