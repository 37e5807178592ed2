"""A small description and a configuration that have an entry for every key of their grammars,
and the ways to put a value into each of their slots.

A hostile text and ``HARMLESS`` have the same words, so that they lead to the same names: what is
generated from the one may differ from what is generated from the other in constants only.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

HARMLESS = "zq import os"
HOSTILE = (
    'zq=__import__("os").',
    "zq\"\"\"\n'''\nimport os\n#",
    "zq\\{{import}}%{os}]})\\",
    "zq \u2028import \ud800 os\x00\u202e",
    "zq\n\n<import>\n\n# [`|`](os: '\"#",
    "zq\r\n[[import]]\r\n---\r\nos = '''\\",
)
"""Texts that end what they were printed into: a value, a docstring, a comment, a bracket; a
paragraph of Markdown, a value of TOML or YAML."""

OTHERS: tuple[Any, ...] = (None, True, 0, -1.5, "", [], {}, [None], 1e999, "x" * 300)
"""Values of every JSON type that hold no text to be printed."""

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value: the key or the value at ``path``, or a further entry of a mapping."""

    path: Path
    kind: str  # "value", "key", "entry"

    def __str__(self) -> str:
        return f"{self.kind} {'/'.join(map(str, self.path))}"


def slots(value: Any, path: Path = ()) -> Iterator[Slot]:
    """Every slot of a JSON value."""
    yield Slot(path, "value")
    if isinstance(value, dict):
        yield Slot(path, "entry")
        for key, inside in value.items():
            yield Slot((*path, key), "key")
            yield from slots(inside, (*path, key))
    elif isinstance(value, list):
        for index, inside in enumerate(value):
            yield from slots(inside, (*path, index))


def filled(value: Any, slot: Slot, new: Any) -> Any:
    """A copy of ``value`` with ``new`` in a slot."""
    if not slot.path and slot.kind == "value":
        return new
    result = copy.deepcopy(value)
    holder = result
    for token in slot.path if slot.kind == "entry" else slot.path[:-1]:
        holder = holder[token]
    match slot.kind:
        case "value":
            holder[slot.path[-1]] = new
        case "key":
            items = [(new if k == slot.path[-1] else k, v) for k, v in holder.items()]
            holder.clear()
            holder.update(items)
        case _:
            holder[str(new)] = new
    return result


def description() -> dict[str, Any]:
    """A description with an object of every kind of the standard, and every key of each."""
    media = {
        "application/json": {
            "schema": {"$ref": "#/components/schemas/Page"},
            "example": {"result": []},
            "examples": {"one": {"summary": "s", "description": "d", "value": {}}},
            "encoding": {"a": {"contentType": "text/plain", "style": "form"}},
        }
    }
    parameters = [
        {
            "name": "after",
            "in": "query",
            "description": "text",
            "required": False,
            "deprecated": True,
            "allowEmptyValue": False,
            "style": "form",
            "explode": True,
            "allowReserved": False,
            "schema": {"type": "string", "enum": ["a", "b"], "default": "a"},
            "example": "a",
        },
        {"name": "ids", "in": "query", "schema": {"type": "array", "items": {"type": "integer"}}},
        {"name": "X-Trace", "in": "header", "required": True, "examples": {"one": {"value": "v"}},
         "schema": {"type": "string", "format": "uuid"}},
        {"name": "raw", "in": "query", "content": {"application/json": {"schema": {"type": "object"}}}},
        {"$ref": "#/components/parameters/Session"},
    ]  # fmt: skip
    listing = {
        "tags": ["things"],
        "summary": "List things",
        "description": "All of them.",
        "externalDocs": {"url": "https://x.example", "description": "more"},
        "operationId": "listThings",
        "parameters": parameters,
        "responses": {
            "200": {
                "description": "ok",
                "headers": {"X-Total": {"description": "d", "schema": {"type": "integer"}}},
                "content": media,
                "links": {"next": {"operationId": "listThings", "parameters": {"a": "$request"}}},
            },
            "404": {"$ref": "#/components/responses/Missing"},
            "default": {"description": "refused"},
        },
        "callbacks": {"done": {"{$request.body}": {"post": {"responses": {}}}}},
        "deprecated": False,
        "security": [{"token": []}, {"key": [], "user": []}],
        "servers": [{"url": "https://other.example"}],
    }  # fmt: skip
    reading = {
        "summary": "Read a thing",
        "responses": {
            "200": {
                "description": "ok",
                "content": {
                    "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
                },
            }
        },
    }  # fmt: skip
    thing = {
        "title": "Thing",
        "description": "A thing.",
        "type": "object",
        "required": ["id"],
        "discriminator": {"propertyName": "kind", "mapping": {"a": "#/components/schemas/Base"}},
        "externalDocs": {"url": "https://x.example"},
        "xml": {"name": "thing", "attribute": False},
        "x-stainless-naming": {"python": {"type_name": "Thing"}},
        "properties": {
            "id": {
                "type": "string",
                "description": "text",
                "pattern": "^a$",
                "minLength": 1,
                "maxLength": 9,
                "default": "a",
                "examples": ["a"],
                "readOnly": True,
            },
            "kind": {"type": ["string", "null"], "enum": ["a", None, 1]},
            "only": {"const": "a"},
            "when": {"type": "string", "format": "date-time"},
            "amount": {"type": "number", "minimum": 0, "maximum": 9, "multipleOf": 2,
                       "exclusiveMinimum": 0, "exclusiveMaximum": 9, "example": 1},
            "secret": {"type": "string", "writeOnly": True, "deprecated": True},
            "nested": {"type": "object", "properties": {"a": {"type": "boolean"}}},
            "several": {"type": "array", "minItems": 0, "maxItems": 9, "uniqueItems": True,
                        "items": {"type": "object", "properties": {"b": {"type": "integer"}}}},
            "map": {"type": "object", "additionalProperties": {"type": "string"}},
            "either": {"oneOf": [{"title": "One", "type": "object",
                                  "properties": {"c": {"type": "string"}}}, {"type": "integer"}]},
            "any": {"anyOf": [{"type": "string"}, {"type": "null"}]},
            "skipped": {"type": "string", "x-stainless-skip": ["python"]},
        },
        "allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"d": {}}}],
    }  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "t",
            "summary": "s",
            "description": "d",
            "termsOfService": "https://x.example",
            "contact": {"name": "n", "url": "https://x.example", "email": "a@x.example"},
            "license": {"name": "MIT", "identifier": "MIT"},
            "version": "1",
        },
        "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
        "servers": [{"url": "https://x.example/{v}", "description": "d",
                     "variables": {"v": {"default": "1", "enum": ["1"], "description": "d"}}}],
        "tags": [{"name": "things", "description": "d", "externalDocs": {"url": "https://x.example"}}],
        "security": [{"token": []}, {"key": [], "user": []}],
        "externalDocs": {"url": "https://x.example"},
        "paths": {
            "/things": {"summary": "s", "description": "d", "get": listing},
            "/{kind}/{group}/things/{id}": {
                "parameters": [
                    {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
                    for name in ("kind", "group", "id")
                ],
                "get": reading,
            },
            "/things/{id}": {"$ref": "#/components/pathItems/Item"},
        },
        "webhooks": {"done": {"post": {"responses": {"200": {"description": "ok"}}}}},
        "components": {
            "schemas": {
                "Thing": thing,
                "Base": {"type": "object", "properties": {"base": {"type": "string"}}},
                "Page": {"type": "object", "properties": {
                    "result": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                    "next": {"type": "string"}}},
                "Error": {"type": "object", "properties": {"code": {"type": "integer"}}},
                "Colour": {"type": "string", "enum": ["red", "green"]},
            },
            "parameters": {
                "Session": {"name": "session", "in": "cookie", "schema": {"type": "string"}}
            },
            "responses": {"Missing": {"description": "not there"}},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "d",
                          "bearerFormat": "JWT"},
                "key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "d"},
                "user": {"type": "apiKey", "in": "query", "name": "user"},
            },
            "pathItems": {"Item": {"delete": {"responses": {"204": {"description": "gone"}}}}},
        },
    }  # fmt: skip


def configuration() -> dict[str, Any]:
    """A configuration with every key that is read."""
    return {
        "organization": {"name": "acme", "docs": "https://x.example", "contact": "c"},
        "x-version": "1.2.3",
        "x-notice": "notice",
        "x-docs": {"color": "#0b6a66", "url": "https://docs.x.example"},
        "targets": {
            "python": {
                "package_name": "acme",
                "project_name": "acme",
                "production_repo": "acme/acme",
                "readme_title": "Acme",
                "publish": {"pypi": {"package_name": "acme"}},
            }
        },
        "x-ci": "openapi.yaml",
        "environments": {"production": "https://x.example"},
        "settings": {"license": "MIT", "sort_schema_properties": True},
        "client_settings": {
            "default_env_prefix": "ACME",
            "default_timeout": "PT30S",
            "default_retries": {"max_retries": 3},
            "default_headers": {"X-Fixed": "a"},
            "opts": {
                "token": {"type": "string", "nullable": True, "read_env": "ACME_TOKEN",
                          "description": "d",
                          "auth": {"security_scheme": "token", "role": "value"}},
                "key": {"type": "string", "auth": {"security_scheme": "key"}},
                "user": {"type": "string", "auth": {"security_scheme": "user"}},
                "level": {"type": "integer", "default": 3, "send_in_header": "X-Level"},
            },
        },
        "query_settings": {"nested_format": "brackets", "array_format": "comma"},
        "pagination": [
            {
                "name": "cursor_page",
                "type": "cursor",
                "description": "d",
                "request": {"after": {"type": "string", "x-stainless-pagination-property": {
                    "purpose": "next_cursor_param"}}},
                "response": {
                    "result": {"type": "array", "x-stainless-pagination-property": {
                        "purpose": "items"}},
                    "next": {"type": ["string", "null"], "x-stainless-pagination-property": {
                        "purpose": "next_cursor_field"}},
                    "info": {"type": "object", "properties": {"total": {"type": "integer"}}},
                },
            }
        ],
        "security": [{"token": []}, {"key": [], "user": []}],
        "security_schemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
        "custom_casings": {"api": {"snake": "api", "pascal": "API", "initialism": True}},
        "unspecified_endpoints": ["post /other"],
        "x-path-scopes": {
            "group": {
                "parameters": {"kind": "kind", "id": "group"},
                "choices": {"account_id": {"value": "accounts", "description": "d"},
                            "zone_id": {"value": "zones"}},
            }
        },
        "x-errors": {"items": "errors", "model": "things.error", "success": "success"},
        "resources": {
            "$shared": {"models": {"colour": "Colour"}},
            "things": {
                "description": "d",
                "deprecated": "old",
                "models": {
                    "thing": "Thing",
                    "error": {"type": "model", "openapi_uri": "#/components/schemas/Error"},
                },
                "methods": {
                    "list": {"endpoint": "get /things", "type": "http",
                             "paginated": "cursor_page", "deprecated": "old"},
                    "get": {"endpoint": "get /{kind}/{group}/things/{id}",
                            "positional_params": ["id"]},
                },
                "subresources": {"parts": {"methods": {"remove": "delete /things/{id}"}}},
            },
        },
        "readme": {
            "example_requests": {
                "default": {"type": "request", "endpoint": "get /things", "params": {"after": "a"}}
            }
        },
    }  # fmt: skip
