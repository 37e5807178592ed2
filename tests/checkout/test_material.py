"""The tests of a checkout without material are green; a wrong path to it is noticed in CI."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import material
from tests.material import VARIABLE

ROOT = Path(__file__).parents[2]
NEED_MATERIAL = (
    "tests/client/test_page_program.py::test_the_program_below_is_the_one_on_the_page",
    "tests/corpus/test_small.py",
    "tests/openapi/test_corpus.py",
)


def pytest_run(*arguments: str, **variables: str) -> tuple[int, list[str]]:
    """The exit code and the output of a test run; without variables, as in a fork."""
    cleared = (VARIABLE, "CI", "PYTEST_ADDOPTS", "NO_COLOR", "FORCE_COLOR")
    kept = {n: v for n, v in os.environ.items() if n not in cleared}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=ROOT,
        env={**kept, **variables},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout.splitlines()


@pytest.mark.parametrize("variables", [{}, {"CI": "true"}])
def test_without_material_a_run_is_green_and_one_line_says_why(
    variables: dict[str, str],
) -> None:
    code, lines = pytest_run(*NEED_MATERIAL, **variables)
    assert code == 0, lines
    assert [line for line in lines if VARIABLE in line] == [
        f"    3  {material.NOT_SET}"
    ]


def test_in_ci_a_folder_without_the_material_is_a_failure(tmp_path: Path) -> None:
    given = {VARIABLE: str(tmp_path)}
    assert pytest_run(*NEED_MATERIAL, **given)[0] == 0
    code, lines = pytest_run(*NEED_MATERIAL, CI="true", **given)
    assert code == 1
    reason = f"{VARIABLE} leads to '{tmp_path}', where this material is missing"
    assert any(reason in line for line in lines), lines
    assert "skipped" not in lines[-1]
