"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .order_created import OrderCreated as OrderCreated
    from .shared.order_lost_payload import OrderLostPayload as OrderLostPayload
    from . import shared as shared
    from .unsafe_unwrap_webhook_event import (
        UnsafeUnwrapWebhookEvent as UnsafeUnwrapWebhookEvent,
    )
    from .unwrap_webhook_event import UnwrapWebhookEvent as UnwrapWebhookEvent
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "OrderCreated": ".order_created",
            "OrderLostPayload": ".shared.order_lost_payload",
            "shared": ".shared:",
            "UnsafeUnwrapWebhookEvent": ".unsafe_unwrap_webhook_event",
            "UnwrapWebhookEvent": ".unwrap_webhook_event",
        },
    )

__all__ = [
    "OrderCreated",
    "OrderLostPayload",
    "shared",
    "UnsafeUnwrapWebhookEvent",
    "UnwrapWebhookEvent",
]
