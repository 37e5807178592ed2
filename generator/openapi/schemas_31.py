"""Reads schemas of OpenAPI 3.1: JSON Schema 2020-12 with the vocabulary of OpenAPI.

``SCHEMA`` has a row for each keyword: the field of the model that it fills, and how it is read. A
value of the wrong type is reported and left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, ClassVar

from ..source import Value
from .cursor import Cursor
from .keywords import IGNORED
from .keywords import BOUNDS
from .media_types import is_bytes
from .model import Discriminator, Reference, Schema

Read = Callable[[Any, Cursor, str, Value], object]
"""Reads a keyword: the reader, the schema, the keyword and its value; None if unusable."""

OVERRIDE = "x-stainless-override-schema"
"""The keyword whose schema is read in place of the one around it."""

_MAY_BE_NULL = ("const", "default", "example")
_UNEVALUATED = {
    "items": "unevaluated_items",
    "additional_properties": "unevaluated_properties",
}
_ENCODINGS = {"base64": "byte", "base64url": "base64url"}
"""The formats of texts in an encoding (OpenAPI 3.1, 4.4.1.2 "Working With Binary Data")."""


def _text(_: Schemas31, schema: Cursor, key: str, value: Value) -> str | None:
    return value if isinstance(value, str) else schema.text(key)


def read_flag(_: Schemas31, schema: Cursor, key: str, value: Value) -> bool:
    """A keyword that is true or false."""
    return value if isinstance(value, bool) else schema.flag(key)


def _value(_: Schemas31, _schema: Cursor, _key: str, value: Value) -> Value:
    return value


def _values(_: Schemas31, schema: Cursor, key: str, value: Value) -> tuple[Value, ...]:
    if isinstance(value, list):
        return tuple(value)
    schema.step(key).expected("a list")
    return ()


def _names(_: Schemas31, schema: Cursor, key: str, value: Value) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ()  # a flag of draft 3, which the checks report
    return schema.strings(key)


def _types(_: Schemas31, schema: Cursor, key: str, value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    names = dict.fromkeys(schema.strings(key))
    if isinstance(value, list) and None in value:
        names["null"] = None  # YAML's own null is reported, and meant
    return tuple(names)


def _one(schemas: Schemas31, schema: Cursor, key: str, _: Value) -> Schema:
    return schemas.read(schema.step(key))


def _list(schemas: Schemas31, schema: Cursor, key: str, _: Value) -> tuple[Schema, ...]:
    return tuple(schemas.read(item) for item in schema.step(key).items())


def _named(
    schemas: Schemas31, schema: Cursor, key: str, _: Value
) -> Mapping[str, Schema]:
    entries = schema.step(key).entries()
    return {name: schemas.read(entry) for name, entry in entries}


def _reference(schemas: Schemas31, schema: Cursor, key: str, value: Value) -> Reference:
    return schemas.reference(schema.step(key))


def _dynamic_reference(
    schemas: Schemas31, schema: Cursor, key: str, value: Value
) -> Reference | None:
    """A reference to the nearest anchor: descriptions use it for recursion, where that is the one."""
    found = schemas.reference(schema.step(key))
    return found if found.target is not None else None


def _discriminator(
    schemas: Schemas31, schema: Cursor, key: str, _: Value
) -> Discriminator | None:
    return schemas.discriminator(schema.step(key))


def _read_content(fields: dict[str, Any]) -> None:
    """Turn what says that a text holds bytes into the format that does."""
    encoding: str | None = fields.pop("content_encoding", None)
    media_type: str = fields.pop("content_media_type", "")
    if fields.get("types", ("string",)) != ("string",) or "format" in fields:
        return
    if encoding is not None:
        form = _ENCODINGS.get(encoding.lower())
    else:
        form = "binary" if is_bytes(media_type.partition(";")[0].lower()) else None
    if form is not None:
        fields |= {"types": ("string",), "format": form}


class Schemas31:
    """The schemas of one description; each that something refers to is read when asked for."""

    COMPONENTS: ClassVar[tuple[str, ...]] = ("components", "schemas")
    """The keys that lead to the schemas with names."""

    def __init__(self, root: Cursor) -> None:
        self._root = root
        self._referenced: dict[str, Cursor] = {}
        self.by_id = cache(self._by_id)

    def find(self, name: str) -> Schema | None:
        """The schema of a component, or that a reference in the root document leads to."""
        found = self._root.goto(name) if name.startswith("#") else self._component(name)
        if found is None:
            return None
        return self.by_id(self._registered(found))

    def read(self, stated: Cursor) -> Schema:
        """A schema with all that is nested in it."""
        value = stated.value
        if isinstance(value, bool):
            return Schema(origin=stated.origin, always=value)
        if not isinstance(value, dict):
            stated.expected("a schema")
            value = {}
        origin = stated.origin
        if OVERRIDE in value:
            override = stated.step(OVERRIDE)
            if isinstance(override.value, bool):
                return Schema(origin=origin, always=override.value)
            if isinstance(override.value, dict):
                stated, value = override, override.value
            else:
                override.expected("a schema")
        fields: dict[str, Any] = {}
        extensions: dict[str, Value] = {}
        bounds: dict[str, Value] = {}
        unread: list[str] = []
        for key, keyword in value.items():
            if key in self.SCHEMA:
                name, read = self.SCHEMA[key]
                if keyword is None and key not in _MAY_BE_NULL:
                    continue
                found = read(self, stated, key, keyword)
                if found is not None or key in _MAY_BE_NULL:
                    fields[name] = found
                elif key == "$dynamicRef":
                    unread.append(key)
            elif key in BOUNDS:
                bounds[key] = keyword
            elif key.startswith("x-"):
                extensions[key] = keyword
            elif key not in IGNORED["schema"]:
                unread.append(key)
        self.adjust(fields, bounds)
        if bounds:
            fields["bounds"] = bounds
        if extensions:
            fields["extensions"] = extensions
        return Schema(
            origin=origin,
            has_keywords=bool(value),
            unread=tuple(sorted(unread)),
            **fields,
        )

    def adjust(self, fields: dict[str, Any], bounds: dict[str, Value]) -> None:
        """Bring what a version says in its own way into the form of the model."""
        types = fields.get("types", ())
        if "null" in types and types != ("null",):
            fields["types"] = tuple(kind for kind in types if kind != "null")
            fields["nullable"] = True
        for field in ("items", "additional_properties"):
            rest = fields.pop(_UNEVALUATED[field], None)
            if rest is not None:
                fields.setdefault(field, rest)
        dependent: Mapping[str, Schema] = fields.pop("dependent_schemas", {})
        branches = [fields.pop(name, None) for name in ("then", "else")]
        conditional = (*filter(None, branches), *dependent.values())
        if conditional:
            fields["conditional"] = conditional
        _read_content(fields)
        if "example" in fields:
            fields["examples"] = (fields.pop("example"), *fields.get("examples", ()))

    def reference(self, stated: Cursor) -> Reference:
        """A ``$ref`` in a schema."""
        if not isinstance(stated.value, str):
            return Reference(None)
        target = stated.goto(stated.value)
        if target is None:
            return Reference(None)
        return Reference(self._registered(target))

    def discriminator(self, stated: Cursor) -> Discriminator | None:
        """The discriminator of a union."""
        name = stated.text("propertyName")
        if name is None:
            return None
        mapping = stated.at("mapping")
        entries = mapping.entries() if mapping else ()
        default = stated.at("defaultMapping")
        return Discriminator(
            name,
            {value: self._variant(entry) for value, entry in entries},
            self._variant(default) if default is not None else None,
        )

    def _variant(self, stated: Cursor) -> str | None:
        """The id of the schema that a mapping names by reference or by component name."""
        text = stated.as_text()
        if text is None:
            return None
        target = self._component(text) or stated.goto(text)
        return self._registered(target) if target is not None else None

    def _component(self, name: str) -> Cursor | None:
        return self._root.descend(*self.COMPONENTS, name)

    def _registered(self, target: Cursor) -> str:
        """The id of a schema that something refers to, by which it can be read."""
        self._referenced.setdefault(target.id, target)
        return target.id

    def _by_id(self, schema_id: str) -> Schema:
        return self.read(self._referenced[schema_id])

    SCHEMA: ClassVar[Mapping[str, tuple[str, Read]]] = MappingProxyType(
        {
            "$ref": ("ref", _reference),
            "$dynamicRef": ("ref", _dynamic_reference),
            "type": ("types", _types),
            "nullable": ("nullable", read_flag),
            "enum": ("enum", _values),
            "const": ("const", _value),
            "format": ("format", _text),
            "allOf": ("all_of", _list),
            "anyOf": ("any_of", _list),
            "oneOf": ("one_of", _list),
            "properties": ("properties", _named),
            "patternProperties": ("pattern_properties", _named),
            "additionalProperties": ("additional_properties", _one),
            "propertyNames": ("property_names", _one),
            "required": ("required", _names),
            "items": ("items", _one),
            "prefixItems": ("prefix_items", _list),
            "contentEncoding": ("content_encoding", _text),
            "contentMediaType": ("content_media_type", _text),
            "contentSchema": ("content_schema", _one),
            "then": ("then", _one),
            "else": ("else", _one),
            "dependentSchemas": ("dependent_schemas", _named),
            "unevaluatedItems": ("unevaluated_items", _one),
            "unevaluatedProperties": ("unevaluated_properties", _one),
            "discriminator": ("discriminator", _discriminator),
            "title": ("title", _text),
            "description": ("description", _text),
            "default": ("default", _value),
            "example": ("example", _value),
            "examples": ("examples", _values),
            "deprecated": ("deprecated", read_flag),
            "readOnly": ("read_only", read_flag),
            "writeOnly": ("write_only", read_flag),
        }
    )
