"""A description of a few lines becomes a client that a test can call."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from generator import pipeline
from generator.diagnostics import Report, render_report
from generator.pipeline import Inputs, build, compile_inputs, runtime_files

Generate = Callable[[str, str], ModuleType]
GenerateWithFindings = Callable[[str, str], tuple[ModuleType, Report]]

_NUMBERS = itertools.count()
_FRAME = {
    "openapi": "3.1.0",
    "info": {"title": "made for a test", "version": "1"},
    "servers": [{"url": "https://behaviour.example"}],
}


@pytest.fixture
def generate(
    generate_with_findings: GenerateWithFindings, monkeypatch: pytest.MonkeyPatch
) -> Generate:
    """Makes a package of paths, components and a configuration without findings, and imports it.

    The validator, a process each time, is left out.
    """
    monkeypatch.setattr(pipeline, "validate", lambda *_, **__: None)

    def generated(description: str, configuration: str) -> ModuleType:
        package, report = generate_with_findings(description, configuration)
        assert not report.diagnostics, render_report(report)
        return package

    return generated


@pytest.fixture(scope="session")
def core(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run-time library, which is the same in every package: compiled once for all."""
    folder = tmp_path_factory.mktemp("core")
    for path, data in runtime_files():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


@pytest.fixture
def generate_with_findings(
    core: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[GenerateWithFindings]:
    """Makes a package as ``generate`` does, and gives the report of what was found."""
    made: list[str] = []

    def generated(description: str, configuration: str) -> tuple[ModuleType, Report]:
        name = f"behaviour_{next(_NUMBERS)}"
        report = Report()
        files = _built(tmp_path, name, description, configuration, report)
        own = f"src/{name}/_core"
        for path, data in files.items():
            if path.startswith(f"{own}/"):
                continue
            target = tmp_path / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        (tmp_path / name / own).symlink_to(core)
        monkeypatch.syspath_prepend(tmp_path / name / "src")
        made.append(name)
        return importlib.import_module(name), report

    yield generated
    for module in list(sys.modules):
        if module.partition(".")[0] in made:
            del sys.modules[module]


def _built(
    folder: Path, name: str, description: str, configuration: str, report: Report
) -> Mapping[str, bytes]:
    stated: dict[str, Any] = yaml.safe_load(description)
    is_swagger = "swagger" in stated
    frame = {k: v for k, v in _FRAME.items() if k == "info" or not is_swagger}
    api = {**frame, **stated}
    sdk: dict[str, Any] = {
        "organization": {"name": "acme"},
        "targets": {"python": {"package_name": name}},
    }
    (folder / "openapi.json").write_text(json.dumps(api))
    (folder / "stainless.json").write_text(
        json.dumps({**sdk, **yaml.safe_load(configuration)})
    )
    inputs = Inputs(folder / "openapi.json", folder / "stainless.json")
    compiled = compile_inputs(inputs, report, progress=lambda _: None)
    assert compiled is not None, render_report(report)
    return build(compiled, lambda _: None)
