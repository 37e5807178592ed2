"""Unions: their variants' names, and the one type that they make."""

from __future__ import annotations

from ..ir import Nullable, Scalar, ScalarKind, TypeRef, UnionOf
from ..openapi import Schema


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


def variant_name(variant: Schema, target: Schema, index: int) -> str:
    """The name of a variant: the configured one, its component or title, else its position."""
    stated = target.extensions.get("x-stainless-variantName")
    if isinstance(stated, str) and stated:
        return stated
    if variant.id != target.id:
        return target.name
    return target.title or f"UnionMember{index}"
