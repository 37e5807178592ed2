"""Which types hold what differs on the wire: keys with other names, and bytes in base64url."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from typing import assert_never

from ...surface import (
    Definition,
    Direction,
    Encoding,
    ListOf,
    Literals,
    MapOf,
    Model,
    Named,
    Nullable,
    PageItem,
    Scalar,
    Sdk,
    TupleOf,
    TypeExpression,
    TypeName,
    UnionOf,
    Unknown,
    encoding_of,
    names_in,
)
from .definition_order import targets


def renamed_types(sdk: Sdk) -> frozenset[TypeName]:
    """The types of what callers give that hold, however deep, what differs on the wire."""
    users: Mapping[TypeName, list[TypeName]] = defaultdict(list)
    waiting: list[TypeName] = []
    for definition in sdk.types:
        if definition.direction is Direction.SENT:
            for target in targets(definition):
                users[target].append(definition.name)
            if _renames(definition):
                waiting.append(definition.name)
    found: set[TypeName] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += users[name]
    return frozenset(found)


def has_renamed(ref: TypeExpression, renamed: frozenset[TypeName]) -> bool:
    """Whether a type refers to one of those, or holds bytes itself."""
    return _holds_bytes(ref) or any(name in renamed for name in names_in(ref))


def _renames(definition: Definition) -> bool:
    if not isinstance(definition, Model):
        return _holds_bytes(definition.type)
    return any(
        field.name != field.wire_name or _holds_bytes(field.type)
        for field in definition.fields
    )


def _holds_bytes(ref: TypeExpression) -> bool:
    """Whether a value is, or holds, a text in base64url."""
    match ref:
        case Scalar(format=format_):
            return encoding_of(format_) is Encoding.BASE64URL
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return _holds_bytes(inner)
        case UnionOf(members) | TupleOf(members):
            return any(map(_holds_bytes, members))
        case Literals() | Named() | Unknown() | PageItem():
            return False
    assert_never(ref)
