"""How much room things take on a page, so that no page becomes large."""

from __future__ import annotations

from typing import assert_never

from ...surface import (
    Alias,
    Definition,
    ListOf,
    Literals,
    MapOf,
    Named,
    Nullable,
    PageItem,
    Scalar,
    TupleOf,
    TypeExpression,
    UnionOf,
    Unknown,
)

_VALUES_AN_ENTRY = 5
"""So many values of an enumeration take the room of an entry."""
_LETTERS_AN_ENTRY = 400
"""As does so much text."""


def weight(definition: Definition) -> int:
    """The room of a type, in entries."""
    if isinstance(definition, Alias):
        return _weight(definition.type)
    return sum(
        _weight(field.type) + len(field.description or "") // _LETTERS_AN_ENTRY
        for field in definition.fields
    )


def _weight(ref: TypeExpression) -> int:
    match ref:
        case Literals(values):
            return 1 + len(values) // _VALUES_AN_ENTRY
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return _weight(inner)
        case UnionOf(members) | TupleOf(members):
            return sum(map(_weight, members))
        case Scalar() | Named() | Unknown() | PageItem():
            return 1
    assert_never(ref)
