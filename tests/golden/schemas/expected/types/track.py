"""The type Track."""

from datetime import date
from typing import Literal

from .._core import BaseModel
from .vehicle import Vehicle

__all__ = ["Track"]


class Track(BaseModel):
    points: list[tuple[float, Vehicle]]
    key: str | None = None
    level: Literal["low", "high"] | None = None
    signed: date | None = None
