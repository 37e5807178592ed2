"""A resource with very many methods has small modules, and imports no more than its caller uses."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from tests.behaviour.conftest import Generate

METHODS = 600
LARGEST = 300_000
"""Bytes of a module."""
OTHERS = ("resources", "resources.others", "types", "types.shared")
"""What a method of the small resource needs before it is called; no type is among it."""


def made(generate: Generate, methods: int) -> ModuleType:
    """A client with so many methods in one resource, around a small one, and a small one next to it."""
    parameters = [
        {
            "name": f"filter_{number}",
            "in": "query",
            "description": "Keeps what has this value. " * 3,
            "schema": {"type": "string", "enum": ["first", "second", "third"]},
        }
        for number in range(3)
    ]
    answer = {
        "description": "ok",
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
        },
    }
    operation = {
        "description": "Returns what there is. " * 10,
        "parameters": parameters,
        "responses": {"200": answer},
    }
    thing = {"type": "object", "properties": {"name": {"type": "string"}}}
    description = {
        "paths": {f"/thing/{number}": {"get": operation} for number in range(methods)},
        "components": {"schemas": {"Thing": thing}},
    }
    configuration = {
        "resources": {
            "$shared": {"models": {"thing": "Thing"}},
            "things": {
                "methods": {f"get_{n}": f"get /thing/{n}" for n in range(methods)},
                "subresources": {"inner": {"methods": {"get": "get /thing/1"}}},
            },
            "others": {"methods": {"get": "get /thing/2"}},
        }
    }
    return generate(json.dumps(description), json.dumps(configuration))


def loaded(package: ModuleType, program: str) -> set[str]:
    """The modules of resources and types that a program imports, in a process of its own."""
    name = package.__name__
    own = (f"{name}.resources", f"{name}.types")
    script = (
        f"import sys, {name} as package\n{program}\n"
        f"print(*(m for m in sys.modules if m.startswith({own})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(str(package.__file__)).parents[1],
        capture_output=True,
        text=True,
        check=True,
    )
    return {found.removeprefix(f"{name}.") for found in done.stdout.split()}


def test_very_many_methods_are_in_small_modules_and_imported_as_they_are_used(
    generate: Generate,
) -> None:
    package = made(generate, METHODS)
    folder = Path(str(package.__file__)).parent
    sizes = {p.name: p.stat().st_size for p in folder.rglob("*.py")}
    assert max(sizes.values()) < LARGEST, max(sizes.items(), key=lambda item: item[1])
    found = loaded(package, "package.Client().things.get_0")
    assert {
        "resources.things._things.part_1",
        "resources.things._things.part_2",
    } < found
    assert not {name for name in found if name.endswith(("_async", "_modes"))}
    for client in (package.Client(), package.AsyncClient()):
        things = client.things
        for number in range(METHODS):
            parameters = inspect.signature(getattr(things, f"get_{number}")).parameters
            assert {"filter_0", "filter_1", "filter_2"} < parameters.keys()
        for companion in (things.with_raw_response, things.with_streaming_response):
            assert all(callable(getattr(companion, f"get_{n}")) for n in range(METHODS))
            assert callable(companion.inner.get)
        assert callable(things.inner.get)


def test_a_resource_is_imported_in_the_form_that_is_used(generate: Generate) -> None:
    package = made(generate, 3)
    assert loaded(package, "package.Client()") == set()
    assert loaded(package, "package.Client().others.get") == {*OTHERS}
    program = "package.Client().others.with_raw_response.get"
    assert loaded(package, program) == {*OTHERS, "resources._others_modes"}
    program = "package.AsyncClient().others.get"
    assert loaded(package, program) == {*OTHERS, "resources._others_async"}
