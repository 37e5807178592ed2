"""Schemas become types.

A component that the configuration names as a model is defined once. Any other component is
expanded wherever it is used, and named after the place of use.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ..diagnostics import Report
from ..ir import (
    Alias,
    Definition,
    Direction,
    Field,
    MapOf,
    MethodId,
    ModelEntry,
    Object,
    Ref,
    Scalar,
    ScalarKind,
    StepKind,
    TypeId,
    TypeRef,
    Unknown,
    kind_of,
    without_null,
)
from ..openapi import ABSENT, Description, Schema
from ..source import escaped
from .bounds import limits_of
from .enumerated import enumerated
from .arrays import array_of
from .choices import choice_of
from .hints import type_name
from .inheritance import Classes
from .kinds import kinds_of
from .losses import STRUCTURE, Losses
from .meaning import meaning_among, meaning_of
from .merging import merged
from .objects import Shape, Shapes, field_of, in_surface_order
from .order import surface_key
from .sent import is_same_both_ways, sent_id
from .subtypes import add_subtypes, heirs_of
from .tagging import Tagging
from .union_types import Unions
from .unions import joined, or_null
from .use import Use

_SCALARS = {
    "integer": ScalarKind.INTEGER,
    "number": ScalarKind.NUMBER,
    "boolean": ScalarKind.BOOLEAN,
    "null": ScalarKind.NULL,
}
DEEPEST = 60
MOST_PARTS = 5_000
"""How many schemas one root may expand to; real ones need some hundreds."""

_CHOICE = frozenset(("any_of", "one_of"))
_OBJECT = frozenset(
    ("properties", "all_of", "additional_properties", "pattern_properties")
)


class SchemaLowering:
    """Lowers schemas one by one and keeps the definitions that they need.

    ``models`` maps the id of a schema to the model that the configuration made of it. What is
    SENT has types of its own; of the models among them, those in ``wanted`` are used.
    """

    def __init__(
        self,
        description: Description,
        models: Mapping[str, TypeId],
        report: Report,
        *,
        sort_properties: bool,
        direction: Direction = Direction.RECEIVED,
    ) -> None:
        self.types: dict[TypeId, Definition] = {}
        self.losses = Losses(report)
        self.wanted: dict[str, TypeId] = {}
        self._direction = direction
        self.description = description
        self._models = models
        self._shapes = Shapes(description, models)
        self._tagging = Tagging(description, self._shapes, self.target)
        self._report = report
        self._sort = sort_properties
        self._open: dict[str, TypeId] = {}
        self._recursive: set[TypeId] = set()
        self._parts: Counter[TypeId | MethodId] = Counter()
        self._cut: set[TypeId | MethodId] = set()
        self._classes = Classes()
        self._unions = self._made_unions()

    def sent(self) -> SchemaLowering:
        """A lowering of what callers give, which adds its definitions to these.

        In it nothing is inherited: a typed dictionary cannot change a key of another one.
        """
        sent = SchemaLowering(
            self.description,
            self._models,
            self._report,
            sort_properties=self._sort,
            direction=Direction.SENT,
        )
        sent.types, sent.losses = self.types, self.losses
        sent._shapes = Shapes(self.description, {})
        sent._unions = sent._made_unions()
        return sent

    def _made_unions(self) -> Unions:
        known = self.description, self._models, self.types, self._tagging
        return Unions(*known, self.type_of, self.target, self._direction)

    def add_subtypes(self) -> None:
        """Let the classes among the models be told apart by the discriminators of their bases."""
        add_subtypes(
            self.types,
            tuple(self._models.values()),
            self.description,
            self._tagging,
            self.losses,
        )

    def fields_of(self, stated: Schema, use: Use) -> tuple[Field, ...]:
        """The properties of an object, whose own type is not kept; none if it is not an object."""
        count, seen = len(self.types), set[str]()
        schema = self.target(stated)
        while schema.id not in seen:
            seen.add(schema.id)
            ref = without_null(self._lower(schema, use))
            found = self.types.pop(use.id, None)
            if isinstance(found, Object):
                return found.fields
            while len(self.types) > count:
                self.types.popitem()
            model = next((i for i, t in self.wanted.items() if ref == Ref(t)), None)
            schema = self.description.schema(model) if model is not None else schema
        return ()

    def target(self, stated: Schema) -> Schema:
        """The schema that one stands for; this one where its references lead to nothing."""
        meaning = meaning_of(self.description, stated)
        return meaning.schema if meaning is not None else stated

    def want(self, stated: Schema) -> None:
        """Define the model that a schema stands for, if any, in the form that travels this way."""
        self._model(self.target(stated))

    def type_of(self, stated: Schema, use: Use) -> TypeRef:
        """The type of a schema at a place of use."""
        meaning = meaning_among(self.description, stated, self._models)
        if meaning is None:
            self.losses.schema(stated, used={"all_of", "types", *_CHOICE})
            return Unknown()
        for schema in meaning.passed:
            self.losses.schema(schema, used={"all_of", "types", *_CHOICE})
        use = use.called(type_name(stated, meaning.schema))
        ref = self._type_of(meaning.schema, use)
        ref = or_null(ref) if meaning.nullable else ref
        return self._named(ref, stated, use)

    def _type_of(self, schema: Schema, use: Use) -> TypeRef:
        model = self._model(schema)
        if model is not None and model != use.id:
            return self._nullable(schema, self._one_of_subtypes(schema, model))
        if schema.id in self._open:
            self._recursive.add(self._open[schema.id])
            return Ref(self._open[schema.id])
        self._parts[use.root] += 1
        if len(use.steps) > DEEPEST or self._parts[use.root] > MOST_PARTS:
            self._too_much(schema, use)
            return Unknown()
        self._open[schema.id] = use.id
        try:
            ref = self._lower(schema, use)
        finally:
            del self._open[schema.id]
        return self._named(ref, schema, use)

    def _model(self, schema: Schema) -> TypeId | None:
        """The model that the configuration made of a schema, in the form that travels this way."""
        model = self._models.get(schema.id)
        if model is None or self._direction is Direction.RECEIVED:
            return model
        received = self.types.get(model)
        if isinstance(received, Alias) and is_same_both_ways(received):
            return model
        return self.wanted.setdefault(schema.id, sent_id(model))

    def _one_of_subtypes(self, schema: Schema, model: TypeId) -> TypeRef:
        """A model; of what callers give, it or one of those that extend it."""
        if self._direction is Direction.RECEIVED:
            return Ref(model)
        heirs = heirs_of(self.types.get(TypeId(schema.id)))
        found = (self._model(self.description.schema(heir)) for heir in heirs)
        return joined([*(Ref(heir) for heir in found if heir is not None), Ref(model)])

    def _too_much(self, schema: Schema, use: Use) -> None:
        if use.root not in self._cut:
            self._cut.add(use.root)
            self._report.warning(
                "L001",
                schema.origin.place,
                "the schema expands to too many types; it is untyped from here on",
                help="list parts of it under 'models' of a resource in the configuration",
            )

    def _named(self, ref: TypeRef, schema: Schema, use: Use) -> TypeRef:
        """The type behind a name where one is due: for a root, a union of objects, a recursion."""
        if use.id in self.types:
            return ref
        nameless = isinstance(without_null(ref), (Scalar, Ref, Unknown))
        due = isinstance(use.origin, ModelEntry) or (
            use.origin is not None and not nameless
        )
        if not due and use.id not in self._recursive:
            return ref
        return self.alias(ref, schema, use)

    def alias(self, ref: TypeRef, schema: Schema, use: Use) -> Ref:
        """A name for the type of a schema at a place of use."""
        self.types[use.id] = Alias(
            id=use.id,
            origin=use.owner,
            type=ref,
            description=schema.description,
            direction=self._direction,
            place=schema.origin.place,
        )
        return Ref(use.id)

    def _lower(self, schema: Schema, use: Use) -> TypeRef:
        if schema.always is not None or schema.extensions.get("x-stainless-any"):
            return Unknown()
        if schema.all_of:
            schema = self._merged(schema)
        if schema.enum is not None or schema.const is not ABSENT:
            self.losses.schema(schema, used={"enum", "const", "types"})
            return enumerated(schema)
        choice = choice_of(self.description, schema)
        if choice is not None:
            self.losses.schema(
                schema, used=_OBJECT | _CHOICE | {"types", "discriminator"}
            )
            return self._nullable(schema, self._unions.of(schema, choice, use))
        shape = self._shapes.of(schema)
        if shape.base is not None and not self._classes.can_extend(
            use.root, shape.base
        ):
            shape = self._shapes.merged(schema)
        can_be_object = not schema.types or "object" in schema.types
        is_class = schema.extensions.get("x-stainless-empty-object")
        if can_be_object and (shape.properties or shape.base or is_class):
            others = [kind for kind in schema.types if kind != "object"]
            if others:
                return self._nullable(
                    schema, self._object_or(others, schema, shape, use)
                )
            used = _OBJECT | _CHOICE | {"types"}
            if schema.id in self._models:
                used |= {"discriminator"}
            self.losses.schema(schema, used)
            return self._nullable(schema, self._object(schema, shape, use))
        return self._by_type(schema, shape, use)

    def _merged(self, schema: Schema) -> Schema:
        """A schema with what its ``allOf`` adds, unless that is a choice or has properties."""
        found = merged(self.description, schema)
        if choice_of(self.description, schema) is not None:
            return schema
        shape = self._shapes.of(schema)
        is_object = bool(shape.properties or shape.base)
        for conflict in found.conflicts:
            if conflict.keyword == "type" or not is_object:
                self.losses.conflict(conflict)
        if is_object:
            return schema
        for part in found.parts:
            self.losses.schema(part, used=STRUCTURE)
        return found.schema

    def _object_or(
        self, others: list[str], schema: Schema, shape: Shape, use: Use
    ) -> TypeRef:
        """The type of a value that is an object with properties or of another kind."""
        used = _OBJECT | _CHOICE | {"types", "items", "prefix_items"}
        self.losses.schema(schema, used)
        into = use.into(StepKind.VARIANT, "/object", schema.title or "Object")
        rest = (self._one(kind, schema, shape, use) for kind in others)
        return joined([self._object(schema, shape, into), *rest])

    def _by_type(self, schema: Schema, shape: Shape, use: Use) -> TypeRef:
        kinds = kinds_of(schema)
        used = {"types", *_CHOICE}
        if "array" in kinds:
            used |= {"items", "prefix_items"}
        if "object" in kinds:
            used |= {"additional_properties", "pattern_properties"}
        self.losses.schema(schema, used)
        if not kinds:
            return Unknown()
        members = [self._one(kind, schema, shape, use) for kind in kinds]
        return self._nullable(schema, joined(members))

    def _one(self, kind: str, schema: Schema, shape: Shape, use: Use) -> TypeRef:
        if kind == "string":
            return Scalar(kind_of(schema.format), schema.format, limits_of(schema))
        if kind == "array":
            return array_of(schema, use, self.type_of, self.target)
        if kind == "object":
            return MapOf(self._extra(shape, use) or Unknown())
        if kind in _SCALARS:
            return Scalar(_SCALARS[kind], schema.format, limits_of(schema))
        return Unknown()

    def _extra(self, shape: Shape, use: Use) -> TypeRef | None:
        """The type of properties that have no name; None if any value may be there."""
        members = [
            self.type_of(found, use.into(StepKind.ENTRY, f"/{path}"))
            for path, found in shape.extras.items()
        ]
        if not members or Unknown() in members:
            return None
        return joined(members)

    def _nullable(self, schema: Schema, ref: TypeRef) -> TypeRef:
        return or_null(ref) if schema.nullable else ref

    def _object(self, schema: Schema, shape: Shape, use: Use) -> TypeRef:
        fields = tuple(
            field_of(
                name,
                found,
                self.target(found),
                self.type_of(
                    found,
                    use.into(StepKind.PROPERTY, f"/properties/{escaped(name)}", name),
                ),
                required=name in shape.required,
            )
            for name, found in self._in_order(shape)
        )
        self.types[use.id] = Object(
            id=use.id,
            origin=use.owner,
            fields=in_surface_order(fields, sort=self._sort),
            description=schema.description,
            extra=self._extra(shape, use),
            base=shape.base,
            direction=self._direction,
            place=schema.origin.place,
        )
        return Ref(use.id)

    def _in_order(self, shape: Shape) -> list[tuple[str, Schema]]:
        """The properties, in an order that does not depend on the description's unless it counts."""
        properties = [p for p in shape.properties.items() if self._travels(p[1])]
        return (
            sorted(properties, key=lambda p: surface_key(p[0]))
            if self._sort
            else properties
        )

    def _travels(self, stated: Schema) -> bool:
        """Whether a property goes this way: what is read-only is not sent, what is write-only does
        not come back."""
        target = self.target(stated)
        if self._direction is Direction.SENT:
            return not (stated.read_only or target.read_only)
        return not (stated.write_only or target.write_only)
