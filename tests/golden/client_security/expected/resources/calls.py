"""The resource calls."""

from __future__ import annotations

from .._core import Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._calls_async import AsyncCallsResource
    from ._calls_modes import (
        AsyncCallsResourceWithRawResponse,
        AsyncCallsResourceWithStreamingResponse,
        CallsResourceWithRawResponse,
        CallsResourceWithStreamingResponse,
    )

__all__ = [
    "CallsResource",
    "AsyncCallsResource",
    "CallsResourceWithRawResponse",
    "AsyncCallsResourceWithRawResponse",
    "CallsResourceWithStreamingResponse",
    "AsyncCallsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncCallsResource": ".._calls_async",
            "CallsResourceWithRawResponse": ".._calls_modes",
            "AsyncCallsResourceWithRawResponse": ".._calls_modes",
            "CallsResourceWithStreamingResponse": ".._calls_modes",
            "AsyncCallsResourceWithStreamingResponse": ".._calls_modes",
        },
    )

_ADMIN: Endpoint[None] = Endpoint(
    "GET",
    "/admin",
    security=(("admin",), ("site",)),
    accept="*/*",
    returns=lambda: None,
)

_HEALTH: Endpoint[None] = Endpoint(
    "GET",
    "/health",
    security=(),
    accept="*/*",
    returns=lambda: None,
)

_ME: Endpoint[None] = Endpoint(
    "GET",
    "/me",
    accept="*/*",
    returns=lambda: None,
)


class CallsResource(SyncResource):
    """Calls under calls."""

    @cached_property
    def with_raw_response(self) -> CallsResourceWithRawResponse:
        """View of ``calls`` whose methods return the raw ``APIResponse``."""
        from ._calls_modes import CallsResourceWithRawResponse

        return CallsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CallsResourceWithStreamingResponse:
        """View of ``calls`` whose methods return before the body is read."""
        from ._calls_modes import CallsResourceWithStreamingResponse

        return CallsResourceWithStreamingResponse(self)

    def admin(
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
        return self._request(
            _ADMIN,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def health(
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
        return self._request(
            _HEALTH,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def me(
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
        return self._request(
            _ME,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
