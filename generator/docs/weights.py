"""How much room things take on a page, so that no page becomes large."""

from __future__ import annotations

from ..ir import (
    Definition,
    ListOf,
    Literals,
    MapOf,
    Nullable,
    Object,
    TypeRef,
    UnionOf,
)

_VALUES_AN_ENTRY = 5
"""So many values of an enumeration take the room of an entry."""


def weight(definition: Definition) -> int:
    """The room of a type, in entries."""
    if not isinstance(definition, Object):
        return _weight(definition.type)
    return sum(_weight(field.type) for field in definition.fields)


def _weight(ref: TypeRef) -> int:
    match ref:
        case Literals(values):
            return 1 + len(values) // _VALUES_AN_ENTRY
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return _weight(inner)
        case UnionOf(members):
            return sum(map(_weight, members))
        case _:
            return 1
