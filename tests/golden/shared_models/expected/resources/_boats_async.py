"""The resource boats, asynchronous."""

from __future__ import annotations

from .. import types
from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .boats import _ANY

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._boats_modes import (
        AsyncBoatsResourceWithRawResponse,
        AsyncBoatsResourceWithStreamingResponse,
    )

__all__ = ["AsyncBoatsResource"]


class AsyncBoatsResource(AsyncResource):
    """Calls under boats."""

    @cached_property
    def with_raw_response(self) -> AsyncBoatsResourceWithRawResponse:
        """View of ``boats`` whose methods return the raw ``APIResponse``."""
        from ._boats_modes import AsyncBoatsResourceWithRawResponse

        return AsyncBoatsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncBoatsResourceWithStreamingResponse:
        """View of ``boats`` whose methods return before the body is read."""
        from ._boats_modes import AsyncBoatsResourceWithStreamingResponse

        return AsyncBoatsResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.BoatAnyResponse:
        """GET /boats

        Raises:
            SharedModelsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
