"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .orders import AsyncOrdersResource as AsyncOrdersResource
    from .orders import (
        AsyncOrdersResourceWithRawResponse as AsyncOrdersResourceWithRawResponse,
    )
    from .orders import (
        AsyncOrdersResourceWithStreamingResponse as AsyncOrdersResourceWithStreamingResponse,
    )
    from .orders import OrdersResource as OrdersResource
    from .orders import OrdersResourceWithRawResponse as OrdersResourceWithRawResponse
    from .orders import (
        OrdersResourceWithStreamingResponse as OrdersResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncOrdersResource": ".orders",
            "AsyncOrdersResourceWithRawResponse": ".orders",
            "AsyncOrdersResourceWithStreamingResponse": ".orders",
            "OrdersResource": ".orders",
            "OrdersResourceWithRawResponse": ".orders",
            "OrdersResourceWithStreamingResponse": ".orders",
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
