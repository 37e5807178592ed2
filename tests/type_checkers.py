"""What mypy and pyright, both strict, say of programs that use a generated package.

A line that they must refuse is marked ``# refused``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

CHECKERS = ("mypy", "pyright")
MARK = "# refused"

_MYPY_LINE = re.compile(
    r"^(?:.*[/\\])?(?P<file>\w+\.py):(?P<line>\d+): error: (?P<text>.*)$"
)
_UNUSED = re.compile("reportUnused|reportUnknown")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a checker says about a line."""

    file: str
    line: int
    text: str


def check(
    folder: Path, programs: Iterable[Path], source: Path
) -> Mapping[str, Sequence[Complaint]]:
    """What each checker says of programs, copied into an empty folder, that use packages of a
    source folder."""
    for program in programs:
        shutil.copy(program, folder)
    settings = {
        "include": ["."],
        "extraPaths": [str(source)],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    return {"mypy": _mypy(folder, source), "pyright": _pyright(folder, source)}


def share_library(sources: Iterable[Path]) -> None:
    """Let the packages of source folders have the run-time library's types from the first of them:
    checkers read its files, which are the same in all, once."""
    first, *others = [core for s in sources for core in sorted(s.glob("*/_core"))]
    for core in others:
        for path in core.rglob("*.py"):
            parts = path.relative_to(core.parent).with_suffix("").parts
            module = ".".join((first.parent.name, *parts)).removesuffix(".__init__")
            path.with_suffix(".pyi").write_text(f"from {module} import *\n")


def disagreements(
    program: Path, complaints: Iterable[Complaint]
) -> tuple[int, Mapping[int, str]]:
    """How many lines of a program are marked, and those that are marked but not refused, or refused
    but not marked."""
    lines = program.read_text(encoding="utf-8").splitlines()
    marked = {n: line for n, line in enumerate(lines, 1) if MARK in line}
    refused = {
        c.line: c.text
        for c in complaints
        if c.file == program.name and not _UNUSED.search(c.text)
    }
    return len(marked), {
        n: refused.get(n, lines[n - 1]) for n in sorted(marked.keys() ^ refused.keys())
    }


def _run(folder: Path, source: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=os.environ | {"MYPYPATH": str(source)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def _mypy(folder: Path, source: Path) -> list[Complaint]:
    options = ("--strict", "--config-file=", "--cache-dir=cache")
    shown = _run(folder, source, "mypy", *options, ".")
    found = (_MYPY_LINE.match(line) for line in shown.splitlines())
    return [Complaint(m["file"], int(m["line"]), m["text"]) for m in found if m]


def _pyright(folder: Path, source: Path) -> list[Complaint]:
    options = ("--outputjson", f"--pythonpath={sys.executable}", "-p", ".")
    report = json.loads(_run(folder, source, "pyright", *options))
    return [
        Complaint(
            Path(found["file"]).name,
            found["range"]["start"]["line"] + 1,
            f"{found['message']} ({found.get('rule')})",
        )
        for found in report["generalDiagnostics"]
        if found["severity"] == "error"
    ]
