"""Descriptions that are small but for one thing, of which there is very much.

python -m benchmarks.compiler.shapes properties 10000 openapi.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

Json = dict[str, Any]
TEXT = {"type": "string"}


def properties(count: int) -> Json:
    """One schema with so many properties."""
    fields = {
        f"field_{n}": {"type": ("string", "integer")[n % 2]} for n in range(count)
    }
    return _described({"Root": {"type": "object", "properties": fields}})


def parameters(count: int) -> Json:
    """One method with so many parameters."""
    described = _described({"Root": {"type": "object"}})
    described["paths"]["/things"]["get"]["parameters"] = [
        {"name": f"filter_{n}", "in": "query", "schema": TEXT} for n in range(count)
    ]
    return described


def values(count: int) -> Json:
    """An enumeration of so many values."""
    names = [f"value_{n}" for n in range(count)]
    kind = {"type": "string", "enum": names}
    return _described({"Root": {"type": "object", "properties": {"kind": kind}}})


def resources(count: int) -> Json:
    """So many resources of one method, all at the top."""
    described = _described({"Root": {"type": "object", "properties": {"a": TEXT}}})
    described["paths"] |= {
        f"/thing{n}": {"get": _operation(f"list_thing{n}")} for n in range(count)
    }
    return described


def references(count: int) -> Json:
    """A schema that is another one, which is another one, and so on."""
    schemas = {_name(n): _reference(_name(n + 1)) for n in range(count)}
    return _described(schemas | {_name(count): {"type": "object", "properties": {}}})


def nesting(count: int) -> Json:
    """A model that contains another one, which contains another one, and so on."""
    schemas = {
        _name(n): _object({"id": TEXT, "next": _reference(_name(n + 1))})
        for n in range(count)
    }
    return _described(schemas | {_name(count): _object({"id": TEXT})})


def recursion(count: int) -> Json:
    """Models of which each reaches each other one, and itself."""
    return _described(
        {
            _name(n): _object(
                {
                    f"to_{step}": _reference(_name((n + step) % count))
                    for step in (1, 7, 31)
                }
            )
            for n in range(count)
        }
    )


def inheritance(count: int) -> Json:
    """A model that extends another one, which extends another one, and so on."""
    schemas: Json = {
        _name(n): {"allOf": [_reference(_name(n + 1)), _object({f"field_{n}": TEXT})]}
        for n in range(count)
    }
    return _described(schemas | {_name(count): _object({"id": TEXT})})


def alternatives(count: int) -> Json:
    """A value that is one of so many models."""
    kinds = {
        f"Kind{n}": _object({"kind": {"type": "string", "enum": [f"kind_{n}"]}})
        for n in range(count)
    }
    either = {
        "oneOf": [_reference(name) for name in kinds],
        "discriminator": {"propertyName": "kind"},
    }
    return _described({"Root": _object({"content": either}), **kinds})


def patterns(count: int) -> Json:
    """Fields whose samples take for ever to be held against their patterns."""
    sample = f"{'a' * 40}!"
    field = TEXT | {"pattern": "^(a+)+$", "example": sample, "default": sample}
    return _described({"Root": _object({f"field_{n}": field for n in range(count)})})


SHAPES: dict[str, Callable[[int], Json]] = {
    shape.__name__: shape
    for shape in (
        *(properties, parameters, values, resources, references, nesting),
        *(recursion, inheritance, alternatives, patterns),
    )
}


def _described(schemas: Json) -> Json:
    """A description with these schemas, the first of which is what its method returns."""
    first = next(iter(schemas))
    return {
        "openapi": "3.0.3",
        "info": {"title": "Shapes", "version": "1.0.0"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/things": {"get": _operation("get_things", first)}},
        "components": {"schemas": schemas},
    }


def _operation(name: str, model: str = "Root") -> Json:
    content = {"application/json": {"schema": _reference(model)}}
    return {
        "operationId": name,
        "responses": {"200": {"description": "Found.", "content": content}},
    }


def _name(number: int) -> str:
    return f"Model{number}"


def _object(fields: Json) -> Json:
    return {"type": "object", "properties": fields}


def _reference(model: str) -> Json:
    return {"$ref": f"#/components/schemas/{model}"}


def main(shape: str, count: str, path: str) -> None:
    """Write a description as JSON with line breaks."""
    text = json.dumps(SHAPES[shape](int(count)), indent=2)
    Path(path).write_text(text, "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
