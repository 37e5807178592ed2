"""The resource harbours, asynchronous."""

from __future__ import annotations

from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from ..types import shared
from .harbours import _ANY

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._harbours_modes import (
        AsyncHarboursResourceWithRawResponse,
        AsyncHarboursResourceWithStreamingResponse,
    )

__all__ = ["AsyncHarboursResource"]


class AsyncHarboursResource(AsyncResource):
    """Calls under harbours."""

    @cached_property
    def with_raw_response(self) -> AsyncHarboursResourceWithRawResponse:
        """View of ``harbours`` whose methods return the raw ``APIResponse``."""
        from ._harbours_modes import AsyncHarboursResourceWithRawResponse

        return AsyncHarboursResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncHarboursResourceWithStreamingResponse:
        """View of ``harbours`` whose methods return before the body is read."""
        from ._harbours_modes import AsyncHarboursResourceWithStreamingResponse

        return AsyncHarboursResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> shared.Position:
        """GET /harbours

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
