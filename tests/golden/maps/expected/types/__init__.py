"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .store_any_response import StoreAnyResponse as StoreAnyResponse
    from .store_prices_response import StorePricesResponse as StorePricesResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "StoreAnyResponse": ".store_any_response",
            "StorePricesResponse": ".store_prices_response",
        },
    )

__all__ = [
    "StoreAnyResponse",
    "StorePricesResponse",
]
