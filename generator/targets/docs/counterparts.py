"""Types that callers give and that have the same fields as one that is returned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import assert_never

from ...surface import (
    Direction,
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
)
from .inside import all_fields

Counterparts = Mapping[TypeName, Model]
_SENT = "Param"
"""What the name of a type ends in if it is given in place of a returned one."""


def counterparts(sdk: Sdk) -> Counterparts:
    """The returned type for each type that is given and differs in nothing but what is required."""
    returned: dict[str, list[Model]] = defaultdict(list)
    models = [found for found in sdk.types if isinstance(found, Model)]
    for model in models:
        if model.direction is not Direction.SENT:
            returned[model.name.name].append(model)
    found: dict[TypeName, Model] = {}
    for model in models:
        if model.direction is Direction.SENT:
            among = returned[model.name.name.removesuffix(_SENT)]
            alike = (m for m in among if _fields(sdk, m) == _fields(sdk, model))
            same = next(alike, None)
            if same is not None:
                found[model.name] = same
    return found


def _fields(sdk: Sdk, model: Model) -> list[object]:
    return [
        (f.name, f.description, f.deprecated, f.bounds, _shape(f.type))
        for f in all_fields(sdk, model)
    ]


def _shape(ref: TypeExpression) -> object:
    """A type in which that of a returned value stands for both."""
    match ref:
        case Named(target):
            return target.name.removesuffix(_SENT)
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return type(ref), _shape(inner)
        case UnionOf(members) | TupleOf(members):
            return type(ref), tuple(map(_shape, members))
        case Scalar() | Literals() | Unknown() | PageItem():
            return ref
    assert_never(ref)
