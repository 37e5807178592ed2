"""The type OrderCreated."""

from typing import Literal

from .._core import BaseModel

__all__ = ["OrderCreated"]


class OrderCreated(BaseModel):
    """An order that was made."""

    order: str
    type: Literal["order.created"]
