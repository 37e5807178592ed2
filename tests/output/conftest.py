"""Trees, folders and their exact state: what the tests of the output phase share."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.output.manifest import Origin, add_manifest
from generator.output.plan import Plan, make_plan
from generator.output.tree import FileTree
from generator.output.write import apply

State = dict[str, tuple[str, bytes, int, int]]

ORIGIN = Origin("1.0", "26.10.1", "d" * 64, "c" * 64, "7" * 64, "5" * 64)
LONG_AGO = 1_600_000_000_123_456_789


@pytest.fixture
def tree() -> Callable[[Mapping[str, str]], FileTree]:
    """Makes a tree with its manifest from texts by path."""
    return lambda texts: add_manifest(
        FileTree({path: text.encode() for path, text in texts.items()}), ORIGIN
    )


@pytest.fixture
def plan_for() -> Callable[[FileTree, Path], Plan]:
    """Makes a plan that must be possible."""

    def make(tree: FileTree, out: Path) -> Plan:
        report = Report()
        plan = make_plan(tree, out, report)
        assert plan is not None
        assert not report.diagnostics
        return plan

    return make


@pytest.fixture
def generate(
    plan_for: Callable[[FileTree, Path], Plan],
) -> Callable[[FileTree, Path], None]:
    """Writes a tree, and makes every file in the folder old."""

    def write(tree: FileTree, out: Path) -> None:
        report = Report()
        assert apply(plan_for(tree, out), out, report), report.diagnostics
        for file in out.rglob("*"):
            if file.is_file():
                os.utime(file, ns=(LONG_AGO, LONG_AGO))

    return write


@pytest.fixture
def state() -> Callable[[Path], State]:
    """Tells everything below a folder: kind, contents, time stamp and mode by path."""

    def look(root: Path) -> State:
        seen: State = {}
        for path in sorted(root.rglob("*")):
            name, status = path.relative_to(root).as_posix(), path.lstat()
            if path.is_symlink():
                seen[name] = ("link", os.readlink(path).encode(), 0, 0)
            elif path.is_dir():
                seen[name] = ("folder", b"", 0, 0)
            else:
                seen[name] = (
                    "file",
                    path.read_bytes(),
                    status.st_mtime_ns,
                    status.st_mode,
                )
        return seen

    return look
