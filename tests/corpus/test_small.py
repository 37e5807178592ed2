"""Small descriptions from many hands become clients, whatever they hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.pipeline import runtime_files
from generator.targets import python
from tests import material
from tests.corpus.configuration import PACKAGE
from tests.corpus.surfaces import surface_of

IMPORT_ALL = Path(__file__).with_name("import_all.py")


@pytest.mark.parametrize("path", material.readable())
def test_a_description_becomes_python_that_can_be_imported(
    path: Path, tmp_path: Path
) -> None:
    client = dict(python.texts(surface_of(path, tmp_path)))
    for name, text in client.items():
        if name.endswith(".py"):
            compile(text, name, "exec")
    core = tmp_path / "src" / PACKAGE / "_core"
    files = {tmp_path / name: text.encode() for name, text in client.items()}
    files |= {core / name: data for name, data in runtime_files()}
    for file, data in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-W", "error", IMPORT_ALL, tmp_path / "src"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
