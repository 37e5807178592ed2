"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._orders_async import AsyncOrdersResource as AsyncOrdersResource
    from ._orders_modes import (
        AsyncOrdersResourceWithRawResponse as AsyncOrdersResourceWithRawResponse,
    )
    from ._orders_modes import (
        AsyncOrdersResourceWithStreamingResponse as AsyncOrdersResourceWithStreamingResponse,
    )
    from .orders import OrdersResource as OrdersResource
    from ._orders_modes import (
        OrdersResourceWithRawResponse as OrdersResourceWithRawResponse,
    )
    from ._orders_modes import (
        OrdersResourceWithStreamingResponse as OrdersResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncOrdersResource": "._orders_async",
            "AsyncOrdersResourceWithRawResponse": "._orders_modes",
            "AsyncOrdersResourceWithStreamingResponse": "._orders_modes",
            "OrdersResource": ".orders",
            "OrdersResourceWithRawResponse": "._orders_modes",
            "OrdersResourceWithStreamingResponse": "._orders_modes",
        },
    )

__all__ = [
    "AsyncOrdersResource",
    "AsyncOrdersResourceWithRawResponse",
    "AsyncOrdersResourceWithStreamingResponse",
    "OrdersResource",
    "OrdersResourceWithRawResponse",
    "OrdersResourceWithStreamingResponse",
]
