"""Unions: their variants' names, and the one type that they make."""

from __future__ import annotations

from ..ir import Nullable, Scalar, ScalarKind, TypeRef, UnionOf
from ..openapi import Cursor


def joined(members: list[TypeRef]) -> TypeRef:
    """One type for the variants: nested unions are flattened, null is taken out."""
    flat: list[TypeRef] = []
    null = False
    for member in members:
        if isinstance(member, Nullable):
            null, member = True, member.inner
        flat += member.members if isinstance(member, UnionOf) else (member,)
    null |= Scalar(ScalarKind.NULL) in flat
    rest = tuple(m for m in dict.fromkeys(flat) if m != Scalar(ScalarKind.NULL))
    if not rest:
        return Scalar(ScalarKind.NULL)
    ref = rest[0] if len(rest) == 1 else UnionOf(rest)
    return Nullable(ref) if null else ref


def is_null(cursor: Cursor) -> bool:
    """Whether a schema allows null and nothing else."""
    value = cursor.resolve().value
    return isinstance(value, dict) and value.get("type") == "null"


def variant_name(variant: Cursor, index: int) -> str:
    """What a variant is called: as stated, by its component or title, else by its position."""
    resolved = variant.resolve()
    stated = (
        resolved.text("x-stainless-variantName")
        if isinstance(resolved.value, dict)
        else None
    )
    if stated:
        return stated
    if variant.has("$ref"):
        return resolved.name
    return (resolved.text("title") or "") or f"UnionMember{index}"
