"""The type ShapeDrawResponse."""

from typing import Annotated, Literal

from .._core import BaseModel, PropertyInfo
from .circle import Circle

__all__ = ["ShapeDrawResponse", "ShapeSquare"]


class ShapeSquare(BaseModel):
    kind: Literal["square"]
    side: float | None = None


class ShapeDrawResponse(BaseModel):
    label: str | int | None = None
    only: Circle | None = None
    shape: (
        Annotated[Circle | ShapeSquare, PropertyInfo(discriminator="kind")] | None
    ) = None
