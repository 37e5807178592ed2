"""A command loads what it needs: help, and a run without work, come before the compiler."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.rerun.project import Project

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from generator.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
print(*sys.modules)
"""
HEAVY = {
    "black",
    "generator.lower",
    "generator.openapi",
    "generator.pipeline",
    "generator.source",
    "http.client",
    "jinja2",
    "jsonschema",
    "jsonschema_rs",
    "markdown_it",
    "openapi_spec_validator",
    "pygments",
    "watchfiles",
    "werkzeug",
    "yaml",
}


def loaded(*words: str | Path, folder: Path = ROOT) -> set[str]:
    """The modules that a command has loaded when it has succeeded."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("words", ["--help", "--version", "generate --help"])
def test_help_does_not_load_the_compiler(words: str) -> None:
    assert loaded(*words.split()) & HEAVY == set()


def test_a_run_without_changes_does_not_load_the_compiler(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.generate()
    words = ("openapi.json", "--config", "sdk/stainless.yml", "--out", "client")
    assert loaded("generate", *words, folder=tmp_path) & HEAVY == set()
    assert loaded("check", *words, folder=tmp_path) & HEAVY == set()
    assert loaded("check", *words, "--full", folder=tmp_path) & HEAVY != set()
