"""The resource orders."""

from __future__ import annotations

from .._core import Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._orders_async import AsyncOrdersResource
    from ._orders_modes import (
        AsyncOrdersResourceWithRawResponse,
        AsyncOrdersResourceWithStreamingResponse,
        OrdersResourceWithRawResponse,
        OrdersResourceWithStreamingResponse,
    )

__all__ = [
    "OrdersResource",
    "AsyncOrdersResource",
    "OrdersResourceWithRawResponse",
    "AsyncOrdersResourceWithRawResponse",
    "OrdersResourceWithStreamingResponse",
    "AsyncOrdersResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncOrdersResource": ".._orders_async",
            "OrdersResourceWithRawResponse": ".._orders_modes",
            "AsyncOrdersResourceWithRawResponse": ".._orders_modes",
            "OrdersResourceWithStreamingResponse": ".._orders_modes",
            "AsyncOrdersResourceWithStreamingResponse": ".._orders_modes",
        },
    )

_CREATE: Endpoint[None] = Endpoint(
    "POST",
    "/orders",
    accept="*/*",
    returns=lambda: None,
)


class OrdersResource(SyncResource):
    """Calls under orders."""

    @cached_property
    def with_raw_response(self) -> OrdersResourceWithRawResponse:
        """View of ``orders`` whose methods return the raw ``APIResponse``."""
        from ._orders_modes import OrdersResourceWithRawResponse

        return OrdersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> OrdersResourceWithStreamingResponse:
        """View of ``orders`` whose methods return before the body is read."""
        from ._orders_modes import OrdersResourceWithStreamingResponse

        return OrdersResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """POST /orders

        Raises:
            ClientErrorsError: the call failed; its subclasses say how.
        """
        return self._request(
            _CREATE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
