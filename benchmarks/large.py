"""A large API around the small one: its description and its configuration, with as many models as wanted.

Real large APIs look like this: groups of resources, a handful of resources in each, some twenty
models in each resource, of which a call uses a few.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
GROUPS, RESOURCES = 100, 3
Json = dict[str, Any]


def schemas(name: str, count: int) -> Iterator[tuple[str, Json]]:
    """The models of a resource: a tree in which each has two others."""
    for number in range(count):
        properties: Json = {
            "id": {"type": "string", "description": "Identifies it."},
            "made_at": {"type": "string", "format": "date-time"},
            "size": {"type": "integer", "description": "In bytes."},
            "kind": {"type": "string", "enum": ["large", "small"]},
        }
        for part, other in (
            ("first", 2 * number + 1),
            ("others", 2 * number + 2),
        ):
            if other < count:
                reference = {"$ref": f"#/components/schemas/{name}Part{other}"}
                is_list = part == "others"
                properties[part] = (
                    {"type": "array", "items": reference} if is_list else reference
                )
        yield (
            f"{name}Part{number}",
            {
                "type": "object",
                "description": f"Part {number} of {name}.",
                "properties": properties,
            },
        )


def operation(path: str, model: str, *, is_list: bool) -> Json:
    """A GET of one model, or of a list of them."""
    reference = {"$ref": f"#/components/schemas/{model}"}
    schema = {"type": "array", "items": reference} if is_list else reference
    parameter = {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": {"type": "string"},
    }
    return {
        "operationId": path.strip("/").replace("/", "_").replace("{id}", "one"),
        "parameters": [] if is_list else [parameter],
        "responses": {
            "200": {
                "description": "It.",
                "content": {"application/json": {"schema": schema}},
            }
        },
    }


def enlarged(description: Json, configuration: Json, models: int) -> None:
    """Add models to an API, in place, with the resources and calls that use them."""
    each = models // (GROUPS * RESOURCES)
    for group in range(GROUPS):
        inner: Json = {}
        for number in range(RESOURCES):
            name, path = f"Group{group}Box{number}", f"/group{group}/box{number}"
            description["components"]["schemas"].update(schemas(name, each))
            one = f"{path}/{{id}}"
            for at, is_list in ((path, True), (one, False)):
                asked = operation(at, f"{name}Part0", is_list=is_list)
                description["paths"][at] = {"get": asked}
            inner[f"box{number}"] = {
                "models": {
                    f"box{number}_part{n}": f"#/components/schemas/{name}Part{n}"
                    for n in range(each)
                },
                "methods": {"list": f"get {path}", "get": f"get {one}"},
            }
        configuration["resources"][f"group{group}"] = {"subresources": inner}


def write(folder: Path, models: int) -> Path:
    """Write description and configuration into a folder; gives the path of the latter."""
    spec = ROOT / "spec"
    description = yaml.safe_load((spec / "openapi.yaml").read_text("utf-8"))
    configuration = yaml.safe_load((spec / "stainless.yml").read_text("utf-8"))
    enlarged(description, configuration, models)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "openapi.yaml").write_text(json.dumps(description), "utf-8")
    (folder / "stainless.yml").write_text(json.dumps(configuration), "utf-8")
    return folder / "stainless.yml"
