"""The resource me, asynchronous."""

from __future__ import annotations

from .. import types
from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .me import _RETRIEVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._me_modes import (
        AsyncMeResourceWithRawResponse,
        AsyncMeResourceWithStreamingResponse,
    )

__all__ = ["AsyncMeResource"]


class AsyncMeResource(AsyncResource):
    """Calls under me."""

    @cached_property
    def with_raw_response(self) -> AsyncMeResourceWithRawResponse:
        """View of ``me`` whose methods return the raw ``APIResponse``."""
        from ._me_modes import AsyncMeResourceWithRawResponse

        return AsyncMeResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMeResourceWithStreamingResponse:
        """View of ``me`` whose methods return before the body is read."""
        from ._me_modes import AsyncMeResourceWithStreamingResponse

        return AsyncMeResourceWithStreamingResponse(self)

    async def retrieve(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.MeRetrieveResponse:
        """GET /me

        Raises:
            ClientAuthError: the call failed; its subclasses say how.
        """
        return await self._request(
            _RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
