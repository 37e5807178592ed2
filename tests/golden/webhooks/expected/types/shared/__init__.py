"""Types of shared."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .order_lost_payload import OrderLostPayload as OrderLostPayload
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "OrderLostPayload": ".order_lost_payload",
        },
    )

__all__ = [
    "OrderLostPayload",
]
