"""How the pipeline reads both files: each once, and the extension keywords of the description."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator import config, lower, openapi
from generator.config import audit_extensions
from generator.config.table import EXTENSIONS, Used
from generator.diagnostics import Diagnostic, Report, Severity
from generator.pipeline import Inputs, compile_inputs
from generator.source import Pointer, Reader, load, load_document
from generator.source.text import read_text

AUTH = {"x-stainless-auth": {"scheme_keyword": "Token"}}


def findings(folder: Path, properties: dict[str, Any]) -> list[Diagnostic]:
    """What compiling a description with these properties of a response reports."""
    schema = {"type": "object", "properties": properties}
    content = {"application/json": {"schema": schema}}
    operation = {"responses": {"200": {"description": "ok", "content": content}}}
    (folder / "openapi.json").write_text(
        json.dumps(
            {
                "openapi": "3.1.0",
                "info": {"title": "A", "version": "1"},
                "servers": [{"url": "https://a.example"}],
                "paths": {"/a": {"get": operation}},
            }
        )
    )
    (folder / "stainless.json").write_text(
        json.dumps(
            {
                "organization": {"name": "acme"},
                "resources": {"a": {"methods": {"list": "get /a"}}},
            }
        )
    )
    report = Report()
    inputs = Inputs(folder / "openapi.json", folder / "stainless.json")
    assert compile_inputs(inputs, report, progress=lambda _: None) is not None
    return report.diagnostics


def test_each_file_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counting(path: Path, *rest: Any) -> str | None:
        read.append(path.name)
        return read_text(path, *rest)

    monkeypatch.setattr(load, "read_text", counting)
    assert findings(tmp_path, {}) == []
    assert sorted(read) == ["openapi.json", "stainless.json"]


def test_a_keyword_without_effect_is_reported_once_with_its_first_place(
    tmp_path: Path,
) -> None:

    properties = {name: {"type": "string", **AUTH} for name in ("from", "to")}
    (found,) = findings(tmp_path, properties)
    assert (found.severity, found.code) == (Severity.WARNING, "C002")
    assert found.message == (
        "'x-stainless-auth' has an effect in security schemes only (2 times)"
    )
    assert found.place.pointer.endswith("/properties/from/x-stainless-auth")


def test_a_misspelt_keyword_gets_the_likeliest_one(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, {"a": {"x-stainless-namings": {}}})
    assert (found.code, found.help) == ("C001", "did you mean 'x-stainless-naming'?")


@pytest.mark.parametrize(
    "properties",
    [
        {"a": {"enum": ["x"], "x-stainless-const": True}},  # ignored on purpose
        {"a": {"type": "string", "x-stainless-any": True}},  # used
        {"x-stainless-auth": {"type": "string"}},  # the name of a property
        {"a": {"example": AUTH, "type": "object"}},  # data
        {"a": {"x-other": AUTH}},
    ],
)
def test_what_is_no_keyword_without_effect_is_not_reported(
    tmp_path: Path, properties: dict[str, Any]
) -> None:
    assert findings(tmp_path, properties) == []


def test_a_keyword_outside_its_schemas_is_reported(tmp_path: Path) -> None:
    report = Report()
    document = load_document(_written(tmp_path, {"x-stainless-skip": True}), report)
    assert document is not None
    audit_extensions(
        [("response", Reader(report, document, Pointer(), document.value))]
    )
    assert [d.message for d in report.diagnostics] == [
        "'x-stainless-skip' has an effect in schemas and parameters only"
    ]


def _written(folder: Path, value: object) -> Path:
    path = folder / "part.json"
    path.write_text(json.dumps(value))
    return path


_READ = r'(?:extensions\.get\(|OVERRIDE = |KEYWORD = )"([^"]+)"'


def test_the_keywords_that_the_table_calls_used_are_read() -> None:
    folders = [Path(package.__file__).parent for package in (config, lower, openapi)]
    read = {
        name
        for folder in folders
        for path in folder.glob("*.py")
        for name in re.findall(_READ, path.read_text("utf-8"))
    }
    used = {key.name for key in EXTENSIONS.keys if isinstance(key.effect, Used)}
    assert read == used
