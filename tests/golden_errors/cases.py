"""Bad descriptions and exactly what is said about them.

Each case is a folder: ``openapi.yaml``, whose first line says why the case exists, the files
that it refers to, and ``expected.txt``. Its folder ``fixed`` has the same files after every remedy was
followed to the letter.
"""

from __future__ import annotations

from pathlib import Path

import click

from generator.diagnostics import Report, render_report
from generator.openapi import check_version, load_description, validate

HERE = Path(__file__).parent
EXPECTED = "expected.txt"
NO_FINDINGS = "no findings\n"


def case_folders() -> list[Path]:
    """The folders of all cases, by name."""
    return sorted(path.parent for path in HERE.glob("*/openapi.yaml"))


def render_case(folder: Path, *, thorough: bool = True) -> str:
    """What ``validate`` says about the description in a folder, without colours.

    Without ``thorough``, it takes a sixth of the time, and says the same of these cases, but that the
    validator of the standard failed. Paths are shown relative to the folder, wherever the project lies.
    """
    report = Report(strict=True)
    documents = load_description(folder / "openapi.yaml", report)
    if documents is not None and check_version(documents, report) is not None:
        validate(documents, report, thorough=thorough)
    text = click.unstyle(render_report(report))
    return text.replace(_shown(folder), "") + "\n" if text else NO_FINDINGS


def _shown(folder: Path) -> str:
    folder = folder.absolute()
    inside = folder.is_relative_to(Path.cwd())
    return (folder.relative_to(Path.cwd()) if inside else folder).as_posix() + "/"
