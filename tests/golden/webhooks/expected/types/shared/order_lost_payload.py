"""The type OrderLostPayload."""

from typing import Literal

from ..._core import BaseModel

__all__ = ["OrderLostPayload"]


class OrderLostPayload(BaseModel):
    type: Literal["order.lost"]
    reason: str | None = None
