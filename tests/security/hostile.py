"""A description and a configuration with a slot for text wherever the grammar has one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TEXTS = (
    'plain "quotes"',
    '"""',
    '""" + __import__("os").system("x") + """',
    "'''",
    "\\",
    "ends with a backslash \\",
    'ends with a quote "',
    '\\"""',
    "\\N{BULLET} \\x41 \\u0041 \\",
    "line\nimport os\n",
    "a\rb\r\nc\x0bd\x0ce\x85f\u2028g\u2029h",
    "\x00\x1b[31m\x7f",
    "\ufeffbom",
    "\u202eright to left\u2066\u200b\u200d",
    "{{ 7 * 7 }}{% for x in y %}{# c #}",
    "{0} %s ${HOME} `id` $(id)",
    "# type: ignore",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![x](http://x.example/y) | cell |",
    "\n[project]\nname = 'other'\n",
    "'; DROP TABLE x; --",
    "eval(compile('1','','eval'))",
    "\U0001f600\U00020000",
)
"""What a slot may hold. Each has broken some generator, or is the next thing to try."""

NAMES = (
    "class", "None", "self", "cls", "__init__", "__class__", "print", "type", "object", "list",
    "BaseModel", "Field", "Literal", "datetime", "model_config", "model_fields", "copy", "json",
    "", " ", "1", "2nd", "a-b", "a_b", "aB", "a b", "A.B", "x" * 300, "é", "é".encode().decode(),
    "名前", "\U0001f600", "a\nimport os", 'a"b', "a'b", "a\\b", "../../x", "/abs", "C:\\x", "CON",
    "trailing.", "\u202eevil", "\u0430dmin", "with_raw_response", "extra_headers", "timeout",
    "_private", "__dunder__", "$ref", "@type", "{x}", "%s",
)  # fmt: skip
"""What something may be called."""


def description(text: str) -> dict[str, Any]:
    """A description that holds ``text`` in every slot for free text, data or an extension."""
    schema = {
        "title": text,
        "description": text,
        "type": "object",
        "x-extension": {"import": text},
        "properties": {
            "words": {
                "type": "string",
                "description": text,
                "pattern": text,
                "default": text,
            },
            "choice": {"type": "string", "enum": [text, "other"], "description": text},
            "only": {"const": text, "title": text},
            "format": {"type": "string", "format": text, "examples": [text]},
            "inner": {
                "type": "object",
                "description": text,
                "properties": {"a": {"title": text}},
            },
            "either": {
                "oneOf": [{"type": "string", "description": text}, {"type": "integer"}]
            },
        },
    }
    operation = {
        "summary": text,
        "description": text,
        "operationId": "read",
        "tags": [text],
        "externalDocs": {"url": "https://x.example", "description": text},
        "parameters": [
            {"name": "q", "in": "query", "description": text, "example": text,
             "schema": {"type": "string", "enum": [text, "b"], "default": text}},
            {"name": "id", "in": "path", "required": True, "description": text,
             "schema": {"type": "string"}, "example": text},
            {"name": "h", "in": "header", "description": text, "deprecated": True,
             "schema": {"type": "string", "pattern": text}},
        ],
        "responses": {"200": {"description": text, "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/Thing"}, "example": {"words": text}}}}},
    }  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "summary": text, "description": text, "version": text,
                 "license": {"name": text}, "contact": {"name": text}},
        "servers": [{"url": "https://x.example", "description": text}],
        "tags": [{"name": text, "description": text}],
        "security": [{"token": []}],
        "paths": {"/things/{id}": {"summary": text, "get": operation}},
        "components": {
            "schemas": {"Thing": schema},
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": text}
            },
        },
    }  # fmt: skip


def configuration(text: str) -> dict[str, Any]:
    """A configuration that holds ``text`` in every slot for free text."""
    return {
        "organization": {"name": "acme", "docs": text, "contact": text},
        "x-notice": text,
        "targets": {"python": {"package_name": "acme", "readme_title": text}},
        "environments": {"production": "https://x.example"},
        "client_settings": {
            "opts": {
                "token": {"type": "string", "nullable": True, "read_env": "ACME_TOKEN",
                          "description": text, "auth": {"security_scheme": "token"}},
                "extra": {"type": "string", "nullable": True, "default": text,
                          "send_in_header": "X-Extra", "description": text},
            },
            "default_headers": {"X-Fixed": text},
        },
        "resources": {
            "things": {
                "description": text,
                "models": {"thing": "Thing"},
                "methods": {"read": {"endpoint": "get /things/{id}", "deprecated": text}},
            }
        },
        "readme": {"example_requests": {"default": {
            "type": "request", "endpoint": "get /things/{id}", "params": {"id": text, "q": text}}}},
    }  # fmt: skip


def named(name: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """A description and a configuration in which everything that can be named has this name."""
    schema = {
        "type": "object",
        "properties": {name: {"type": "object", "properties": {name: {}}}},
    }
    parameters = [
        {"name": name, "in": where, "schema": {"type": "string"}}
        for where in ("query", "header")
    ]
    operation = {
        "parameters": parameters,
        "responses": {"200": {"description": "ok", "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/S"}}}}},
    }  # fmt: skip
    paths = {f"/{n}": {"get": operation} for n in ("one", "two")}
    description = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://x.example"}],
        "paths": paths,
        "components": {"schemas": {"S": schema}},
    }
    methods = {name: "get /one", f"{name}2": "get /two"}
    resource = {
        "models": {name: "S"},
        "methods": methods,
        "subresources": {name: {"methods": methods}},
    }
    return description, {
        "organization": {"name": "acme"},
        "resources": {name: resource},
    }
