"""Descriptions of any number of operations, made to be measured: growth, and a very large one.

    python -m benchmarks.compiler.synthetic 1000 openapi.json

Each resource has five operations and six models. Models refer to others of their group of resources and to a few that all
share, as those of real APIs do, so that what an operation needs does not grow with the number of operations.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Json = dict[str, Any]
GROUP = 10
"""Resources in a group."""
EACH = 5
"""Operations of a resource."""
PROSE = (
    "What is stored under this name, and how it is shown to those who may see it. "
    "It can be changed at any time; what was stored before is kept for 30 days."
)


def described(operations: int) -> Json:
    """A description of so many operations."""
    resources = range(-(-operations // EACH))
    paths: Json = {}
    left = operations
    for number in resources:
        for path, method, operation in _operations(number):
            if left > 0:
                paths.setdefault(path, {})[method] = operation
                left -= 1
    schemas = dict(_shared())
    for number in resources:
        schemas |= _models(number, last=resources[-1])
    return {
        "openapi": "3.0.3",
        "info": {"title": "Synthetic", "version": "1.0.0"},
        "servers": [{"url": "https://api.example.com/v1"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operations(number: int) -> Iterator[tuple[str, str, Json]]:
    """The path, the method and the operation of each call of a resource."""
    name, all_of_them = f"thing{number}", f"/group{number // GROUP}/thing{number}"
    one = f"{all_of_them}/{{thing_id}}"
    base = {"tags": [f"group {number // GROUP}"]}
    model = f"Thing{number}"
    yield (
        all_of_them,
        "get",
        base
        | {
            "operationId": f"list_{name}",
            "summary": f"List {name}",
            "description": PROSE,
            "parameters": list(_filters(number)),
            "responses": _responses(f"{model}Page"),
        },
    )
    yield (
        all_of_them,
        "post",
        base
        | {
            "operationId": f"create_{name}",
            "summary": f"Create {name}",
            "description": PROSE,
            "requestBody": _body(f"{model}Input"),
            "responses": _responses(model, status="201"),
        },
    )
    for method, verb in (("get", "get"), ("patch", "update"), ("delete", "delete")):
        operation = base | {
            "operationId": f"{verb}_{name}",
            "summary": f"{verb.title()} {name}",
            "description": PROSE,
            "parameters": [_parameter("thing_id", "path", {"type": "string"})],
            "responses": _responses(model),
        }
        if method == "patch":
            operation["requestBody"] = _body(f"{model}Input")
        yield one, method, operation


def _filters(number: int) -> Iterator[Json]:
    yield _parameter("page", "query", {"type": "integer", "minimum": 1, "default": 1})
    yield _parameter("per_page", "query", {"type": "integer", "maximum": 100})
    order = {"type": "string", "enum": ["name", "created_at", f"size_{number % 7}"]}
    yield _parameter("order", "query", order)
    yield _parameter("status", "query", _reference("Status"))
    yield _parameter(
        "created_after", "query", {"type": "string", "format": "date-time"}
    )


def _parameter(name: str, place: str, schema: Json) -> Json:
    return {
        "name": name,
        "in": place,
        "required": place == "path",
        "description": f"The {name.replace('_', ' ')}.",
        "schema": schema,
    }


def _body(model: str) -> Json:
    return {"required": True, "content": _json(_reference(model))}


def _responses(model: str, *, status: str = "200") -> Json:
    failed = {"description": "It failed.", "content": _json(_reference("Problem"))}
    done = {"description": "It is done.", "content": _json(_reference(model))}
    return {status: done, "4XX": failed}


def _json(schema: Json) -> Json:
    return {"application/json": {"schema": schema}}


def _reference(model: str) -> Json:
    return {"$ref": f"#/components/schemas/{model}"}


def _shared() -> Iterator[tuple[str, Json]]:
    """The models that every resource uses."""
    text = {"type": "string"}
    yield "Status", {"type": "string", "enum": ["active", "paused", "deleted"]}
    yield (
        "Problem",
        {
            "type": "object",
            "required": ["code", "message"],
            "properties": {"code": {"type": "integer"}, "message": text},
        },
    )
    yield (
        "Owned",
        {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": "string", "format": "uuid", "description": "Its id."},
                "owner": {"type": "string", "format": "email"},
            },
        },
    )


def _models(number: int, *, last: int) -> Json:
    """The models of a resource, which know the next resource of their group."""
    name = f"Thing{number}"
    first = number // GROUP * GROUP
    neighbour = f"Thing{min(first + (number + 1 - first) % GROUP, last)}"
    common = {
        "name": {"type": "string", "maxLength": 64, "description": f"{PROSE} {PROSE}"},
        "status": _reference("Status"),
        "labels": {"type": "object", "additionalProperties": {"type": "string"}},
        "size": {"type": "integer", "format": "int64", "description": "In bytes."},
    }
    parts = {"type": "array", "items": _reference(f"{name}Part")}
    return {
        name: {
            "allOf": [
                _reference("Owned"),
                {
                    "type": "object",
                    "description": PROSE,
                    "required": ["name", "created_at"],
                    "properties": common
                    | {
                        "created_at": {"type": "string", "format": "date-time"},
                        "parent": _reference(name),
                        "neighbour": _reference(neighbour),
                        "parts": parts,
                        "content": _either(f"{name}Text", f"{name}Picture"),
                        "limits": {
                            "type": "object",
                            "properties": {
                                "soft": {"type": "number", "description": "Warns."},
                                "hard": {"type": "number", "description": "Refuses."},
                            },
                        },
                    },
                },
            ]
        },
        f"{name}Input": {
            "type": "object",
            "required": ["name"],
            "properties": common | {"parts": parts},
        },
        f"{name}Page": {
            "type": "object",
            "properties": {
                "items": {"type": "array", "items": _reference(name)},
                "total": {"type": "integer"},
                "page": {"type": "integer"},
            },
        },
        f"{name}Part": {
            "type": "object",
            "required": ["weight"],
            "properties": {
                "weight": {"type": "number", "minimum": 0, "description": PROSE},
                "colour": {"type": "string", "enum": ["red", "green", "blue"]},
                "note": {"type": "string", "nullable": True, "description": PROSE},
            },
        },
        f"{name}Text": _kind("text", {"type": "string", "description": PROSE}),
        f"{name}Picture": _kind("picture", {"type": "string", "format": "uri"}),
    }


def _either(*models: str) -> Json:
    return {
        "oneOf": [_reference(model) for model in models],
        "discriminator": {"propertyName": "kind"},
    }


def _kind(name: str, content: Json) -> Json:
    return {
        "type": "object",
        "required": ["kind", "content"],
        "properties": {"kind": {"type": "string", "enum": [name]}, "content": content},
    }


def main(operations: str, path: str) -> None:
    """Write a description as JSON with line breaks."""
    Path(path).write_text(json.dumps(described(int(operations)), indent=2), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
