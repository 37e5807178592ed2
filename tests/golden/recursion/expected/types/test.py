"""The type Test."""

from typing_extensions import TypeAliasType

__all__ = ["Test"]

Test = TypeAliasType("Test", "bool | types.Both | types.Negated")
"""A test, or what it is combined of."""


from .. import types
