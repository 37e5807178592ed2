"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .address import Address as Address
    from .order_latest_response import OrderLatestResponse as OrderLatestResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Address": ".address",
            "OrderLatestResponse": ".order_latest_response",
        },
    )

__all__ = [
    "Address",
    "OrderLatestResponse",
]
