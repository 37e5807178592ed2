"""Objects: their properties gathered through ``allOf``, and the order in which they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..ir import Field, TypeId, TypeRef
from ..openapi import Cursor
from .order import surface_key
from .statements import bounds_of, example_of


@dataclass(slots=True)
class Shape:
    """What a schema says of an object: properties with their schemas, which of them are
    required, the model that it extends, and the schemas that were merged."""

    properties: dict[str, Cursor] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    base: TypeId | None = None
    parts: list[Cursor] = field(default_factory=list)


def shape_of(schema: Cursor, models: Mapping[str, TypeId]) -> Shape:
    """The shape of a schema with everything that its ``allOf`` adds.

    The first member that is a model becomes the base; others are merged, a later property of the
    same name winning.
    """
    shape = Shape()
    _gather(schema, models, shape, set())
    return shape


def _gather(
    schema: Cursor, models: Mapping[str, TypeId], shape: Shape, seen: set[str]
) -> None:
    if schema.id in seen or not isinstance(schema.value, dict):
        return
    seen.add(schema.id)
    members = schema.at("allOf")
    listed = list(members.items()) if members else []
    for member in listed:
        target = member.resolve()
        extends = target.id in models and shape.base is None and len(listed) > 1
        if extends and _has_properties(target, {schema.id}):
            shape.base = models[target.id]
        else:
            shape.parts.append(member)
            _gather(target, models, shape, seen)
    properties = schema.at("properties")
    for name, found in properties.entries() if properties else ():
        if not _skipped(found):
            shape.properties[name] = found
    if isinstance(
        schema.value.get("required"), list
    ):  # a boolean is draft 3, and reported
        shape.required |= set(schema.strings("required"))


def _has_properties(schema: Cursor, seen: set[str]) -> bool:
    """Whether a model is a class that another one can extend, not a union or a list."""
    if schema.id in seen or not isinstance(schema.value, dict):
        return False
    seen.add(schema.id)
    if schema.has("properties"):
        return True
    members = schema.at("allOf")
    listed = members.items() if members else ()
    return any(_has_properties(m.resolve(), seen) for m in listed)


def _skipped(schema: Cursor) -> bool:
    skip = (
        schema.value.get("x-stainless-skip") if isinstance(schema.value, dict) else None
    )
    return skip is True or (isinstance(skip, list) and "python" in skip)


def field_of(name: str, found: Cursor, ref: TypeRef, *, required: bool) -> Field:
    """The field for a property; what stands beside a ``$ref`` goes before what is behind it."""
    target = found.resolve()
    here = found if isinstance(found.value, dict) else target
    return Field(
        wire_name=name,
        type=ref,
        required=required,
        description=_either(here, target, "description"),
        write_only=_said(here, target, "writeOnly"),
        deprecated=_said(here, target, "deprecated"),
        bounds=bounds_of(found),
        example=_example(here) or _example(target),
        place=found.place,
    )


def _example(target: Cursor) -> object:
    return example_of(target) if isinstance(target.value, dict) else None


def _either(here: Cursor, target: Cursor, key: str) -> str | None:
    return here.text(key) or (
        target.text(key) if isinstance(target.value, dict) else None
    )


def _said(here: Cursor, target: Cursor, key: str) -> bool:
    return here.flag(key) or (isinstance(target.value, dict) and target.flag(key))


def in_surface_order(fields: Iterable[Field], *, sort: bool) -> tuple[Field, ...]:
    """Required fields first, and among equals by wire name with ``id`` first (unless unsorted)."""
    ordered = (
        sorted(fields, key=lambda f: surface_key(f.wire_name)) if sort else list(fields)
    )
    return tuple(sorted(ordered, key=lambda f: not f.required))
