"""A package with very many names imports one when it is used, and its modules stay small."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.behaviour.conftest import Generate

LONG = "a_model_whose_name_is_about_as_long_as_those_of_a_method_and_its_property"
NAMES = [f"{LONG}_{number:03}" for number in range(400)]
CLASSES = ["".join(map(str.capitalize, name.split("_"))) for name in NAMES]


@pytest.fixture
def package(generate: Generate) -> ModuleType:
    """A client with four hundred models of long names."""
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    answer = {
        "description": "ok",
        "content": {
            "application/json": {"schema": {"$ref": f"#/components/schemas/{NAMES[0]}"}}
        },
    }
    description = {
        "paths": {"/thing": {"get": {"responses": {"200": answer}}}},
        "components": {"schemas": dict.fromkeys(NAMES, schema)},
    }
    configuration = {
        "resources": {
            "things": {
                "models": dict(zip(NAMES, NAMES, strict=True)),
                "methods": {"get": "get /thing"},
            }
        }
    }
    return generate(json.dumps(description), json.dumps(configuration))


def folder(package: ModuleType) -> Path:
    return Path(str(package.__file__)).parent


def test_every_name_is_imported_from_where_it_always_is(package: ModuleType) -> None:
    types = package.types
    assert set(CLASSES) <= set(dir(types)) & set(types.__all__)
    assert all(getattr(types, name).__name__ == name for name in CLASSES)
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        _ = types.Nothing


def test_a_name_is_looked_up_in_its_own_part(package: ModuleType) -> None:
    parts = {p.stem for p in (folder(package) / "types").glob("_names_*.py")}
    assert len(parts) > 1
    assert getattr(package.types, CLASSES[0]).__name__ == CLASSES[0]
    prefix = f"{package.__name__}.types."
    loaded = {name.removeprefix(prefix) for name in sys.modules if prefix in name}
    assert len(parts & loaded) == 1


def test_type_checkers_see_every_name(package: ModuleType, tmp_path: Path) -> None:
    name = package.__name__
    program = tmp_path / "program.py"
    program.write_text(
        f"from {name} import types\n"
        f"from {name}.types import {CLASSES[0]}, {CLASSES[-1]}\n"
        f"reveal_type(types.{CLASSES[100]}().a)\n"
        f"reveal_type({CLASSES[0]}().a)\n"
        f"reveal_type({CLASSES[-1]}().a)\n"
    )
    done = subprocess.run(
        [
            *(
                sys.executable,
                "-m",
                "mypy",
                "--strict",
                "--config-file=",
                "--follow-imports=silent",
            ),
            *("--cache-dir", str(tmp_path / "cache"), str(program)),
        ],
        env={"MYPYPATH": str(folder(package).parent)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.stdout.count('Revealed type is "str | None"') == 3, done.stdout
    assert "error" not in done.stdout
