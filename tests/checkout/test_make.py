"""The Makefile explains itself, and says what it needs before pip fails."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def make(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *map(str, arguments)],
        cwd=ROOT,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_lists_every_target_with_what_it_does() -> None:
    targets = re.findall(r"^\.PHONY: (.*)", MAKEFILE, re.M)[0].split()
    lines = make("help").stdout.splitlines()
    shown = [line.split(maxsplit=2) for line in lines]
    assert sorted(words[1] for words in shown) == targets
    assert all(words[0] == "make" and words[2] for words in shown)


def python_that_says(answer: str, folder: Path) -> Path:
    """A program that prints the same whatever it is asked to run."""
    program = folder / "python"
    program.write_text(f"#!/bin/sh\n{answer}\n")
    program.chmod(0o755)
    return program


def test_an_old_python_gets_one_line_before_anything_is_installed(
    tmp_path: Path,
) -> None:
    environment = tmp_path / "venv"
    old = python_that_says("echo Python 3.9", tmp_path)
    for python, found in ((old, "Python 3.9"), (tmp_path / "none", "missing")):
        done = make("test", f"PYTHON={python}", f"VENV={environment}")
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert f"Python 3.11 or newer is needed, and '{python}' is {found}" in line
        assert "make PYTHON=python3.12" in line
        assert not environment.exists()


def test_a_new_python_is_accepted(tmp_path: Path) -> None:
    new = python_that_says("true", tmp_path)
    done = make("-n", "test", f"PYTHON={new}", f"VENV={tmp_path / 'venv'}")
    assert done.returncode == 0, done.stderr
    assert f"{new} -m venv" in done.stdout
