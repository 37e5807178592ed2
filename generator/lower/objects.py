"""Objects: their properties gathered through ``allOf``, and the order in which they are shown."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct, field

from ..ir import Field, TypeId, TypeRef
from ..openapi import Description, Schema
from ..source import escaped
from .order import surface_key
from .bounds import bounds_of, example_of
from .choices import choice_of
from .hints import is_skipped, property_name
from .meaning import meaning_of
from .once import once
from .merging import either, merged, narrower


class Shape(Struct):
    """What a schema says of an object: properties with their schemas, which of them are
    required, the model that it extends, the schemas of further properties, and the properties
    that it has under a condition."""

    properties: dict[str, Schema] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    base: TypeId | None = None
    extras: dict[str, Schema] = field(default_factory=dict)
    conditional: dict[str, list[Schema]] = field(default_factory=dict)


_NO_SHAPE = Shape()
"""That of a schema which says nothing of objects, as most do: values of one kind."""


class Shapes(Struct, frozen=True):
    """Finds the shapes of schemas; ``models`` maps the ids of schemas to models."""

    description: Description
    models: Mapping[str, TypeId]
    _known: dict[Schema, Shape] = field(default_factory=dict)

    def of(self, schema: Schema) -> Shape:
        """The shape of a schema with everything that its ``allOf`` adds.

        The first member that is a model becomes the base, unless the others contradict it; they are
        merged, and so are properties of the same name.
        """
        if not _may_have_shape(schema):
            return _NO_SHAPE
        if schema not in self._known:
            self._known[schema] = self._of(schema)
        return self._known[schema]

    def _of(self, schema: Schema) -> Shape:
        shape = Shape()
        self._gather(schema, shape, set(), extends=True)
        if shape.base is None:
            return _with_conditional(shape, ())
        inherited = self.merged(self.description.schema(shape.base))
        shape = _with_conditional(shape, inherited.properties)
        for name in shape.properties.keys() & inherited.properties.keys():
            both = self._both(inherited.properties[name], shape.properties[name])
            shape.properties[name] = both
        return self.merged(schema) if self._contradicts(shape, inherited) else shape

    def merged(self, schema: Schema) -> Shape:
        """The shape of a schema without a base: all that it has is merged."""
        return _merged(self.description, schema)

    def _gather(
        self, schema: Schema, shape: Shape, seen: set[str], *, extends: bool
    ) -> None:
        if schema.id in seen:
            return
        seen.add(schema.id)
        adds = len(schema.all_of) > 1 or bool(schema.properties)
        for member in schema.all_of:
            target = self._meaning(member)
            if target is None:
                continue
            model = self.models.get(target.id) if adds else None
            is_base = model is not None and extends and shape.base is None
            if is_base and self._is_object(target, {schema.id}):
                shape.base = model
            else:
                self._gather(target, shape, seen, extends=extends)
        for name, found in schema.properties.items():
            if not is_skipped(found.extensions):
                known = shape.properties.get(name)
                both = found if known is None else self._both(known, found)
                shape.properties[name] = both
        shape.required |= set(schema.required)
        for stated in schema.conditional:
            target, branch = self._meaning(stated), Shape()
            if target is not None:
                self._gather(target, branch, seen, extends=False)
            for name, inner in branch.properties.items():
                shape.conditional.setdefault(name, []).append(inner)
            for name, others in branch.conditional.items():
                shape.conditional.setdefault(name, []).extend(others)
        extra = schema.additional_properties
        if extra is not None and not extra.is_plain:
            shape.extras["additionalProperties"] = extra
        for pattern, found in schema.pattern_properties.items():
            shape.extras[f"patternProperties/{escaped(pattern)}"] = found

    def _is_object(self, schema: Schema, seen: set[str]) -> bool:
        """Whether a model is a class that another one can extend, not a union or a list."""
        if schema.id in seen:
            return False
        seen.add(schema.id)
        is_other = bool(schema.types) and "object" not in schema.types
        if is_other or choice_of(self.description, schema) is not None:
            return False
        if schema.properties:
            return True
        targets = map(self._meaning, schema.all_of)
        return any(self._is_object(t, seen) for t in targets if t is not None)

    def _both(self, first: Schema, later: Schema) -> Schema:
        """The schema of a property that is described twice; of two choices, the later one."""
        chosen = [
            meaning is not None and choice_of(self.description, meaning) is not None
            for meaning in (self._meaning(first), self._meaning(later))
        ]
        return later if all(chosen) else narrower(self.description, first, later)

    def _contradicts(self, shape: Shape, inherited: Shape) -> bool:
        """Whether a class could not have its fields and extend another one: what was optional may
        not become required, and a type may only become narrower."""
        optional = inherited.properties.keys() - inherited.required
        return bool(shape.required & optional) or any(
            not self._narrows(found, inherited.properties[name])
            for name, found in shape.properties.items()
            if name in inherited.properties
        )

    def _narrows(self, schema: Schema, wide: Schema) -> bool:
        found, known = self._meaning(schema), self._meaning(wide)
        if found is None or known is None or found.id == known.id:
            return found is not None and known is not None
        if any(self.merged(schema).properties for schema in (found, known)):
            return False
        found, known = (merged(self.description, s).schema for s in (found, known))
        if _is_complex(found) or _is_complex(known):
            return False
        within = not known.types or set(found.types or known.types) <= set(known.types)
        return within and (known.nullable or not found.nullable) and known.enum is None

    def _meaning(self, schema: Schema) -> Schema | None:
        found = meaning_of(self.description, schema)
        return found.schema if found is not None else None


def _may_have_shape(schema: Schema) -> bool:
    return bool(
        schema.all_of
        or schema.properties
        or schema.required
        or schema.additional_properties
        or schema.pattern_properties
        or schema.conditional
    )


@once
def _merged(description: Description, schema: Schema) -> Shape:
    shape = Shape()
    Shapes(description, {})._gather(schema, shape, set(), extends=False)
    return _with_conditional(shape, ())


def properties_of(description: Description, stated: Schema) -> Mapping[str, Schema]:
    """The properties of an object with all that its ``allOf`` adds; none if it has a choice."""
    meaning = meaning_of(description, stated)
    if meaning is None or choice_of(description, meaning.schema) is not None:
        return {}
    return Shapes(description, {}).merged(meaning.schema).properties


def _with_conditional(shape: Shape, known: Container[str]) -> Shape:
    """The shape with the properties that only a condition adds: they may be absent."""
    for name, found in shape.conditional.items():
        if name not in shape.properties and name not in known:
            shape.properties[name] = either(found)
            shape.required.discard(name)
    return shape


def _is_complex(schema: Schema) -> bool:
    """Whether a schema is more than a single value."""
    composed = schema.all_of or schema.any_of or schema.one_of
    return bool(composed) or not {"array", "object"}.isdisjoint(schema.types)


def field_of(
    name: str, stated: Schema, target: Schema, ref: TypeRef, *, required: bool
) -> Field:
    """The field for a property; siblings of a ``$ref`` go before what its target says, and that
    before the only variant that is not null."""
    variant = _only_variant(target)
    return Field(
        wire_name=name,
        hint=property_name(stated, target),
        type=ref,
        required=required,
        description=stated.description or target.description or variant.description,
        deprecated=stated.deprecated or target.deprecated or variant.deprecated,
        bounds=bounds_of(stated, variant),
        example=example_of(stated, target, variant),
        place=stated.origin.place,
    )


def _only_variant(schema: Schema) -> Schema:
    """The only variant of a choice beside null; the schema itself if there are several or none."""
    variants = [v for v in schema.one_of or schema.any_of if v.types != ("null",)]
    return variants[0] if len(variants) == 1 else schema


def in_surface_order(fields: Iterable[Field], *, sort: bool) -> tuple[Field, ...]:
    """Required fields first, and among equals by wire name with ``id`` first (unless unsorted)."""
    ordered = (
        sorted(fields, key=lambda f: surface_key(f.wire_name)) if sort else list(fields)
    )
    return tuple(sorted(ordered, key=lambda f: not f.required))
