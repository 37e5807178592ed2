"""The resource calls, asynchronous."""

from __future__ import annotations

from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .calls import _ADMIN, _HEALTH, _ME

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._calls_modes import (
        AsyncCallsResourceWithRawResponse,
        AsyncCallsResourceWithStreamingResponse,
    )

__all__ = ["AsyncCallsResource"]


class AsyncCallsResource(AsyncResource):
    """Calls under calls."""

    @cached_property
    def with_raw_response(self) -> AsyncCallsResourceWithRawResponse:
        """View of ``calls`` whose methods return the raw ``APIResponse``."""
        from ._calls_modes import AsyncCallsResourceWithRawResponse

        return AsyncCallsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCallsResourceWithStreamingResponse:
        """View of ``calls`` whose methods return before the body is read."""
        from ._calls_modes import AsyncCallsResourceWithStreamingResponse

        return AsyncCallsResourceWithStreamingResponse(self)

    async def admin(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """GET /admin

        Raises:
            ClientSecurityError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ADMIN,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def health(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """GET /health

        Raises:
            ClientSecurityError: the call failed; its subclasses say how.
        """
        return await self._request(
            _HEALTH,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def me(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """GET /me

        Raises:
            ClientSecurityError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ME,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
