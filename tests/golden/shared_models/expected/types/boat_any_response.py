"""The type BoatAnyResponse."""

from .._core import BaseModel
from .shared.position import Position
from .shared.unit import Unit

__all__ = ["BoatAnyResponse"]


class BoatAnyResponse(BaseModel):
    at: Position | None = None
    length_in: Unit | None = None
    track: list[Position] | None = None
