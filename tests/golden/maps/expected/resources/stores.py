"""The resource stores."""

from __future__ import annotations

from .. import types
from .._core import Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._stores_async import AsyncStoresResource
    from ._stores_modes import (
        AsyncStoresResourceWithRawResponse,
        AsyncStoresResourceWithStreamingResponse,
        StoresResourceWithRawResponse,
        StoresResourceWithStreamingResponse,
    )

__all__ = [
    "StoresResource",
    "AsyncStoresResource",
    "StoresResourceWithRawResponse",
    "AsyncStoresResourceWithRawResponse",
    "StoresResourceWithStreamingResponse",
    "AsyncStoresResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncStoresResource": ".._stores_async",
            "StoresResourceWithRawResponse": ".._stores_modes",
            "AsyncStoresResourceWithRawResponse": ".._stores_modes",
            "StoresResourceWithStreamingResponse": ".._stores_modes",
            "AsyncStoresResourceWithStreamingResponse": ".._stores_modes",
        },
    )

_ANY: Endpoint[types.StoreAnyResponse] = Endpoint(
    "GET",
    "/stores",
    returns=lambda: types.StoreAnyResponse,
)

_PRICES: Endpoint[types.StorePricesResponse] = Endpoint(
    "GET",
    "/prices",
    returns=lambda: types.StorePricesResponse,
)


class StoresResource(SyncResource):
    """Calls under stores."""

    @cached_property
    def with_raw_response(self) -> StoresResourceWithRawResponse:
        """View of ``stores`` whose methods return the raw ``APIResponse``."""
        from ._stores_modes import StoresResourceWithRawResponse

        return StoresResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> StoresResourceWithStreamingResponse:
        """View of ``stores`` whose methods return before the body is read."""
        from ._stores_modes import StoresResourceWithStreamingResponse

        return StoresResourceWithStreamingResponse(self)

    def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.StoreAnyResponse:
        """GET /stores

        Raises:
            MapsError: the call failed; its subclasses say how.
        """
        return self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def prices(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.StorePricesResponse:
        """GET /prices

        Raises:
            MapsError: the call failed; its subclasses say how.
        """
        return self._request(
            _PRICES,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
