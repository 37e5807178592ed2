"""The type Circle."""

from typing import Literal

from .._core import BaseModel

__all__ = ["Circle"]


class Circle(BaseModel):
    kind: Literal["circle"]
    r: float | None = None
