"""A configuration for any description: a method of each operation, a model of each component."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Any

from generator.openapi import Description

PACKAGE = "made"
ADDRESS = "https://api.example.com"


def configuration(description: Description) -> dict[str, Any]:
    """Resources are the first segments of paths, methods are called by their operation ids."""
    resources: dict[str, Any] = {}
    taken: set[str] = set()
    for operation in description.operations.values():
        names = (p for p in operation.path.split("/") if p and "{" not in p)
        resource = _key(next(names, ""), "root")
        method = _unused(_key(operation.operation_id or str(operation), "call"), taken)
        taken.add(method)
        found = resources.setdefault(resource, {"methods": {}})
        found["methods"][method] = str(operation)
    models: dict[str, str] = {}
    for name in description.schema_names:
        models[_unused(_key(name, "model"), models)] = name
    return {
        "organization": {"name": PACKAGE},
        "targets": {"python": {"package_name": PACKAGE}},
        "environments": {"production": ADDRESS},
        "settings": {"license": "MIT"},
        "resources": {**resources, "$shared": {"models": models}},
    }


def _key(text: str, fallback: str) -> str:
    key = re.sub(r"\W+", "_", text, flags=re.ASCII).strip("_").lower() or fallback
    return f"{fallback}_{key}" if key[0].isdigit() else key


def _unused(name: str, taken: Container[str]) -> str:
    numbered = (f"{name}_{n}" if n > 1 else name for n in range(1, 10_000))
    return next(wish for wish in numbered if wish not in taken)
