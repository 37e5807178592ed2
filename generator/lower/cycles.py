"""Types that contain themselves without end: cut where they would close the cycle.

Part of lowering. A description can say that a schema is one of, or all of, itself; the finding is
reported when references are checked, and here the type takes any value at that place.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from msgspec.structs import replace

from ..ir import (
    Definition,
    ListOf,
    Literals,
    MapOf,
    Nullable,
    Object,
    PageItem,
    Ref,
    Scalar,
    TupleOf,
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
)


def without_endless_types(
    types: Mapping[TypeId, Definition],
) -> dict[TypeId, Definition]:
    """The definitions with every alias of itself and every class that extends itself cut."""
    cut = dict(types)
    finished: set[TypeId] = set()
    for start in types:
        _cut_from(start, cut, finished)
    return cut


def _cut_from(
    start: TypeId, types: dict[TypeId, Definition], finished: set[TypeId]
) -> None:
    path = [start]
    while path:
        here = path[-1]
        following = next(
            (t for t in _consists_of(types[here]) if t not in finished), None
        )
        if following is None:
            finished.add(path.pop())
        elif following in path:
            types[here] = _without(types[here], following)
        else:
            path.append(following)


def _consists_of(definition: Definition) -> list[TypeId]:
    """The types that a value of a type has to be itself, not what it holds."""
    if isinstance(definition, Object):
        return [definition.base] if definition.base is not None else []
    return _targets(definition.type)


def _targets(ref: TypeRef) -> list[TypeId]:
    match ref:
        case Ref(target):
            return [target]
        case Nullable(inner):
            return _targets(inner)
        case UnionOf(members):
            return [target for member in members for target in _targets(member)]
        case (
            Scalar()
            | Literals()
            | ListOf()
            | TupleOf()
            | MapOf()
            | Unknown()
            | PageItem()
        ):
            return []
    assert_never(ref)


def _without(definition: Definition, target: TypeId) -> Definition:
    if isinstance(definition, Object):
        return replace(definition, base=None)
    return replace(definition, type=_any_value(definition.type, target))


def _any_value(ref: TypeRef, target: TypeId) -> TypeRef:
    match ref:
        case Ref(found) if found == target:
            return Unknown()
        case Nullable(inner):
            return Nullable(_any_value(inner, target))
        case UnionOf(members):
            cut = tuple(_any_value(member, target) for member in members)
            return ref if cut == members else UnionOf(cut)
        case (
            Scalar()
            | Literals()
            | ListOf()
            | TupleOf()
            | MapOf()
            | Ref()
            | Unknown()
            | PageItem()
        ):
            return ref
    assert_never(ref)
