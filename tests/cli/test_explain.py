"""Every code is explained, and every example gives the finding that it explains."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import Report, render_report
from generator.diagnostics.codes import AREAS, TITLES
from generator.diagnostics.explain import explanations
from generator.pipeline import Inputs, compile_inputs
from tests.cli.conftest import Project

DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://pets.example"}],
    "paths": {"/pets": {"get": {"responses": {"200": {"description": "ok"}}}}},
}
CONFIGURATION: dict[str, Any] = {
    "organization": {"name": "pets"},
    "resources": {"pets": {"methods": {"list": "get /pets"}}},
}
EXAMPLE = re.compile(
    r"^```yaml (description|configuration)\n(.*?)^```$", re.DOTALL | re.MULTILINE
)
EXAMPLES = {
    code: {kind: yaml.safe_load(text) for kind, text in found}
    for code, section in explanations().items()
    if (found := EXAMPLE.findall(section))
}


def test_every_code_has_a_section_under_its_title() -> None:
    titles = {
        code: section.partition("\n")[0] for code, section in explanations().items()
    }
    assert titles == {code: f"{code}: {title}" for code, title in TITLES.items()}
    assert [code[0] for code in titles] == sorted(
        (code[0] for code in titles), key=[*AREAS].index
    )


def test_every_section_says_something() -> None:
    for code, section in explanations().items():
        assert len(section.split()) > 8, code
        assert len(EXAMPLE.findall(section)) == section.count("```") / 2, code


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_gives_the_finding_that_it_explains(
    code: str, tmp_path: Path
) -> None:
    given = EXAMPLES[code]
    description = DESCRIPTION | given.get("description", {})
    configuration = CONFIGURATION | given.get("configuration", {})
    (tmp_path / "openapi.json").write_text(json.dumps(description))
    (tmp_path / "stainless.json").write_text(json.dumps(configuration))
    inputs = Inputs(tmp_path / "openapi.json", tmp_path / "stainless.json")
    reports = [Report(strict=False), Report(strict=True)]
    for report in reports:
        compile_inputs(inputs, report, progress=lambda _: None)
    found = {d.code for report in reports for d in report.diagnostics}
    assert code in found, render_report(reports[-1])


def test_explain_prints_a_section(fresh: Project) -> None:
    for words in ("S001", "s001"):
        outcome = fresh.run("explain", words)
        assert (outcome.code, outcome.err) == (0, "")
        assert outcome.out.startswith("S001: A dangling reference\n\nA `$ref` leads")
        assert "```yaml\ncomponents:" in outcome.out


@pytest.mark.parametrize("code", ["X001", "S999", "", "S001\n"])
def test_an_unknown_code_is_wrong_usage(code: str, fresh: Project) -> None:
    outcome = fresh.run("explain", code)
    assert (outcome.code, outcome.out) == (2, "")
    assert "no finding has the code" in outcome.err
