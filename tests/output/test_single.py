"""Files written around an action, as a release does: all of them, or the next run completes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.output import FileText, write_around

from .test_write_faults import at, calls_of, die, disturbed, in_child, no_space

OLD, NEW = b"old", b"new"
NAMES = ("config", "client", "changelog")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).write_bytes(OLD)
    return tmp_path


def written(folder: Path) -> bool:
    config, client, changelog = (folder / name for name in NAMES)
    return write_around(
        lambda: [client.write_bytes(NEW)].clear(),
        FileText(config, NEW),
        FileText(changelog, NEW),
        Report(),
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_kill_at_any_moment_is_completed_by_the_next_run(folder: Path) -> None:
    calls: list[str] = []
    with disturbed(lambda call, number: calls.append(call)):
        written(folder)
    moments = [at for at, call in enumerate(calls) if call in ("fsync", "replace")]
    orders = set()
    for moment in (*moments, len(calls) - 1):
        for name in NAMES:
            (folder / name).write_bytes(OLD)
        with disturbed(at(moment, die)):
            in_child(lambda: written(folder))
        orders.add(tuple(contents(folder)[name] == NEW for name in NAMES))
        assert written(folder)
        assert contents(folder) == dict.fromkeys(NAMES, NEW)
    none, all = (False, False, False), (True, True, True)
    assert orders == {none, (True, True, False), all}


def test_a_failure_at_any_moment_leaves_the_first_file_as_it_was(folder: Path) -> None:
    for moment in range(calls_of(lambda: written(folder))):
        for name in NAMES:
            (folder / name).write_bytes(OLD)
        with disturbed(at(moment, no_space)):
            done = written(folder)
        found = contents(folder)
        assert found.keys() == {*NAMES}
        assert found["config"] == found["changelog"] == (NEW if done else OLD)
