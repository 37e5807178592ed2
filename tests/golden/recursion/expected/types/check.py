"""The type Check."""

from typing_extensions import TypeAliasType

__all__ = ["Check"]

Check = TypeAliasType("Check", "bool | types.Both | types.Negated")
"""A check, or what it is combined of."""


from .. import types
