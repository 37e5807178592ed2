"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .order_create_params import OrderCreateParams as OrderCreateParams
    from .parcel import Parcel as Parcel
    from .shared.price_change import PriceChange as PriceChange
    from . import shared as shared
    from .shared.shipped_payload import ShippedPayload as ShippedPayload
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "OrderCreateParams": ".order_create_params",
            "Parcel": ".parcel",
            "PriceChange": ".shared.price_change",
            "shared": ".shared:",
            "ShippedPayload": ".shared.shipped_payload",
        },
    )

__all__ = [
    "OrderCreateParams",
    "Parcel",
    "PriceChange",
    "shared",
    "ShippedPayload",
]
