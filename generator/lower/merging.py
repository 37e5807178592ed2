"""One schema for a value for which several hold: what ``allOf`` says of anything without properties.

Part of lowering. ``objects`` puts the properties of objects together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ..openapi import ABSENT, Description, Origin, Schema
from ..source import Value
from .meaning import extends, meaning_of


class Conflict(Struct, frozen=True):
    """Two keywords for which no value is valid, and the schemas of one value that have them."""

    earlier_keyword: str
    earlier: Schema
    keyword: str
    later: Schema


class Merged(Struct, frozen=True):
    """A schema without ``allOf`` that says the same; where parts contradict each other, the later
    one counts."""

    schema: Schema
    parts: tuple[Schema, ...]
    conflicts: tuple[Conflict, ...]


def both(first: Schema, later: Schema) -> Schema:
    """The schema of a value for which two hold, with the annotations of the later one first."""
    origin = later.origin
    pointer = origin.pointer / "allOf" / first.id
    return Schema(
        origin=Origin(origin.file, pointer, origin.document),
        all_of=(first, later),
        title=later.title or first.title,
        description=later.description or first.description,
        bounds={**first.bounds, **later.bounds},
        default=first.default if later.default is ABSENT else later.default,
        examples=(*later.examples, *first.examples),
        deprecated=first.deprecated or later.deprecated,
        read_only=first.read_only or later.read_only,
        write_only=first.write_only or later.write_only,
        extensions={**first.extensions, **later.extensions},
    )


def either(schemas: Sequence[Schema]) -> Schema:
    """The schema of a value for which one of several holds."""
    first = schemas[0]
    if len(schemas) == 1:
        return first
    origin = first.origin
    own = Origin(origin.file, origin.pointer / "anyOf", origin.document)
    return Schema(origin=own, any_of=tuple(schemas), description=first.description)


def narrower(description: Description, first: Schema, later: Schema) -> Schema:
    """The schema of a value for which two hold: one of them, if it says all that the other does."""
    found, known = meaning_of(description, later), meaning_of(description, first)
    if found is None or known is None or extends(description, later, known.schema.id):
        return later
    if extends(description, first, found.schema.id):
        return first
    return both(first, later)


def merged(description: Description, schema: Schema) -> Merged:
    """A schema and all that its ``allOf`` adds as one schema."""
    merging = _Merging(description)
    merging.gather(schema, set())
    parts = tuple(merging.parts)
    found: dict[str, Any] = {}
    for part in parts:
        merging.add(part, found)
    stated = [part for part in parts[:-1] if part.types]
    nullable = schema.nullable or (
        bool(stated) and not schema.types and all(part.nullable for part in stated)
    )
    whole = replace(schema, **{**found, "all_of": (), "nullable": nullable})
    return Merged(whole, parts, tuple(merging.conflicts))


class _Merging:
    """Puts schemas together keyword by keyword; each has priority over those before."""

    def __init__(self, description: Description) -> None:
        self.parts: list[Schema] = []
        self.conflicts: list[Conflict] = []
        self._description = description
        self._stated_by: dict[str, tuple[str, Schema]] = {}

    def gather(self, schema: Schema, seen: set[str]) -> None:
        """Add what ``allOf`` adds to a schema to the parts, then the schema itself."""
        seen.add(schema.id)
        for member in schema.all_of:
            meaning = meaning_of(self._description, member)
            if meaning is not None and meaning.schema.id not in seen:
                self.parts += meaning.passed
                self.gather(meaning.schema, seen)
        self.parts.append(schema)

    def add(self, part: Schema, found: dict[str, Any]) -> None:
        """Add what a part says to the fields that were found before."""
        types, known = part.types, found.get("types", ())
        if types:
            common = _common_types(known, types)
            found["types"] = self._checked("type", known, types, common, part)
        values, known = _values(part), found.get("enum", ())
        if values is not None:
            common = tuple(value for value in known if _is_among(value, values))
            keyword = "enum" if part.const is ABSENT else "const"
            allowed = self._checked(keyword, known, values, common, part)
            found |= {"enum": allowed, "const": ABSENT}
        if part.format is not None:
            same = (part.format,) if part.format == found.get("format") else ()
            earlier = (found["format"],) if "format" in found else ()
            self._checked("format", earlier, (part.format,), same, part)
            found["format"] = part.format
        for field in ("items", "additional_properties"):
            inner: Schema | None = getattr(part, field)
            if inner is not None:
                found[field] = self._inner(found.get(field), inner)
        found["bounds"] = {**found.get("bounds", {}), **part.bounds}
        if part.prefix_items:
            found["prefix_items"] = part.prefix_items
        if part.pattern_properties:
            found["pattern_properties"] = self._named(
                found.get("pattern_properties", {}), part.pattern_properties
            )

    def _checked(
        self,
        keyword: str,
        known: tuple[Any, ...],
        stated: tuple[Any, ...],
        common: tuple[Any, ...],
        part: Schema,
    ) -> tuple[Any, ...]:
        """What two values of a keyword have in common; the later one after noting that it is
        nothing."""
        kind = "enum" if keyword == "const" else keyword
        earlier = self._stated_by.get(kind)
        self._stated_by[kind] = (keyword, part)
        if not known or earlier is None:
            return stated
        if not common:
            self.conflicts.append(Conflict(*earlier, keyword, part))
            return stated
        return common

    def _inner(self, first: Schema | None, later: Schema) -> Schema:
        if first is None or first.is_plain:
            return later
        return first if later.is_plain else narrower(self._description, first, later)

    def _named(
        self, first: Mapping[str, Schema], later: Mapping[str, Schema]
    ) -> Mapping[str, Schema]:
        inner = {name: self._inner(first.get(name), s) for name, s in later.items()}
        return {**first, **inner}


def _common_types(first: tuple[str, ...], later: tuple[str, ...]) -> tuple[str, ...]:
    """The types that values of both can have; a whole number is a number."""
    common = [kind for kind in later if kind in first]
    if "integer" not in common and "integer" in (*first, *later):
        common += ["integer"] if "number" in (*first, *later) else []
    return tuple(common)


def _values(schema: Schema) -> tuple[Value, ...] | None:
    """The only values that a schema allows."""
    return schema.enum if schema.const is ABSENT else (schema.const,)


def _is_among(value: Value, values: Iterable[Value]) -> bool:
    """Whether a JSON value is one of several; true is not 1."""
    return any(
        value == other and isinstance(value, bool) == isinstance(other, bool)
        for other in values
    )
