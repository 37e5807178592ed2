"""The official package's own tests for the audit log, unchanged, against our client and the mock.

Of the 50 tests 40 pass. The other 10 give a path parameter a valid value and expect it to be
refused as missing; they fail with the official package for the same reason.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests import material
from tests.mock.test_command import started

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "generated" / "src"
OFFICIAL = "cloudflare==5.9.0"
WHAT_ITS_TESTS_IMPORT = ("pytest-asyncio>=1", "httpx<1")
TESTS = "tests/api_resources/security_center/insights/test_audit_logs.py"
SETTINGS = """\
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = session
filterwarnings = error
"""
PATIENCE = 300


def downloaded(*command: str) -> None:
    """Run pip; without a network that is a reason to skip, but never in CI."""
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *command],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    if done.returncode:
        material.unavailable(f"pip {command[0]} failed: {done.stderr[-500:]}")


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked source distribution of the official package."""
    folder = tmp_path_factory.mktemp("official")
    source = ("download", "--quiet", "--no-deps", "--no-binary", "cloudflare")
    downloaded(*source, "--dest", str(folder), OFFICIAL)
    (archive,) = folder.glob("*.tar.gz")
    safely = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
    with tarfile.open(archive) as packed:
        packed.extractall(folder, **safely)
    return next(path for path in folder.iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the official tests import beside the package itself."""
    folder = tmp_path_factory.mktemp("libraries")
    downloaded("install", "--quiet", "--target", str(folder), *WHAT_ITS_TESTS_IMPORT)
    return folder


@pytest.fixture(scope="module")
def outcomes(
    official: Path, libraries: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Each official test with what went wrong in it; an empty text where nothing did."""
    folder = tmp_path_factory.mktemp("run")
    settings, results = folder / "pytest.ini", folder / "results.xml"
    settings.write_text(SETTINGS)
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("CLOUDFLARE_", "PYTEST_"))
    }
    with started() as (url, _):
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", TESTS, "-c", str(settings)),
                *("--rootdir", str(official), "-p", "no:cacheprovider"),
                f"--junit-xml={results}",
            ],
            cwd=official,
            env=environment
            | {
                "PYTHONPATH": os.pathsep.join((str(CLIENT), str(libraries))),
                "TEST_API_BASE_URL": url,
            },
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    assert results.exists(), done.stdout + done.stderr
    return dict(_outcomes(ElementTree.parse(results)))


def _outcomes(results: ElementTree.ElementTree) -> Iterator[tuple[str, str]]:
    for case in results.iter("testcase"):
        faults = [
            child for child in case if child.tag in ("failure", "error", "skipped")
        ]
        name = f"{case.get('classname', '').rpartition('.')[2]}.{case.get('name')}"
        yield name, " ".join(str(fault.get("message")) for fault in faults)


def test_it_is_our_client_that_is_tested(official: Path) -> None:
    assert (official / TESTS).exists()
    assert "list_by_insight" in (official / TESTS).read_text()
    assert not (CLIENT / "cloudflare" / "_qs.py").exists()


def test_forty_of_the_official_tests_pass(outcomes: dict[str, str]) -> None:
    passed = [name for name, fault in outcomes.items() if not fault]
    assert len(outcomes) == 50
    assert len(passed) == 40, {n: f for n, f in outcomes.items() if f}


def test_the_others_expect_a_valid_value_to_be_refused(
    outcomes: dict[str, str], official: Path
) -> None:
    failed = {name: fault for name, fault in outcomes.items() if fault}
    assert len(failed) == 10
    for name, fault in failed.items():
        assert ".test_path_params_list" in name
        assert "DID NOT RAISE" in fault or "Expected regex" in fault, (name, fault)
