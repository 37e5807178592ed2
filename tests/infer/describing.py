"""Descriptions of a few lines, and what is inferred from them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.diagnostics import Report
from generator import infer
from generator.openapi import Description, load_description, read_description

LIST = {"type": "array", "items": {"type": "string"}}
OBJECT: dict[str, Any] = {"type": "object"}


def inferred(description: Description) -> dict[str, Any]:
    """The configuration of a description, without what is found on the way."""
    return infer.inferred(description, Report())


def read(path: Path) -> Description:
    """The model of a description."""
    report = Report()
    documents = load_description(path, report)
    assert documents is not None
    description = read_description(documents, report)
    assert description is not None
    return description


def described(paths: Mapping[str, Any], **more: Any) -> Description:
    """The model of a description with these paths."""
    info = {"title": "t", "version": "1"}
    stated = {"openapi": "3.1.0", "info": info, "paths": paths, **more}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "openapi.json"
        path.write_text(json.dumps(stated))
        return read(path)


def returning(schema: object, **more: Any) -> dict[str, Any]:
    """An operation that returns JSON."""
    content = {"application/json": {"schema": schema}}
    return {"responses": {"200": {"description": "d", "content": content}}, **more}


def operations(text: str) -> dict[str, Any]:
    """Paths from lines such as ``get /things [id=listThings] [tag=things] [list]``."""
    paths: dict[str, Any] = {}
    for line in text.strip().splitlines():
        verb, path, *words = line.split()
        known = dict(w.strip("[]").partition("=")[::2] for w in words)
        operation = returning(LIST if "list" in known else OBJECT)
        if "id" in known:
            operation["operationId"] = known["id"]
        if "tag" in known:
            operation["tags"] = [known["tag"]]
        paths.setdefault(path, {})[verb] = operation
    return paths


def methods(configuration: Mapping[str, Any]) -> dict[str, str]:
    """The endpoint of each method, by the attributes that lead to it."""
    return dict(_methods(configuration["resources"], ()))


def _methods(
    resources: Mapping[str, Any], path: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for name, resource in resources.items():
        here = (*path, name)
        for method, endpoint in resource.get("methods", {}).items():
            yield ".".join((*here, method)), endpoint
        yield from _methods(resource.get("subresources", {}), here)


def names_of(text: str) -> dict[str, str]:
    """The dotted name of each operation of some lines, by verb and path."""
    found = methods(inferred(described(operations(text))))
    return {endpoint: name for name, endpoint in found.items()}
