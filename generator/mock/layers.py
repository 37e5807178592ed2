"""A schema as the layers that all hold for a value: itself, what it refers to, its ``allOf``.

Nothing is merged: whoever asks for a keyword gets what each layer says about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..openapi import Cursor
from ..source.document import Value

TYPES = ("object", "array", "string", "integer", "number", "boolean", "null")
_IMPLIED = {
    "object": (
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
        "minProperties",
        "maxProperties",
    ),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems"),
    "string": ("pattern", "minLength", "maxLength", "format"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "multipleOf"),
}


@dataclass(frozen=True)
class Choice:
    """The members of a ``oneOf`` or ``anyOf``, and the schema in which it stands."""

    holder: Cursor
    members: tuple[Cursor, ...]
    key: str

    def tag(self, member: Cursor) -> tuple[str, str] | None:
        """The discriminator's property and its value for a member (OpenAPI 3.1, 4.8.25)."""
        discriminator = self.holder.at("discriminator")
        name = discriminator.text("propertyName") if discriminator else None
        if discriminator is None or name is None:
            return None
        target = member.resolve().id
        mapping = discriminator.at("mapping")
        for value, entry in mapping.entries() if mapping else ():
            reference = entry.value if isinstance(entry.value, str) else ""
            if "#" in reference or "." in reference:
                found = entry.goto(reference)
                if found is not None and found.resolve().id == target:
                    return name, value
            elif target.endswith(f"/schemas/{reference}"):
                return name, value
        return name, target.rpartition("/")[2]


@dataclass(frozen=True)
class Layers:
    """Schemas that all hold for one value; ``settled`` are the choices already made."""

    schemas: tuple[Cursor, ...]
    settled: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, *schemas: Cursor) -> Layers:
        """The layers of schemas that hold together."""
        found: dict[str, Cursor] = {}
        for schema in schemas:
            _collect(schema, found)
        return cls(tuple(found.values()))

    def choosing(self, choice: Choice, member: Cursor) -> Layers:
        """These layers and those of the member that was chosen."""
        more = Layers.of(*self.schemas, member)
        return replace(more, settled=self.settled | {choice.key})

    @cached_property
    def key(self) -> frozenset[str]:
        """What tells these layers from others."""
        return frozenset(schema.id for schema in self.schemas)

    def values(self, keyword: str) -> list[Value]:
        """What the layers say about a keyword."""
        return [schema.value[keyword] for schema in self.schemas if schema.has(keyword)]

    def numbers(self, keyword: str) -> list[float]:
        """The numbers that the layers give for a keyword."""
        return [
            value
            for value in self.values(keyword)
            if isinstance(value, (int, float)) and not isinstance(value, bool)
        ]

    def texts(self, keyword: str) -> list[str]:
        """The strings that the layers give for a keyword."""
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
        return any(schema.value is False for schema in self.schemas)

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The JSON types that the value may have, in order of preference; all where none is said."""
        allowed = set(TYPES)
        for stated in self.values("type"):
            names = set(stated if isinstance(stated, list) else [stated])
            if "number" in names:
                names.add("integer")
            allowed &= names
        if "number" in allowed and not self.values("multipleOf"):
            allowed -= {"integer"} - set(self.texts("type"))
        if allowed >= set(TYPES) - {"integer"}:
            return self._implied() or TYPES
        return tuple(name for name in TYPES if name in allowed)

    def _implied(self) -> tuple[str, ...]:
        return tuple(
            name
            for name, keywords in _IMPLIED.items()
            if any(self.values(keyword) for keyword in keywords)
        )[:1]

    def examples(self) -> Iterator[Value]:
        """The values that the schemas give themselves: constants, examples, defaults, enums."""
        yield from self.values("const")
        for examples in self.values("examples"):
            yield from examples if isinstance(examples, list) else ()
        for keyword in ("example", "default"):
            yield from self.values(keyword)
        for members in self.values("enum"):
            yield from members if isinstance(members, list) else ()

    def required(self) -> list[str]:
        """The names of the properties that must be there."""
        names = (name for names in self.values("required") for name in _listed(names))
        return list(dict.fromkeys(name for name in names if isinstance(name, str)))

    def properties(self) -> list[str]:
        """The names of the properties that the layers describe."""
        return list(
            dict.fromkeys(
                name
                for properties in self.values("properties")
                if isinstance(properties, dict)
                for name in properties
            )
        )

    def property(self, name: str) -> Layers | None:
        """The layers of a property; None where no property of that name may be there."""
        found = [s for schema in self.schemas for s in _of_property(schema, name)]
        layers = Layers.of(*found)
        return None if layers.is_impossible else layers

    def items(self, index: int) -> Layers:
        """The layers of a list's item."""
        found = []
        for schema in self.schemas:
            prefix = schema.at("prefixItems")
            first = list(prefix.items()) if prefix else []
            item = first[index] if index < len(first) else schema.at("items")
            found += [item] if item is not None else []
        return Layers.of(*found)

    def choice(self) -> Choice | None:
        """The first choice that has not been made yet."""
        for schema in self.schemas:
            for keyword in ("oneOf", "anyOf"):
                members = schema.at(keyword)
                key = f"{schema.id}/{keyword}"
                if members is not None and key not in self.settled:
                    return Choice(schema, tuple(members.items()), key)
        return None


def _collect(schema: Cursor, found: dict[str, Cursor]) -> None:
    if schema.id in found:
        return
    found[schema.id] = schema
    ref = schema.value.get("$ref") if isinstance(schema.value, dict) else None
    target = schema.goto(ref) if isinstance(ref, str) else None
    if target is not None:
        _collect(target, found)
    members = schema.at("allOf")
    for member in members.items() if members else ():
        _collect(member, found)


def _of_property(schema: Cursor, name: str) -> Iterator[Cursor]:
    known = False
    stated = schema.descend("properties", name)
    if stated is not None:
        known = True
        yield stated
    patterns = schema.at("patternProperties")
    for pattern, entry in patterns.entries() if patterns else ():
        if _found(pattern, name):
            known = True
            yield entry
    rest = schema.at("additionalProperties")
    if not known and rest is not None:
        yield rest


def _found(pattern: str, text: str) -> bool:
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return False


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []
