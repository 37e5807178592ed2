"""The resource me."""

from __future__ import annotations

from .. import types
from .._core import Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._me_async import AsyncMeResource
    from ._me_modes import (
        AsyncMeResourceWithRawResponse,
        AsyncMeResourceWithStreamingResponse,
        MeResourceWithRawResponse,
        MeResourceWithStreamingResponse,
    )

__all__ = [
    "MeResource",
    "AsyncMeResource",
    "MeResourceWithRawResponse",
    "AsyncMeResourceWithRawResponse",
    "MeResourceWithStreamingResponse",
    "AsyncMeResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncMeResource": ".._me_async",
            "MeResourceWithRawResponse": ".._me_modes",
            "AsyncMeResourceWithRawResponse": ".._me_modes",
            "MeResourceWithStreamingResponse": ".._me_modes",
            "AsyncMeResourceWithStreamingResponse": ".._me_modes",
        },
    )

_RETRIEVE: Endpoint[types.MeRetrieveResponse] = Endpoint(
    "GET",
    "/me",
    returns=lambda: types.MeRetrieveResponse,
)


class MeResource(SyncResource):
    """Calls under me."""

    @cached_property
    def with_raw_response(self) -> MeResourceWithRawResponse:
        """View of ``me`` whose methods return the raw ``APIResponse``."""
        from ._me_modes import MeResourceWithRawResponse

        return MeResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> MeResourceWithStreamingResponse:
        """View of ``me`` whose methods return before the body is read."""
        from ._me_modes import MeResourceWithStreamingResponse

        return MeResourceWithStreamingResponse(self)

    def retrieve(
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
        return self._request(
            _RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
