"""The type CheckParam of what a caller gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias
from typing_extensions import TypeAliasType

__all__ = ["CheckParam"]

# Type checkers do not follow a circle of aliases that are made by calls.
if TYPE_CHECKING:
    CheckParam: TypeAlias = "bool | types.BothParam | types.NegatedParam"
    """A check, or what it is combined of."""
else:
    CheckParam = TypeAliasType(
        "CheckParam", "bool | types.BothParam | types.NegatedParam"
    )


from .. import types
