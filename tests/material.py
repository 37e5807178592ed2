"""Material that tests use and this repository does not hold: real descriptions, configurations
and the reference page.

``CLIENTWRIGHT_MATERIAL`` names its folder. Without the variable the tests that need material are
skipped; with it, material that is missing fails in CI, so that a wrong path is noticed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NoReturn

import pytest

VARIABLE = "CLIENTWRIGHT_MATERIAL"
NOT_SET = (
    f"{VARIABLE} is not set: real descriptions, configurations and the reference page "
    "are not part of the repository"
)
SMALL = (
    "corpus/small/*.yaml",
    "corpus/small/*.json",
    "corpus/small/*/*.openapi.yaml",
    "corpus/small/*/spec/swagger.json",
    "oracles/*/openapi.yml",
)
LARGE = ("corpus/main/*.yaml", "corpus/main/*.json", "corpus/main/*/openapi.yaml")
CONFIGURATIONS = ("oracles/*/stainless.yml",)


def unavailable(reason: str) -> NoReturn:
    """End a test that lacks something of its environment: skipped, but failed in CI."""
    (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


def files(*patterns: str) -> list[Path]:
    """The files of the material that match, in a stable order; none without the material."""
    folder = os.environ.get(VARIABLE)
    return sorted({p for q in patterns for p in Path(folder).glob(q)}) if folder else []


def name_of(path: Path) -> str:
    """A short name for a test of one file."""
    return f"{path.parent.name}-{path.stem}"


def each(paths: list[Path]) -> list[Any]:
    """Parameters of a test that runs once a file, or once without any: see ``require``."""
    found = [pytest.param(path, id=name_of(path)) for path in paths]
    missing = pytest.param(Path(), id="no-material", marks=pytest.mark.needs_material)
    return found or [missing]


def readable() -> list[Any]:
    """Parameters: each small description."""
    return each(files(*SMALL))


def require(found: object = None) -> None:
    """End the test unless something was found in the material."""
    folder = os.environ.get(VARIABLE)
    if not folder:
        pytest.skip(NOT_SET)
    if not found:
        unavailable(f"{VARIABLE} leads to '{folder}', where this material is missing")
