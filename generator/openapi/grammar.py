"""The grammar of Swagger 2.0 and OpenAPI 3: their objects and where each may occur.

Tells a keyword from a free name, and both from data, for the phases that traverse a whole
description: references, upgrade, checks. Knows no file and no position.

A role names an object of the standard (``"schema"``, ``"operation"``); with a star it is a
mapping of names, or a list, of such objects (``"schema*"``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

METHODS_20 = ("get", "put", "post", "delete", "options", "head", "patch")
"""The methods that a path item may have in Swagger 2.0."""

METHODS_31 = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
"""The methods that a path item may have in OpenAPI 3.0 and 3.1."""

METHODS = (*METHODS_31, "query")
"""The methods that a path item may have in OpenAPI 3.2."""

VALUE_KEYWORDS_20 = (
    *("type", "format", "items", "default", "enum"),
    *("maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "multipleOf"),
    *("maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems"),
)
"""The keywords that a parameter or header of Swagger 2.0 has for its value."""

FORM_20 = "formData"
"""The key of an operation under which the fields of its form are thought to be one schema."""

UNKNOWN = "unknown"
"""The role of what the standard does not name: looked into for references, no more."""

_DATA = ("example", "default", "enum", "const", "value", "dataValue")
_ONE_SCHEMA = (
    "additionalProperties",
    "contains",
    "contentSchema",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
)
_MANY_SCHEMAS = (
    "$defs",
    "allOf",
    "anyOf",
    "definitions",
    "dependentSchemas",
    "oneOf",
    "patternProperties",
    "prefixItems",
    "properties",
)
_VALUE_20 = {"items": "schema", "default": None, "enum": None}
_CONTENT = {"content": "media*", "examples": "example*", "example": None}


def _schema_table() -> dict[str, str | None]:
    table: dict[str, str | None] = dict.fromkeys(_ONE_SCHEMA, "schema")
    table |= dict.fromkeys(_MANY_SCHEMAS, "schema*")
    return table | dict.fromkeys(("example", "examples", "default", "enum", "const"))


GRAMMAR: Mapping[str, Mapping[str, str | None]] = MappingProxyType(
    {
        "description": {
            "paths": "path*",
            "webhooks": "path*",
            "x-webhooks": "path*",
            "components": "components",
            "definitions": "schema*",
            "parameters": "parameter*",
            "responses": "response*",
            "securityDefinitions": "security scheme*",
        },
        "components": {
            "schemas": "schema*",
            "responses": "response*",
            "parameters": "parameter*",
            "examples": "example*",
            "requestBodies": "body*",
            "headers": "header*",
            "securitySchemes": "security scheme*",
            "links": "link*",
            "callbacks": "path**",
            "pathItems": "path*",
            "mediaTypes": "media*",
        },
        "path": {
            **dict.fromkeys(METHODS, "operation"),
            "parameters": "parameter*",
            "additionalOperations": "operation*",
        },
        "operation": {
            "parameters": "parameter*",
            "requestBody": "body",
            "responses": "response*",
            "callbacks": "path**",
        },
        "parameter": {"schema": "schema", **_CONTENT, **_VALUE_20},
        "header": {"schema": "schema", **_CONTENT, **_VALUE_20},
        "body": {"content": "media*"},
        "response": {
            "headers": "header*",
            "content": "media*",
            "links": "link*",
            "schema": "schema",
            "examples": None,
        },
        "media": {
            "schema": "schema",
            "itemSchema": "schema",
            "examples": "example*",
            "example": None,
            "encoding": "encoding*",
            "prefixEncoding": "encoding*",
            "itemEncoding": "encoding",
        },
        "encoding": {"headers": "header*"},
        "link": {"parameters": None, "requestBody": None},
        "schema": _schema_table(),
        "example": {"value": None, "dataValue": None},
        UNKNOWN: dict.fromkeys((*_DATA, "examples")),
    }
)


_NO_KEYS: Mapping[str, str | None] = MappingProxyType({})


Seen = set[tuple[int, str]]
"""Mappings by identity, each with a role."""


class Part(NamedTuple):
    """A mapping inside a description: its tokens from the root, what it is, and its value."""

    tokens: tuple[str, ...]
    role: str
    value: dict[str, Any]


def inside(role: str, key: str) -> str | None:
    """The role of the value of a key; None for data, which has no meaning in a description."""
    if role[-1:] == "*":
        return role[:-1]
    known = GRAMMAR.get(role, _NO_KEYS)
    if key in known:
        return known[key]
    return None if key.startswith("x-") else UNKNOWN


def of_items(role: str) -> str:
    """The role of the items of a list where ``role`` is expected."""
    return role.removesuffix("*")


def traverse(
    value: Any,
    role: str,
    tokens: tuple[str, ...] = (),
    seen: Seen | None = None,
    *,
    without: str = "",
) -> Iterator[Part]:
    """Every mapping that belongs to a description, outer ones first, in the order of the text.

    Mappings that are ``seen`` in the same role are left out with all that is in them; the others
    are added. What would have the role ``without`` is left out, too.
    """
    stack = [(tokens, role, value)] if isinstance(value, (dict, list)) else []
    while stack:
        tokens, role, value = stack.pop()
        children: list[tuple[tuple[str, ...], str, Any]] = []
        if isinstance(value, dict):
            if seen is not None:
                mapping = (id(value), role)
                if mapping in seen:
                    continue
                seen.add(mapping)
            yield Part(tokens, role, value)
            for key, child in value.items():
                if isinstance(child, (dict, list)):
                    child_role = inside(role, key)
                    if child_role is not None and child_role != without:
                        children.append(((*tokens, key), child_role, child))
        else:
            item_role = of_items(role)
            for index, item in enumerate(value):
                if isinstance(item, (dict, list)):
                    children.append(((*tokens, str(index)), item_role, item))
        children.reverse()
        stack += children
