"""The type TestParam of what a caller gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias
from typing_extensions import TypeAliasType

__all__ = ["TestParam"]

# Type checkers do not follow a circle of aliases that are made by calls.
if TYPE_CHECKING:
    TestParam: TypeAlias = "bool | types.BothParam | types.NegatedParam"
    """A test, or what it is combined of."""
else:
    TestParam = TypeAliasType(
        "TestParam", "bool | types.BothParam | types.NegatedParam"
    )


from .. import types
