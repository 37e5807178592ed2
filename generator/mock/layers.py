"""A schema as the layers that all hold for a value: itself, what it refers to, its ``allOf``.

Nothing is merged: a query for a keyword returns the value of each layer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from ..openapi import ABSENT, BOUNDS, Description, Schema
from ..source.document import Value

TYPES = ("object", "array", "string", "integer", "number", "boolean", "null")
_IMPLIED = {
    "object": (
        *("properties", "required", "additional_properties", "pattern_properties"),
        *("minProperties", "maxProperties"),
    ),
    "array": ("items", "prefix_items", "minItems", "maxItems", "uniqueItems"),
    "string": ("pattern", "minLength", "maxLength", "format"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "multipleOf"),
}


class Choice(Struct, frozen=True):
    """The members of a ``oneOf`` or ``anyOf``, and the schema that contains it."""

    holder: Schema
    members: tuple[Schema, ...]
    key: str

    def tag(self, member: Schema, description: Description) -> tuple[str, str] | None:
        """The discriminator's property and its value for a member (OpenAPI 3.1, 4.8.25)."""
        discriminator, target = self.holder.discriminator, description.resolve(member)
        if discriminator is None or target is None:
            return None
        for value, schema_id in discriminator.mapping.items():
            if schema_id is not None and self._leads_to(schema_id, target, description):
                return discriminator.property, value
        return discriminator.property, target.name

    def _leads_to(
        self, schema_id: str, target: Schema, description: Description
    ) -> bool:
        if schema_id == target.id:
            return True
        found = description.resolve(description.schema(schema_id))
        return found is not None and found.id == target.id


class Layers(Struct, frozen=True, dict=True):
    """Schemas that all hold for one value; ``settled`` are the choices already made."""

    description: Description
    schemas: tuple[Schema, ...]
    settled: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, description: Description, *schemas: Schema) -> Layers:
        """The layers of schemas that hold together."""
        found: dict[str, Schema] = {}
        for schema in schemas:
            _collect(description, schema, found)
        return cls(description, tuple(found.values()))

    def choosing(self, choice: Choice, member: Schema) -> Layers:
        """These layers and those of the member that was chosen."""
        more = Layers.of(self.description, *self.schemas, member)
        return replace(more, settled=self.settled | {choice.key})

    @cached_property
    def key(self) -> frozenset[str]:
        """What tells these layers from others."""
        return frozenset(schema.id for schema in self.schemas)

    def values(self, name: str) -> list[Value]:
        """What the layers say: the field of the model or the bound of that name."""
        if name in BOUNDS:
            return [s.bounds[name] for s in self.schemas if name in s.bounds]
        stated = (getattr(schema, name) for schema in self.schemas)
        return [value for value in stated if value is not None and value != ()]

    def numbers(self, keyword: str) -> list[float]:
        """The numbers that the layers give for a bound."""
        return [
            value
            for value in self.values(keyword)
            if isinstance(value, (int, float)) and not isinstance(value, bool)
        ]

    def texts(self, keyword: str) -> list[str]:
        """The strings that the layers give for a field or bound."""
        return [value for value in self.values(keyword) if isinstance(value, str)]

    def bound(
        self, keyword: str, tightest: Callable[[list[float]], float]
    ) -> float | None:
        """The tightest of the layers' bounds."""
        numbers = self.numbers(keyword)
        return tightest(numbers) if numbers else None

    @property
    def is_impossible(self) -> bool:
        """Whether a layer is the schema ``false``."""
        return any(schema.always is False for schema in self.schemas)

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The JSON types that the value may have, in order of preference; all if none is specified."""
        allowed = set(TYPES)
        for schema in self.schemas:
            if not schema.types:
                continue
            names = {*schema.types, *(["null"] if schema.nullable else [])}
            if "number" in names:
                names.add("integer")
            allowed &= names
        stated = {name for schema in self.schemas for name in schema.types}
        if "number" in allowed and not self.values("multipleOf"):
            allowed -= {"integer"} - stated
        if allowed >= set(TYPES) - {"integer"}:
            return self._implied() or TYPES
        return tuple(name for name in TYPES if name in allowed)

    def _implied(self) -> tuple[str, ...]:
        return tuple(
            kind
            for kind, names in _IMPLIED.items()
            if any(any(map(_is_stated, self.values(name))) for name in names)
        )[:1]

    def examples(self) -> Iterator[Value]:
        """The values that the schemas give themselves: constants, examples, defaults, enums."""
        yield from (s.const for s in self.schemas if s.const is not ABSENT)
        for schema in self.schemas:
            yield from schema.examples
        yield from (s.default for s in self.schemas if s.default is not ABSENT)
        for schema in self.schemas:
            yield from schema.enum or ()

    def required(self) -> list[str]:
        """The names of the properties that must be there."""
        return list(dict.fromkeys(n for s in self.schemas for n in s.required))

    def properties(self) -> list[str]:
        """The names of the properties that the layers describe."""
        return list(dict.fromkeys(n for s in self.schemas for n in s.properties))

    def property(self, name: str) -> Layers | None:
        """The layers of a property; None where no property of that name may be there."""
        found = [s for schema in self.schemas for s in _of_property(schema, name)]
        layers = Layers.of(self.description, *found)
        return None if layers.is_impossible else layers

    def items(self, index: int) -> Layers:
        """The layers of a list's item."""
        found = []
        for schema in self.schemas:
            first = schema.prefix_items
            item = first[index] if index < len(first) else schema.items
            found += [item] if item is not None else []
        return Layers.of(self.description, *found)

    def choice(self) -> Choice | None:
        """The first choice that has not been made yet."""
        for schema in self.schemas:
            for keyword, members in (
                ("oneOf", schema.one_of),
                ("anyOf", schema.any_of),
            ):
                key = f"{schema.id}/{keyword}"
                if members and key not in self.settled:
                    return Choice(schema, members, key)
        return None


def _is_stated(value: Value) -> bool:
    return not isinstance(value, Mapping) or bool(value)


def _collect(
    description: Description, schema: Schema, found: dict[str, Schema]
) -> None:
    if schema.id in found:
        return
    found[schema.id] = schema
    if schema.ref is not None and schema.ref.target is not None:
        _collect(description, description.schema(schema.ref.target), found)
    for member in schema.all_of:
        _collect(description, member, found)


def _of_property(schema: Schema, name: str) -> Iterator[Schema]:
    known = False
    if name in schema.properties:
        known = True
        yield schema.properties[name]
    for pattern, entry in schema.pattern_properties.items():
        if _found(pattern, name):
            known = True
            yield entry
    if not known and schema.additional_properties is not None:
        yield schema.additional_properties


def _found(pattern: str, text: str) -> bool:
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return False
