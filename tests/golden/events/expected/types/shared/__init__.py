"""Types of shared."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .price_change import PriceChange as PriceChange
    from .shipped_payload import ShippedPayload as ShippedPayload
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "PriceChange": ".price_change",
            "ShippedPayload": ".shipped_payload",
        },
    )

__all__ = [
    "PriceChange",
    "ShippedPayload",
]
