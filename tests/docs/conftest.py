"""The checked-in site, sites of small descriptions, and a mock for the programs on them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.config import load_config
from generator.diagnostics import Report, render_report
from generator.mock import Mock
from generator.openapi import describe
from generator.pipeline import (
    Compiled,
    Inputs,
    build_docs,
    compile_inputs,
)
from tests import material
from tests.mock.serving import served

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "generated" / "docs"
SOURCE = ROOT / "generated" / "src"
METHOD = "methods/security_center/insights/audit_logs/list_by_insight"
OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

sys.path.insert(0, str(SOURCE))


def compiled(folder: Path) -> Compiled | None:
    """What the two files of a folder mean."""
    report = Report()
    names = sorted(path.name for path in folder.glob("openapi.*"))
    config = next(iter(folder.glob("stainless.*")))
    inputs = Inputs(folder / names[0], config)
    found = compile_inputs(inputs, report, progress=lambda _: None)
    if found is None:
        assert all(d.place.file and d.help for d in report.diagnostics), render_report(
            report
        )
    return found


def site_of(folder: Path, api: Any, sdk: Any) -> dict[str, str] | None:
    """The site of a description and a configuration, or None where they are refused."""
    (folder / "openapi.json").write_text(json.dumps(api))
    (folder / "stainless.json").write_text(json.dumps(sdk))
    found = compiled(folder)
    if found is None:
        return None
    return {p: d.decode() for p, d in build_docs(found, lambda _: None).items()}


@contextmanager
def mocked(folder: Path) -> Iterator[str]:
    """The address of a mock of a folder's description, there until the block is left."""
    report = Report()
    described = describe(next(iter(folder.glob("openapi.*"))), report)
    config = load_config(next(iter(folder.glob("stainless.*"))), report)
    assert described is not None
    assert config is not None
    with served(Mock(described, config, items=45)) as url:
        yield url


@pytest.fixture(scope="session")
def mock_url() -> Iterator[str]:
    with mocked(ROOT / "spec") as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, or any other that is installed."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        material.unavailable("no Chromium is installed to open the documentation in")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=OPTIONS)
        yield launched
        launched.close()


def run(
    program: str, folder: Path, source: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a program as a reader would, in a process of its own; every warning is an error."""
    file = folder / "program.py"
    file.write_text(program, encoding="utf-8")
    variables = {
        "PATH": os.defpath,
        "PYTHONPATH": str(source),
        "PYTHONIOENCODING": "utf-8",
        **environment,
    }
    return subprocess.run(
        [sys.executable, "-W", "error", str(file)],
        env=variables,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
