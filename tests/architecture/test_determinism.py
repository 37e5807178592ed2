"""The same bytes on every machine: hash seed, key order, locale, time zone, folder."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import Report, render_report
from generator.output import add_pristine
from generator.output.paths import MANIFEST_NAME
from generator.output.record import without_record
from generator.pipeline import Inputs, build, compile_inputs

ROOT = Path(__file__).parents[2]
PRINT_DIGEST = """
import hashlib, pathlib, sys
from generator.diagnostics import Report
from generator.output import add_pristine
from generator.pipeline import Inputs, build, compile_inputs
folder = pathlib.Path(sys.argv[1])
compiled = compile_inputs(Inputs(folder / "openapi.yaml", folder / "stainless.yml"), Report(),
                          progress=lambda _: None)
files = add_pristine(build(compiled, lambda _: None))
print(hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest())
"""


def digest(files: Any) -> str:
    return hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()


def built(folder: Path) -> Any:
    report = Report()
    inputs = Inputs(folder / "openapi.yaml", folder / "stainless.yml")
    compiled = compile_inputs(inputs, report, progress=lambda _: None)
    assert compiled is not None, render_report(report)
    return add_pristine(build(compiled, lambda _: None))


def in_a_process(folder: Path, **environment: str) -> str:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-c", PRINT_DIGEST, str(folder)]
    done = subprocess.run(
        command, env=variables, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def reference() -> str:
    return digest(built(ROOT / "spec"))


def test_the_checked_in_client_has_these_bytes() -> None:
    client = ROOT / "generated"
    beside = {"__pycache__", "docs", "lib"}
    on_disk = {
        p.relative_to(client).as_posix(): p.read_bytes()
        for p in client.rglob("*")
        if p.is_file() and beside.isdisjoint(p.relative_to(client).parts)
    }
    on_disk[MANIFEST_NAME] = without_record(on_disk[MANIFEST_NAME])
    assert dict(built(ROOT / "spec")) == on_disk


@pytest.mark.parametrize("seed", range(20))
def test_the_hash_seed_does_not_matter(seed: int, reference: str) -> None:
    assert in_a_process(ROOT / "spec", PYTHONHASHSEED=str(seed)) == reference


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"TZ": "Pacific/Kiritimati"},
        {"PYTHONUTF8": "0", "LC_ALL": "POSIX"},
        {"COLUMNS": "20", "NO_COLOR": "1"},
    ],
    ids=str,
)
def test_locale_and_time_zone_do_not_matter(
    environment: dict[str, str], reference: str
) -> None:
    assert in_a_process(ROOT / "spec", **environment) == reference


def test_the_folder_does_not_matter(tmp_path: Path, reference: str) -> None:
    elsewhere = tmp_path / "a folder with späces"
    shutil.copytree(ROOT / "spec", elsewhere)
    assert in_a_process(elsewhere) == reference


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_keys_does_not_matter(
    seed: int, tmp_path: Path, reference: str
) -> None:
    assert (
        digest(built(_with_shuffled_keys(ROOT / "spec", tmp_path, seed))) == reference
    )


@pytest.mark.parametrize(
    "case", ["names", "nested", "unions", "client_auth", "inheritance"]
)
def test_the_order_of_keys_does_not_matter_for_other_shapes(
    case: str, tmp_path: Path
) -> None:
    folder = ROOT / "tests" / "golden" / case
    shuffled = _with_shuffled_keys(folder, tmp_path, seed=1)
    assert dict(built(shuffled)) == dict(built(folder))


def _with_shuffled_keys(folder: Path, target: Path, seed: int) -> Path:
    shutil.copy(folder / "stainless.yml", target)
    description = yaml.safe_load((folder / "openapi.yaml").read_text())
    shuffled = _shuffled(description, random.Random(seed))
    (target / "openapi.yaml").write_text(yaml.safe_dump(shuffled, sort_keys=False))
    return target


def _shuffled(value: Any, dice: random.Random) -> Any:
    """The value with every mapping in another order."""
    if isinstance(value, list):
        return [_shuffled(item, dice) for item in value]
    if not isinstance(value, dict):
        return value
    entries = [(key, _shuffled(inner, dice)) for key, inner in value.items()]
    dice.shuffle(entries)
    return dict(entries)
