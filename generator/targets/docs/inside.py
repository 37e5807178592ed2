"""What is inside a type: the objects that its values hold, and which of them a page has room for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from ...surface import (
    Alias,
    Definition,
    Field,
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
from .weights import weight

_DEEPEST = 4

Tag = str | int | float | bool


class Variant(Struct, frozen=True):
    """An object that a value may be or hold, and the values that a property has only for it."""

    model: Model
    property: str = ""
    tags: tuple[Tag, ...] = ()


def variants(sdk: Sdk, ref: TypeExpression) -> tuple[Variant, ...]:
    """The objects in a type, also those in lists, maps and unions; each once."""
    found: dict[TypeName, Variant] = {}
    for variant in _variants(sdk, ref, frozenset()):
        found.setdefault(variant.model.name, variant)
    return tuple(found.values())


def _variants(
    sdk: Sdk, ref: TypeExpression, around: frozenset[TypeName]
) -> Iterator[Variant]:
    match ref:
        case Named(target):
            definition = sdk.definitions.get(target)
            if isinstance(definition, Model):
                yield Variant(definition)
            elif isinstance(definition, Alias) and target not in around:
                yield from _variants(sdk, definition.type, around | {target})
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            yield from _variants(sdk, inner, around)
        case TupleOf(items):
            for item in items:
                yield from _variants(sdk, item, around)
        case UnionOf(members, discriminator):
            tags: dict[TypeExpression, tuple[Tag, ...]] = {}
            for value, member in discriminator.tags if discriminator else ():
                tags[member] = (*tags.get(member, ()), value)
            for member in members:
                for variant in _variants(sdk, member, around):
                    if discriminator and not variant.tags and member in tags:
                        yield Variant(
                            variant.model, discriminator.property, tags[member]
                        )
                    else:
                        yield variant
        case Scalar() | Literals() | Unknown() | PageItem():
            return
        case _:
            assert_never(ref)


def all_fields(sdk: Sdk, model: Model) -> tuple[Field, ...]:
    """The fields of a model, inherited ones first; one that is declared again counts once."""
    base: Definition | None = sdk.definitions[model.base] if model.base else None
    inherited = all_fields(sdk, base) if isinstance(base, Model) else ()
    own = {field.name for field in model.fields}
    return (*(field for field in inherited if field.name not in own), *model.fields)


def anchored(anchor: str, among: tuple[Variant, ...]) -> Iterator[tuple[str, Variant]]:
    """The objects in a type that is shown at an anchor, each with its own, which is the same for the
    only one."""
    if len(among) == 1:
        yield anchor, among[0]
        return
    for number, variant in enumerate(among, start=1):
        yield f"{anchor}-{number}", variant


def open_places(
    sdk: Sdk, roots: Iterable[tuple[str, TypeExpression]], room: int
) -> frozenset[str]:
    """The anchors below which a page shows what is inside: the outer ones first, as long as there is
    room, never an object inside itself."""
    found: set[str] = set()
    waiting: deque[tuple[str, TypeExpression, frozenset[TypeName]]] = deque(
        (anchor, ref, frozenset()) for anchor, ref in roots
    )
    while waiting:
        anchor, ref, around = waiting.popleft()
        inside = variants(sdk, ref)
        model = inside[0].model if len(inside) == 1 else None
        size = weight(model) if model else len(inside)
        if not 0 < size <= room:
            continue
        below: Iterator[tuple[str, TypeExpression]]
        if model is None:
            parts = anchored(anchor, inside)
            below = ((place, Named(variant.model.name)) for place, variant in parts)
        elif model.name in around or len(around) >= _DEEPEST:
            continue
        else:
            around |= {model.name}
            fields = all_fields(sdk, model)
            below = ((f"{anchor}-{field.name}", field.type) for field in fields)
        room -= size
        found.add(anchor)
        waiting.extend((place, type_, around) for place, type_ in below)
    return frozenset(found)
