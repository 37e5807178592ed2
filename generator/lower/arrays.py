"""Arrays: lists of one type, and tuples whose elements have a type each.

Part of lowering.
"""

from __future__ import annotations

from collections.abc import Callable

from ..ir import ListOf, StepKind, TupleOf, TypeRef, Unknown
from ..openapi import Schema
from .bounds import limits_of
from .unions import joined, variant_name
from .use import Use

TypeOf = Callable[[Schema, Use], TypeRef]
Target = Callable[[Schema], Schema]


def array_of(schema: Schema, use: Use, type_of: TypeOf, target: Target) -> TypeRef:
    """The type of an array; ``target`` follows the references of a schema."""
    items, into = schema.items, use.into(StepKind.ITEM, "/items")
    if not schema.prefix_items:
        item = type_of(items, into) if items else Unknown()
        return ListOf(item, limits_of(schema))
    places: list[TypeRef] = []
    for index, stated in enumerate(schema.prefix_items):
        name = variant_name(stated, target(stated), f"Item{index}")
        step = use.into(StepKind.VARIANT, f"/prefixItems/{index}", name)
        places.append(type_of(stated, step))
    if _is_tuple(schema):
        return TupleOf(tuple(places))
    if items is not None and items.always is None:
        places.append(type_of(items, into))
    return ListOf(joined(places), limits_of(schema))


def _is_tuple(schema: Schema) -> bool:
    """Whether each element of an array has a type of its own, unless other lengths are stated."""
    length = len(schema.prefix_items)
    is_closed = schema.items is None or schema.items.always is False
    least, most = (schema.bounds.get(k, length) for k in ("minItems", "maxItems"))
    return length > 0 and is_closed and least == length == most
