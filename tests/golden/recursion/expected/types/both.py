"""The type Both."""

from .._core import BaseModel

__all__ = ["Both"]


class Both(BaseModel):
    left: "types.Test"
    """A test, or what it is combined of."""

    right: "types.Test"
    """A test, or what it is combined of."""


from .. import types
