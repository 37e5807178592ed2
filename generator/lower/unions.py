"""Unions: their variants' names, what tells them apart, and the one type that they make."""

from __future__ import annotations

from collections.abc import Iterable

from ..ir import (
    Discriminator,
    Literals,
    Nullable,
    Scalar,
    ScalarKind,
    TypeRef,
    UnionOf,
    Unknown,
    without_null,
)
from ..openapi import Schema

Tag = str | int | float | bool


def joined(
    members: list[TypeRef], discriminator: Discriminator | None = None
) -> TypeRef:
    """One type for the variants: nested unions are flattened, null is taken out, and literals are
    listed together where the first of them are."""
    if len(members) == 1 and not isinstance(members[0], (Nullable, UnionOf, Literals)):
        return members[0]  # most are
    flat: list[TypeRef] = []
    null = False
    for member in members:
        if isinstance(member, Nullable):
            null, member = True, member.inner
        flat += member.members if isinstance(member, UnionOf) else (member,)
    null |= Scalar(ScalarKind.NULL) in flat
    rest = tuple(m for m in _merged(flat) if m != Scalar(ScalarKind.NULL))
    if not rest:
        return Scalar(ScalarKind.NULL)
    ref = rest[0] if len(rest) == 1 else UnionOf(rest, discriminator)
    return Nullable(ref) if null else ref


def _merged(members: Iterable[TypeRef]) -> Iterable[TypeRef]:
    """The members without duplicates, all literals in one, and whole numbers in any number."""
    distinct = _numbers_in_one(dict.fromkeys(members))
    values = {
        (type(value), value): value
        for member in distinct
        if isinstance(member, Literals)
        for value in member.values
    }
    every = Literals(tuple(values.values()))
    return dict.fromkeys(every if isinstance(m, Literals) else m for m in distinct)


def _numbers_in_one(members: Iterable[TypeRef]) -> list[TypeRef]:
    """The members, without the whole numbers where one of them is any number."""
    found = list(members)
    number = next((m for m in found if _is_scalar(m, ScalarKind.NUMBER)), None)
    if number is None:
        return found
    kinds = ScalarKind.INTEGER, ScalarKind.NUMBER
    return list(dict.fromkeys(number if _is_scalar(m, *kinds) else m for m in found))


def _is_scalar(member: TypeRef, *kinds: ScalarKind) -> bool:
    return isinstance(member, Scalar) and member.kind in kinds


def discriminator_of(
    property_: str,
    members: list[TypeRef],
    tags: list[tuple[Tag, ...]],
    default: int | None,
) -> Discriminator | None:
    """What tells members apart by the values that each has for a property.

    A member that is a union by itself adds what tells its own members apart. ``default`` is the
    index of the member for any other value.
    """
    found: dict[tuple[type, Tag], TypeRef] = {}
    for member, values in zip(members, tags, strict=True):
        inner = without_null(member)
        nested = inner.discriminator if isinstance(inner, UnionOf) else None
        if nested is not None and nested.property == property_:
            entries: Iterable[tuple[Tag, TypeRef]] = nested.tags
        elif isinstance(inner, UnionOf):
            entries = ()
        else:
            entries = ((value, inner) for value in values)
        for value, target in entries:
            found.setdefault((type(value), value), target)
    if len(set(found.values())) < 2:
        return None
    return Discriminator(
        property_,
        tuple((value, target) for (_, value), target in found.items()),
        without_null(members[default]) if default is not None else None,
    )


def variant_name(
    variant: Schema, target: Schema, position: str, value: str | None = None
) -> str:
    """The name of a variant: the configured one, the value that means it, its component or title, else
    its position."""
    stated = target.extensions.get("x-stainless-variantName")
    if isinstance(stated, str) and stated:
        return stated
    if value is not None:
        return value
    if variant.id != target.id:
        return target.name
    return target.title or position


def or_null(ref: TypeRef) -> TypeRef:
    """The type of a value that may also be null."""
    if isinstance(ref, (Nullable, Unknown)) or ref == Scalar(ScalarKind.NULL):
        return ref
    return Nullable(ref)
