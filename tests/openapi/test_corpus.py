"""Real descriptions are read without a traceback, in bounded time."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.diagnostics import Report, render_report
from generator.openapi import check_version, load_description, upgrade, validate

ROOTS = (
    "small/*.yaml",
    "small/*.json",
    "small/*/*.openapi.yaml",
    "small/*/spec/swagger.json",
    "main/*.yaml",
    "main/*.json",
    "main/*/openapi.yaml",
)


def _descriptions() -> list[Path]:
    material = os.environ.get("CLIENTWRIGHT_MATERIAL")
    if not material:
        return []
    corpus = Path(material, "corpus")
    return sorted(path for pattern in ROOTS for path in corpus.glob(pattern))


def test_the_material_is_there() -> None:
    if not _descriptions():
        message = "CLIENTWRIGHT_MATERIAL does not lead to a corpus"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(message)


@pytest.mark.parametrize("path", _descriptions(), ids=lambda path: path.name)
def test_a_real_description_is_read(path: Path) -> None:
    report = Report()
    started = time.monotonic()
    documents = load_description(path, report)
    assert documents is not None
    version = check_version(documents, report)
    if version is not None:
        upgrade(documents, version)
        validate(documents, report, thorough=path.stat().st_size < 100_000)
    assert time.monotonic() - started < 20
    assert "Traceback" not in render_report(report)
    for diagnostic in report.diagnostics:
        assert diagnostic.help, diagnostic
        assert len(diagnostic.message) < 500
