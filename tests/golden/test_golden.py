"""The output of small descriptions: on record, valid, typed, and used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import black
import pytest

from tests.golden import evolution
from tests.golden.cases import CASES, HERE, build_case, expected, shown
from tests.type_checkers import share_library

Trees = Mapping[str, Mapping[str, bytes]]


@pytest.fixture(scope="session")
def trees() -> Trees:
    """What each case gives."""
    return {case: build_case(HERE / case) for case in CASES}


@pytest.fixture(scope="session")
def packages(trees: Trees, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package of every case, and its tests."""
    root = tmp_path_factory.mktemp("packages")
    for case, tree in trees.items():
        for path, data in tree.items():
            if path.startswith(("src/", "tests/")):
                folder = root if path.startswith("src/") else root / f"{case}_tests"
                target = folder / path.partition("/")[2]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
    share_library([root])
    return root


def run(*command: str | Path, path: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "MYPYPATH": str(path),
        "PYTHONPATH": os.pathsep.join((str(path), str(HERE))),
    }
    return subprocess.run(
        [sys.executable, *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("case", CASES)
def test_the_output_is_what_is_on_record(case: str, trees: Trees) -> None:
    assert shown(trees[case], case) == expected(
        HERE / case
    ), "run 'make golden', read the diff"


@pytest.mark.parametrize("case", CASES)
def test_a_case_says_why_it_exists_and_is_small(case: str) -> None:
    lines = (HERE / case / "openapi.yaml").read_text().splitlines()
    assert lines[0].startswith("# ")
    assert len(lines) <= 60


@pytest.mark.parametrize("case", CASES)
def test_black_has_nothing_to_change(case: str, trees: Trees) -> None:
    mode = black.Mode(line_length=88, target_versions={black.TargetVersion.PY311})
    for path, data in trees[case].items():
        if path.endswith(".py") and "/_core/" not in path:
            assert black.format_str(data.decode(), mode=mode) == data.decode(), path


@pytest.mark.parametrize("case", CASES)
def test_every_module_imports_and_every_model_builds(case: str, packages: Path) -> None:
    done = run("-W", "error", HERE / "import_all.py", case, path=packages)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("case", CASES)
def test_the_client_does_what_the_description_says(case: str, packages: Path) -> None:
    done = run("-W", "error", HERE / case / "use.py", path=packages)
    assert done.returncode == 0, done.stderr


def test_mypy_finds_nothing_in_any_case(packages: Path) -> None:
    done = run(
        "-m",
        "mypy",
        "--strict",
        "--explicit-package-bases",
        "--cache-dir",
        packages / ".mypy",
        packages,
        path=packages,
    )
    assert done.returncode == 0, done.stdout


def test_pyright_finds_nothing_in_any_case(packages: Path) -> None:
    settings: dict[str, object] = {
        "include": [*CASES, *(f"{case}_tests" for case in CASES)],
        "exclude": ["**/_core"],  # checked where it stands
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "reportPrivateUsage": False,  # the modules of one package share what is private to it
        "reportDeprecated": False,  # a deprecated method's raw form is made from it
    }
    (packages / "pyrightconfig.json").write_text(json.dumps(settings))
    done = run(
        "-m",
        "pyright",
        "--project",
        packages,
        "--pythonpath",
        sys.executable,
        path=packages,
    )
    assert done.returncode == 0, done.stdout


def test_a_new_version_changes_what_it_must_and_nothing_else(tmp_path: Path) -> None:
    assert (
        evolution.changes(tmp_path / "out") == evolution.RECORD.read_text()
    ), "run 'make golden'"
