"""The type PriceChange."""

from datetime import datetime

from ..._core import BaseModel

__all__ = ["PriceChange"]


class PriceChange(BaseModel):
    """A price that has changed."""

    at: datetime | None = None
    price: float | None = None
