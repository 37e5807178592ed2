"""A large description, made up: how long its site takes, beside its client.

``python -m tests.docs.large 1000`` prints the seconds that each takes for so many operations.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from generator.pipeline import build, build_docs
from tests.docs.conftest import compiled

_TOPICS = "zone account user member role rule certificate record setting worker".split()
_VERBS = {
    "list": "get",
    "create": "put",
    "retrieve": "get",
    "edit": "patch",
    "delete": "delete",
}


def description(operations: int) -> dict[str, Any]:
    """A description with so many operations, five for each resource."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {}
    for number in range(operations // len(_VERBS)):
        topic = f"{_TOPICS[number % len(_TOPICS)]}{number}"
        schemas[topic.title()] = _schema(topic)
        for name, verb in _VERBS.items():
            paths.setdefault(f"/{topic}s/{{id}}/{name}", {})[verb] = _operation(
                topic, name
            )
    return {
        "openapi": "3.1.0",
        "info": {"title": "Large", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def configuration(operations: int) -> dict[str, Any]:
    """A configuration that gives each of these operations a method."""
    resources: dict[str, Any] = {}
    for number in range(operations // len(_VERBS)):
        topic = f"{_TOPICS[number % len(_TOPICS)]}{number}"
        methods = {
            name: f"{verb} /{topic}s/{{id}}/{name}" for name, verb in _VERBS.items()
        }
        resources[f"{topic}s"] = {"models": {topic: topic.title()}, "methods": methods}
    option = {
        "type": "string",
        "nullable": True,
        "read_env": "LARGE_TOKEN",
        "auth": {"security_scheme": "token"},
    }
    return {
        "organization": {"name": "large"},
        "targets": {"python": {"package_name": "large"}},
        "client_settings": {"opts": {"token": option}},
        "resources": resources,
    }


def _operation(topic: str, name: str) -> dict[str, Any]:
    names = ("before", "after", "order", "per_page", "state", f"{topic}_kind")
    parameters = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"},
         "description": f"Identifies the {topic}."},
        *({"name": n, "in": "query", "schema": {"type": "string", "maxLength": 90},
           "description": f"Which `{n}` the {topic} has, *if* any."} for n in names),
    ]  # fmt: skip
    schema = {"$ref": f"#/components/schemas/{topic.title()}"}
    return {
        "summary": f"{name.capitalize()} one {topic}",
        "description": f"Does what `{name}` says to a {topic}, with **care**.",
        "operationId": f"{topic}_{name}",
        "parameters": parameters,
        "responses": {
            "200": {
                "description": "",
                "content": {"application/json": {"schema": schema}},
            }
        },
    }


def _schema(topic: str) -> dict[str, Any]:
    properties: dict[str, Any] = {
        f"field_{n}": {"type": "string", "description": f"The {n}th word on a {topic}."}
        for n in range(12)
    }
    inner = {
        "type": "object",
        "properties": {"a": {"type": "integer"}, "b": {"type": "boolean"}},
    }
    return {
        "type": "object",
        "properties": {"id": {"type": "string"}, "inner": inner, **properties},
    }


def write(folder: Path, operations: int) -> None:
    """Put both files into a folder."""
    (folder / "openapi.json").write_text(json.dumps(description(operations)))
    (folder / "stainless.json").write_text(json.dumps(configuration(operations)))


def main() -> None:
    """Print the seconds for a number of operations."""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), int(sys.argv[1]))
        started = time.perf_counter()
        sdk = compiled(Path(name))
        assert sdk is not None
        for label, action in (("client", build), ("documentation", build_docs)):
            before = time.perf_counter()
            tree = action(sdk, lambda _: None)
            size = sum(map(len, tree.values())) / 1e6
            print(
                f"{label}: {time.perf_counter() - before:.1f} s, {len(tree)} files, {size:.1f} MB"
            )
        print(f"compiling: {before - started:.1f} s with the client")


if __name__ == "__main__":
    main()
