"""Models of the configuration in the form that callers give.

Part of lowering. Such a type has an id of its own, unless it is the same both ways.
"""

from __future__ import annotations

from typing import assert_never

from ..ir import (
    Alias,
    ListOf,
    Literals,
    MapOf,
    ModelEntry,
    Nullable,
    PageItem,
    Ref,
    ResourcePath,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
    encoding_of,
)

SHARED: ResourcePath = ("$shared",)

_PLAIN = frozenset(
    (
        *(ScalarKind.STRING, ScalarKind.INTEGER, ScalarKind.NUMBER),
        *(ScalarKind.BOOLEAN, ScalarKind.NULL),
    )
)


def sent_id(model: TypeId) -> TypeId:
    """The id of what callers give where the server returns a model."""
    return TypeId(f"sent:{model}")


def is_same_both_ways(alias: Alias) -> bool:
    """Whether a model is the same for callers as for responses; what is shared has a module of its
    own for callers, as in published packages."""
    is_shared = isinstance(alias.origin, ModelEntry) and alias.origin.resource == SHARED
    return _is_plain(alias.type) and not is_shared


def _is_plain(ref: TypeRef) -> bool:
    """Whether a type is the same for callers as for responses."""
    match ref:
        case Literals():
            return True
        case Scalar(kind=kind, format=format_):
            return kind in _PLAIN and encoding_of(format_) is None
        case Nullable(inner):
            return _is_plain(inner)
        case UnionOf(members):
            return all(map(_is_plain, members))
        case ListOf() | TupleOf() | MapOf() | Ref() | Unknown() | PageItem():
            return False
    assert_never(ref)
