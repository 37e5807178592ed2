"""The type OperandParam of what a caller gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias
from typing_extensions import TypeAliasType

__all__ = ["OperandParam"]

# Type checkers do not follow a circle of aliases that are made by calls.
if TYPE_CHECKING:
    OperandParam: TypeAlias = "str | types.CheckParam"
else:
    OperandParam = TypeAliasType("OperandParam", "str | types.CheckParam")


from .. import types
