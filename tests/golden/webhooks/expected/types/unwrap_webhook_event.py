"""The type UnwrapWebhookEvent."""

from typing import Annotated, TypeAlias

from .._core import PropertyInfo
from .order_created import OrderCreated
from .shared.order_lost_payload import OrderLostPayload

__all__ = ["UnwrapWebhookEvent"]

UnwrapWebhookEvent: TypeAlias = Annotated[
    OrderCreated | OrderLostPayload, PropertyInfo(discriminator="type")
]
"""What a webhook of the API holds."""
