"""The type ShapeDrawResponse."""

from typing import Annotated, Literal, TypeAlias

from .._core import BaseModel, PropertyInfo
from .circle import Circle

__all__ = ["ShapeDrawResponse", "ShapeSquare", "Shape"]


class ShapeSquare(BaseModel):
    kind: Literal["square"]
    side: float | None = None


Shape: TypeAlias = Annotated[Circle | ShapeSquare, PropertyInfo(discriminator="kind")]


class ShapeDrawResponse(BaseModel):
    label: str | int | None = None
    only: Circle | None = None
    shape: Shape | None = None
