"""The inferred configuration is a file like any other, whatever the description says."""

from __future__ import annotations

import ast
import json
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import pytest
import yaml

from generator import pipeline
from generator.config import schema_text
from generator.diagnostics import Report, Severity, render_report
from generator.infer import written
from generator.pipeline import Compiled, Inputs, build, compile_inputs
from generator.source import load_text
from generator.targets import python
from tests import material
from tests.infer.describing import described, inferred, read, returning
from tests.security.hostile import NAMES, TEXTS, description

TRAPS = "1e3 1E5 12e03 0x1f 1_000 1:30 2020-01-01 no On null ~ = << .inf y".split()
"""What some reader of YAML takes for a number, a date, a boolean, null or a key of its own."""
ODD = ["a ", " a", "\u2028x\u2029", "a\x85b", "a: b", "a #b", "- a", "\ud800"]
ANY = [*TEXTS, *NAMES, *TRAPS, *ODD]


def everywhere(text: str) -> dict[str, Any]:
    """A description that says a text in every place from which a name may come."""
    api = description(text)
    path = text.replace("{", "").replace("}", "")
    response = {
        "$ref": f"#/components/schemas/{text.replace('~', '~0').replace('/', '~1')}"
    }
    operation = returning(response, operationId=text, tags=[text])
    api["paths"][f"/{path}"] = {"get": operation, "post": operation}
    api["paths"][f"/{path}/{{id}}/{path}"] = {"post": operation}
    api["components"]["schemas"][text] = {"type": "object"}
    return api


def compiled(folder: Path, api: object, config: Path | None = None) -> Compiled:
    """What a description means."""
    path = folder / "openapi.json"
    path.write_text(json.dumps(api))
    report = Report()
    found = compile_inputs(Inputs(path, config), report, progress=lambda _: None)
    assert found is not None, render_report(report)
    return found


@pytest.mark.parametrize(
    "text", [*TEXTS, *NAMES[::3], *ODD], ids=lambda text: ascii(text)[:40]
)
def test_no_text_leaves_its_place(text: str, tmp_path: Path) -> None:
    for name, source in python.texts(compiled(tmp_path, everywhere(text)).sdk).items():
        assert ".." not in PurePosixPath(name).parts
        assert name.isascii()
        if name.endswith(".py"):
            ast.parse(source)


@pytest.mark.parametrize("text", ANY, ids=lambda text: ascii(text)[:40])
def test_what_is_written_reads_as_what_was_inferred(text: str) -> None:
    api = everywhere(text)
    tags = [{"name": text, "description": text}]
    found = inferred(
        described(
            api["paths"], info=api["info"], components=api["components"], tags=tags
        )
    )
    report = Report()
    document = load_text("x.yml", written(found), report, what="configuration")
    assert document is not None
    assert document.value == found
    assert report.diagnostics == []
    assert yaml.safe_load(written(found)) == found


def test_the_file_gives_the_client_that_no_file_gives(tmp_path: Path) -> None:
    api = description("harmless")
    without = build(compiled(tmp_path, api), lambda _: None)
    config = tmp_path / "edited.yml"
    config.write_text(written(inferred(read(tmp_path / "openapi.json"))))
    assert build(compiled(tmp_path, api, config), lambda _: None) == without


@pytest.mark.parametrize("path", material.readable())
def test_an_inferred_configuration_has_no_findings_of_its_own(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "validate", lambda *_, **__: None)
    found = inferred(read(path))
    jsonschema.validate(found, json.loads(schema_text()))
    report = Report()
    compile_inputs(Inputs(path, None), report, progress=lambda _: None)
    inside = [d for d in report.diagnostics if d.place.file.startswith("inferred")]
    assert [d for d in inside if d.severity is Severity.ERROR] == []
    assert {d.code for d in inside} <= {"C015", "N001", "N003"}
