"""The type Node."""

from .._core import BaseModel

__all__ = ["Node", "Twin"]


class Twin(BaseModel):
    of: "Node | None" = None


class Node(BaseModel):
    parent: "Node | None" = None
    twin: Twin | None = None
