"""A resource with very many methods in parts, each of a size that people and type checkers can read.

A part is a resource whose methods the whole one inherits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from ...surface import (
    ListOf,
    Literals,
    MapOf,
    Method,
    Module,
    Named,
    Nullable,
    PageItem,
    Resource,
    Scalar,
    TupleOf,
    TypeExpression,
    UnionOf,
    Unknown,
)

_LARGEST_PART = 150_000
"""Characters of the methods in one module, about."""


class Share(Struct, frozen=True):
    """What one set of modules holds of a resource: all of it, or some of its methods.

    The classes of a whole resource inherit from those of its ``parts``.
    """

    resource: Resource
    parts: tuple[Resource, ...] = ()
    is_whole: bool = True


def shares(resource: Resource) -> tuple[Share, ...]:
    """The resource; with very many methods, these in parts that follow."""
    groups = list(_groups(resource.methods))
    if len(groups) < 2:
        return (Share(resource),)
    parts = tuple(
        replace(
            resource,
            sync_class=f"{resource.sync_class}Part{number}",
            async_class=f"{resource.async_class}Part{number}",
            module=(*parts_package(resource), f"part_{number}"),
            description=f"Part {number} of {len(groups)} of ``{resource.attribute}``.",
            methods=methods,
            children=(),
        )
        for number, methods in enumerate(groups, start=1)
    )
    rest = Share(replace(resource, methods=()), parts)
    return (rest, *(Share(part, is_whole=False) for part in parts))


def parts_package(resource: Resource) -> Module:
    """The private package of a resource's parts, next to its own module."""
    *package, name = resource.module
    return (*package, f"_{name}")


def _groups(methods: tuple[Method, ...]) -> Iterator[tuple[Method, ...]]:
    """The methods in their order, cut where a module would become too large."""
    group: list[Method] = []
    size = 0
    for method in methods:
        length = _length(method)
        if group and size + length > _LARGEST_PART:
            yield tuple(group)
            group, size = [], 0
        group.append(method)
        size += length
    yield tuple(group)


def _length(method: Method) -> int:
    """The characters of a method's code and of its endpoint, about."""
    text = len(method.description or method.summary or "")
    arguments = sum(
        4 * len(a.name) + 70 + len(a.description or "") + _type_length(a.type)
        for a in method.arguments
    )
    return 1_500 + text + arguments + 500 * len(method.choices)


def _type_length(ref: TypeExpression) -> int:
    """The characters of an annotation, about."""
    match ref:
        case Literals(values):
            return sum(len(str(value)) + 14 for value in values)
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            return 10 + _type_length(inner)
        case UnionOf(members) | TupleOf(members):
            return sum(_type_length(member) for member in members)
        case Scalar() | Named() | Unknown() | PageItem():
            return 30
    assert_never(ref)
