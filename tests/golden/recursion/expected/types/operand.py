"""The type Operand."""

from typing_extensions import TypeAliasType

__all__ = ["Operand"]

Operand = TypeAliasType("Operand", "str | types.Check")


from .. import types
