"""The type Position."""

from ..._core import BaseModel
from .unit import Unit

__all__ = ["Position"]


class Position(BaseModel):
    lat: float
    unit: Unit | None = None
