"""Small descriptions from many hands become clients: nothing breaks, whatever they hold.

Each gets a configuration that makes a method of every operation that can be called without a
body, and a model of every component.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.config import load_config
from generator.diagnostics import Report, render_report
from generator.lower import lower
from generator.naming import assign
from generator.pipeline import runtime_files
from generator.openapi import Description, describe
from generator.surface import bind
from generator.targets import python

ROOTS = (
    "corpus/small/*.yaml",
    "corpus/small/*.json",
    "corpus/small/*/*.openapi.yaml",
    "corpus/small/*/spec/swagger.json",
    "oracles/*/openapi.yml",
)
PACKAGE = "made"
IMPORT_ALL = Path(__file__).with_name("import_all.py")


def _descriptions() -> list[Path]:
    material = os.environ.get("CLIENTWRIGHT_MATERIAL")
    if not material:
        return []
    return sorted(path for pattern in ROOTS for path in Path(material).glob(pattern))


def _name(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def _understood(path: Path) -> Description | None:
    """The description; None for Swagger 2, which is refused with a remedy."""
    report = Report()
    described = describe(path, report)
    if described is None:
        (refusal,) = [d for d in report.diagnostics if d.code == "S005"]
        assert "Swagger 2.0" in refusal.message or "Swagger '2.0'" in refusal.message
        assert refusal.help
        return None
    return described.description


def _configuration(description: Description) -> dict[str, Any]:
    methods = {
        operation.operation_id or str(operation): str(operation)
        for operation in description.operations.values()
        if operation.verb == "get" and operation.body is None
    }
    names = description.schema_names
    return {
        "organization": {"name": PACKAGE},
        "targets": {"python": {"package_name": PACKAGE}},
        "environments": {"production": "https://api.example.com"},
        "settings": {"license": "MIT"},
        "resources": {
            "everything": {
                "models": {name: f"#/components/schemas/{name}" for name in names},
                "methods": methods,
            }
        },
    }


def _client(path: Path, config: Path) -> dict[str, str] | None:
    """The texts of the client, not formatted; None where the description is refused."""
    description = _understood(path)
    if description is None:
        return None
    config.write_text(json.dumps(_configuration(description)))
    report = Report()
    settings = load_config(config, report)
    assert settings is not None, render_report(report)
    api = lower(description, settings, report)
    names = assign(api, report)
    assert not report.failed, render_report(report)
    return dict(python.texts(bind(api, names)))


def test_the_material_is_there() -> None:
    if not _descriptions():
        message = "CLIENTWRIGHT_MATERIAL does not lead to a corpus"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(message)


@pytest.mark.parametrize("path", _descriptions(), ids=_name)
def test_a_description_becomes_python_that_can_be_imported(
    path: Path, tmp_path: Path
) -> None:
    client = _client(path, tmp_path / "stainless.json")
    if client is None:
        pytest.skip("Swagger 2 is not read")
    for name, text in client.items():
        if name.endswith(".py"):
            compile(text, name, "exec")
    core = tmp_path / "src" / PACKAGE / "_core"
    files = {tmp_path / name: text.encode() for name, text in client.items()}
    files |= {core / name: data for name, data in runtime_files()}
    for file, data in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-W", "error", IMPORT_ALL, tmp_path / "src"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
