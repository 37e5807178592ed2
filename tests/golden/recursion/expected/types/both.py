"""The type Both."""

from .._core import BaseModel

__all__ = ["Both"]


class Both(BaseModel):
    left: "types.Check"
    """A check, or what it is combined of."""

    right: "types.Check"
    """A check, or what it is combined of."""


from .. import types
