"""The type ShapeDrawResponse."""

from typing import Literal

from .._core import BaseModel
from .circle import Circle

__all__ = ["ShapeDrawResponse", "ShapeSquare"]


class ShapeSquare(BaseModel):
    kind: Literal["square"]
    side: float | None = None


class ShapeDrawResponse(BaseModel):
    label: str | int | None = None
    only: Circle | None = None
    shape: Circle | ShapeSquare | None = None
