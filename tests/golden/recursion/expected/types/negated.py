"""The type Negated."""

from .._core import BaseModel

__all__ = ["Negated"]


class Negated(BaseModel):
    child: "types.Operand"


from .. import types
