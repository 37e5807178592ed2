"""Schemas become types.

A component that the configuration names as a model is defined once. Any other component is
expanded wherever it is used, and named after the place of use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..ir import (
    Alias,
    Definition,
    ListOf,
    Literals,
    MapOf,
    ModelEntry,
    Nullable,
    Object,
    Origin,
    Ref,
    Scalar,
    ScalarKind,
    Step,
    StepKind,
    TypeId,
    TypeRef,
    UnionOf,
    Unknown,
    Within,
    kind_of,
)
from ..openapi import Cursor
from .objects import Shape, field_of, in_surface_order, shape_of
from .order import surface_key
from .unions import is_null, joined, variant_name

_SCALARS = {
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
    "null": ScalarKind.NULL,
}
DEEPEST = 60
MOST_PARTS = 5_000
"""How many schemas one root may expand to; real ones need some hundreds."""


@dataclass(frozen=True, slots=True)
class Use:
    """Where a schema is used: the id of that place, and how it is reached from a root type.

    ``origin`` is set at a root, whose type gets a name of its own.
    """

    id: TypeId
    root: TypeId
    steps: tuple[Step, ...] = ()
    origin: Origin | None = None

    def into(self, kind: StepKind, path: str, name: str = "") -> Use:
        """The use one step further in."""
        return Use(TypeId(self.id + path), self.root, (*self.steps, Step(kind, name)))

    @property
    def owner(self) -> Origin:
        """What the type at this place exists for."""
        return self.origin or Within(self.root, self.steps)


class SchemaLowering:
    """Lowers schemas one by one and keeps the definitions that they need.

    ``models`` maps the place of a schema to the id of the model that the configuration made of it.
    """

    def __init__(self, models: Mapping[str, TypeId], *, sort_properties: bool) -> None:
        self.types: dict[TypeId, Definition] = {}
        self._models = models
        self._sort = sort_properties
        self._open: dict[str, TypeId] = {}
        self._recursive: set[TypeId] = set()
        self._parts: Counter[TypeId] = Counter()
        self._cut: set[TypeId] = set()

    def type_of(self, cursor: Cursor, use: Use) -> TypeRef:
        """The type of a schema at a place of use."""
        schema = cursor.resolve()
        if schema.id in self._models and self._models[schema.id] != use.id:
            return Ref(self._models[schema.id])
        if schema.id in self._open:
            self._recursive.add(self._open[schema.id])
            return Ref(self._open[schema.id])
        self._parts[use.root] += 1
        if len(use.steps) > DEEPEST or self._parts[use.root] > MOST_PARTS:
            self._too_much(cursor, use)
            return Unknown()
        self._open[schema.id] = use.id
        try:
            ref = self._lower(schema, use)
        finally:
            del self._open[schema.id]
        return self._named(ref, schema, use)

    def _too_much(self, cursor: Cursor, use: Use) -> None:
        if use.root not in self._cut:
            self._cut.add(use.root)
            cursor.warning(
                "L001",
                "a schema expands to too much, and is left untyped from here on",
                help="name parts of it under 'models' of a resource in the configuration",
            )

    def _named(self, ref: TypeRef, schema: Cursor, use: Use) -> TypeRef:
        """The type behind a name where one is due: for a root, a union of objects, a recursion."""
        if use.id in self.types:
            return ref
        nameless = isinstance(ref, (Scalar, Ref, Nullable, Unknown))
        due = isinstance(use.origin, ModelEntry) or (
            use.origin is not None and not nameless
        )
        if not due and use.id not in self._recursive:
            return ref
        self.types[use.id] = Alias(
            use.id, use.owner, ref, schema.text("description"), schema.place
        )
        return Ref(use.id)

    def _lower(self, schema: Cursor, use: Use) -> TypeRef:
        if not isinstance(schema.value, dict) or schema.flag("x-stainless-any"):
            return Unknown()
        if schema.has("enum") or schema.has("const"):
            return self._literals(schema)
        shape = shape_of(schema, self._models)
        if shape.properties or shape.base:
            return self._nullable(schema, self._object(schema, shape, use))
        for key in ("oneOf", "anyOf"):
            if schema.has(key):
                return self._nullable(schema, self._union(schema, key, use))
        if schema.has("allOf"):
            return self._all_of(schema, shape, use)
        return self._by_type(schema, use)

    def _by_type(self, schema: Cursor, use: Use) -> TypeRef:
        stated = schema.value.get("type")
        kinds = (
            list(stated)
            if isinstance(stated, list)
            else [stated or self._implied(schema)]
        )
        members = [self._one(kind, schema, use) for kind in kinds if kind != "null"]
        if not members:
            return Scalar(ScalarKind.NULL)
        ref = members[0] if len(members) == 1 else UnionOf(tuple(members))
        return Nullable(ref) if "null" in kinds else ref

    def _implied(self, schema: Cursor) -> str | None:
        if schema.has("items") or schema.has("prefixItems"):
            return "array"
        if schema.has("additionalProperties"):
            return "object"
        return None

    def _one(self, kind: object, schema: Cursor, use: Use) -> TypeRef:
        stated = schema.value.get("format")
        format_ = stated if isinstance(stated, str) else None
        if kind == "string":
            return Scalar(kind_of(format_), format_)
        if kind == "array":
            items = schema.at("items")
            into = use.into(StepKind.ITEM, "/items")
            return ListOf(self.type_of(items, into) if items else Unknown())
        if kind == "object":
            extra = schema.at("additionalProperties")
            if extra is None or isinstance(extra.value, bool):
                return MapOf(Unknown())
            return MapOf(
                self.type_of(extra, use.into(StepKind.ENTRY, "/additionalProperties"))
            )
        if isinstance(kind, str) and kind in _SCALARS:
            return Scalar(_SCALARS[kind], format_)
        return Unknown()

    def _literals(self, schema: Cursor) -> TypeRef:
        stated = schema.value.get("enum", [schema.value.get("const")])
        values = [v for v in stated if isinstance(v, (str, int, float, bool))]
        if len(values) < sum(v is not None for v in stated):
            return Unknown()
        if not values:
            return Scalar(ScalarKind.NULL)
        literals = Literals(tuple(dict.fromkeys(values)))
        return Nullable(literals) if None in stated else literals

    def _nullable(self, schema: Cursor, ref: TypeRef) -> TypeRef:
        stated = schema.value.get("type")
        nullable = isinstance(stated, list) and "null" in stated
        return Nullable(ref) if nullable and not isinstance(ref, Nullable) else ref

    def _object(self, schema: Cursor, shape: Shape, use: Use) -> TypeRef:
        fields = tuple(
            field_of(
                name,
                found,
                self.type_of(
                    found,
                    use.into(StepKind.PROPERTY, f"/properties/{_escaped(name)}", name),
                ),
                required=name in shape.required,
            )
            for name, found in self._in_order(shape)
        )
        extra = schema.at("additionalProperties")
        free = extra is not None and isinstance(extra.value, dict) and bool(extra.value)
        into = use.into(StepKind.ENTRY, "/additionalProperties")
        self.types[use.id] = Object(
            id=use.id,
            origin=use.owner,
            fields=in_surface_order(fields, sort=self._sort),
            description=schema.text("description"),
            extra=self.type_of(extra, into) if extra is not None and free else None,
            base=shape.base,
            place=schema.place,
        )
        return Ref(use.id)

    def _in_order(self, shape: Shape) -> list[tuple[str, Cursor]]:
        """The properties, in an order that does not depend on the description's unless it counts."""
        properties = list(shape.properties.items())
        return (
            sorted(properties, key=lambda p: surface_key(p[0]))
            if self._sort
            else properties
        )

    def _all_of(self, schema: Cursor, shape: Shape, use: Use) -> TypeRef:
        """An ``allOf`` without properties: the one member that says what the type is."""
        for member in shape.parts:
            ref = self.type_of(member, use)
            if not isinstance(ref, Unknown):
                return self._nullable(schema, ref)
        return Unknown()

    def _union(self, schema: Cursor, key: str, use: Use) -> TypeRef:
        members: list[TypeRef] = []
        union = schema.at(key)
        assert union is not None
        variants = list(union.items())
        for index, variant in enumerate(variants):
            alone = len([v for v in variants if not is_null(v)]) == 1
            name = variant_name(variant, index)
            into = use if alone else use.into(StepKind.VARIANT, f"/{key}/{index}", name)
            members.append(
                Scalar(ScalarKind.NULL)
                if is_null(variant)
                else self.type_of(variant, into)
            )
        return joined(members)


def _escaped(token: str) -> str:
    return token.replace("~", "~0").replace("/", "~1")
