"""The type LampFindResponse."""

from typing import Literal

from .._core import BaseModel
from .mood import Mood

__all__ = ["LampFindResponse"]


class LampFindResponse(BaseModel):
    colour: Literal["red", "green"] | None = None
    kind: Literal["lamp"] | None = None
    level: Literal[1, 2, 3] | None = None
    mood: Mood | None = None
    """How a lamp feels."""
