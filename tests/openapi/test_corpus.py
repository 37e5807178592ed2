"""Real descriptions are read without a traceback, in bounded time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.diagnostics import Report, render_report
from generator.openapi import check_version, load_description, upgrade, validate
from tests import material


@pytest.mark.parametrize(
    "path", material.each(material.files(*material.SMALL, *material.LARGE))
)
def test_a_real_description_is_read(path: Path) -> None:
    report = Report()
    started = time.process_time()
    documents = load_description(path, report)
    assert documents is not None
    version = check_version(documents, report)
    if version is not None:
        upgrade(documents, version)
        validate(documents, report, thorough=path.stat().st_size < 100_000)
    assert time.process_time() - started < 20
    assert "Traceback" not in render_report(report)
    for diagnostic in report.diagnostics:
        assert diagnostic.help, diagnostic
        assert len(diagnostic.message) < 500
