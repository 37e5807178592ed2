"""The table as a JSON Schema (draft 7, which YAML editors read): completion, hints, checks.

Accepts what the audit accepts: unknown keys and wrong values are refused, null reads as absent.
"""

from __future__ import annotations

import json
from typing import Any, assert_never

from .flow import flow
from .table import (
    EXTENSIONS,
    SECTIONS,
    TOP,
    Anything,
    Choice,
    Either,
    Fields,
    Flag,
    Ignored,
    Key,
    Kind,
    ListOf,
    MapOf,
    Number,
    Section,
    Text,
    Used,
)

JsonSchema = dict[str, Any]


def schema_text() -> str:
    """The schema as a file."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def json_schema() -> JsonSchema:
    """The schema of a configuration file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Configuration of an SDK",
        "allOf": [_reference(TOP.name)],
        "definitions": {
            name: _object(section)
            for name, section in SECTIONS.items()
            if section is not EXTENSIONS
        },
    }


def _object(section: Section) -> JsonSchema:
    found: JsonSchema = {
        "description": section.about,
        "type": "object" if section is TOP else ["object", "null"],
        "properties": {key.name: _property(key) for key in section.keys},
        "additionalProperties": (
            _schema(section.others.value, nullable=False) if section.others else False
        ),
    }
    required = [key.name for key in section.keys if key.required]
    return found | ({"required": required} if required else {})


def _property(key: Key) -> JsonSchema:
    found: JsonSchema = {"description": f"{key.meaning}{_effect(key)}"}
    if key.default is not None:
        found["default"] = key.default
    found["examples"] = [key.example]
    schema = _schema(key.kind, nullable=not key.required)
    # Draft 7 ignores the siblings of a $ref.
    return found | ({"allOf": [schema]} if "$ref" in schema else schema)


def _effect(key: Key) -> str:
    match key.effect:
        case Used():
            return f"\n\nExample: `{key.name}: {flow(key.example)}`"
        case Ignored(why):
            return f"\n\nIgnored: {why}."
        case _:
            assert_never(key.effect)


def _schema(kind: Kind, *, nullable: bool) -> JsonSchema:
    match kind:
        case Anything():
            return {}
        case Fields(section):
            return _reference(section)
        case Choice(values):
            return {"enum": [*values, *([None] if nullable else [])]}
        case Text(shape):
            pattern = {"pattern": f"^({shape.pattern})$"} if shape else {}
            return {"type": _type("string", nullable=nullable)} | pattern
        case Flag():
            return {"type": _type("boolean", nullable=nullable)}
        case Number(minimum, maximum, whole):
            type_ = _type("integer" if whole else "number", nullable=nullable)
            return {"type": type_, "minimum": minimum, "maximum": maximum}
        case ListOf(item):
            return {
                "type": _type("array", nullable=nullable),
                "items": _schema(item, nullable=False),
            }
        case MapOf(_, value):
            return {
                "type": ["object", "null"],
                "additionalProperties": _schema(value, nullable=False),
            }
        case Either(kinds):
            return {"anyOf": [_schema(one, nullable=nullable) for one in kinds]}
        case _:
            assert_never(kind)


def _type(name: str, *, nullable: bool) -> str | list[str]:
    return [name, "null"] if nullable else name


def _reference(section: str) -> JsonSchema:
    return {"$ref": f"#/definitions/{section}"}
