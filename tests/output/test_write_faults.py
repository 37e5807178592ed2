"""Whatever goes wrong at whatever moment: the output is the old one or the new one, and whole.

Every system call that changes the disk is counted. For each of them a run is made in which that
call fails, is interrupted, or is where the process dies.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.output.plan import Plan, make_plan
from generator.output.tree import FileTree
from generator.output.write import apply, recover

MakeTree = Callable[[Mapping[str, str]], FileTree]
PlanFor = Callable[[FileTree, Path], Plan]
Generate = Callable[[FileTree, Path], None]
State = dict[str, tuple[str, bytes, int, int]]
Look = Callable[[Path], State]
Fault = Callable[[str, int], None]

BEFORE = {"keep.py": "keep", "p/change.py": "old", "p/q/gone.py": "gone"}
AFTER = {"keep.py": "keep", "p/change.py": "new", "p/r/s/added.py": "added"}
CALLS = [
    "open",
    "write",
    "fsync",
    "chmod",
    "replace",
    "mkdir",
    "rmdir",
    "unlink",
    "listdir",
    "lstat",
]
MAKING = {"open for writing", "write", "fsync", "mkdir"}


def no_space(call: str, number: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def interrupt(call: str, number: int) -> None:
    raise KeyboardInterrupt


def die(call: str, number: int) -> None:
    os._exit(9)


@contextmanager
def disturbed(fault: Fault) -> Iterator[None]:
    """Call ``fault`` with the name and the number of every system call before it is made."""
    number = 0

    def wrap(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            nonlocal number
            writing = name == "open" and args[1] & os.O_CREAT
            number += 1
            fault("open for writing" if writing else name, number - 1)
            return real(*args, **options)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, wrap(name, getattr(os, name)))
        yield


def at(moment: int, fault: Fault) -> Fault:
    def once(call: str, number: int) -> None:
        if number == moment:
            fault(call, number)

    return once


def calls_of(action: Callable[[], object]) -> int:
    seen: list[str] = []
    with disturbed(lambda call, number: seen.append(call)):
        action()
    return len(seen)


def in_child(action: Callable[[], object]) -> None:
    """Do ``action`` in a process that may die of it; nothing of it reaches this one."""
    child = os.fork()
    if child == 0:
        try:
            action()
        finally:
            os._exit(0)
    os.waitpid(child, 0)


class Bench:
    """A folder that can be set back to the state before, and the plan that is tried on it."""

    def __init__(self, start: Path, tree: FileTree, look: Look) -> None:
        self.start, self.tree, self.look = start, tree, look
        self.work = start.with_name("work")
        self.out = self.work / "deep" / "out"
        self.reset()
        self.plan = self._plan()
        self.before = look(self.work)
        self.total = calls_of(lambda: apply(self.plan, self.out, Report()))
        self.after = self.whole()
        assert self.total > 30

    def reset(self) -> None:
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.start, self.work)

    def _plan(self) -> Plan:
        plan = make_plan(self.tree, self.out, Report())
        assert plan is not None
        return plan

    def whole(self) -> dict[str, tuple[str, bytes]]:
        return {path: seen[:2] for path, seen in self.look(self.work).items()}

    def is_old_or_new(self) -> bool:
        return self.look(self.work) == self.before or self.whole() == self.after

    def is_settled(self) -> bool:
        """Old or new; a kill may leave the empty folder that the output was to lie in."""
        state = self.look(self.work)
        return self.is_old_or_new() or (state.keys() == {"deep"} and not self.before)

    def goes_on(self) -> bool:
        """Whether another run, undisturbed, leads to the new output."""
        assert recover(self.out, Report())
        assert self.is_settled()
        assert apply(self._plan(), self.out, Report())
        return self.whole() == self.after


@pytest.fixture(params=["update", "first"])
def bench(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    tree: MakeTree,
    generate: Generate,
    state: Look,
) -> Bench:
    """An output that is updated, and one that is made for the first time in a new folder."""
    start = tmp_path / "start"
    start.mkdir()
    if request.param == "update":
        generate(tree(BEFORE), start / "deep" / "out")
        (start / "deep" / "out" / "notes.txt").write_text("mine")
    return Bench(start, tree(AFTER), state)


def test_a_call_that_fails_leaves_the_output_old_or_new(bench: Bench) -> None:
    for moment in range(bench.total):
        bench.reset()
        report = Report()
        with disturbed(at(moment, no_space)):
            done = apply(bench.plan, bench.out, report)
        if done:
            assert bench.whole() == bench.after, moment
        else:
            assert bench.look(bench.work) == bench.before, moment
            assert [d.code for d in report.diagnostics] == ["O021"], moment


def test_a_second_fault_during_roll_back_does_no_harm(bench: Bench) -> None:
    def commit(call: str, number: int) -> bool:
        papers = bench.out.parent.glob(".out.*/new/*")
        begun = (bench.out / "p/r/s/added.py").exists()
        return call == "replace" and begun and not list(papers)

    def twice(distance: int) -> Fault:
        failed: list[int] = []

        def fault(call: str, number: int) -> None:
            if not failed and commit(call, number):
                failed.append(number)
                no_space(call, number)
            elif failed and number == failed[0] + distance:
                no_space(call, number)

        return fault

    for distance in range(1, 40):
        bench.reset()
        with disturbed(twice(distance)):
            assert not apply(bench.plan, bench.out, Report())
        assert bench.look(bench.work) == bench.before, distance


def test_an_interruption_leaves_the_output_old_or_new(bench: Bench) -> None:
    for moment in range(bench.total):
        bench.reset()
        with disturbed(at(moment, interrupt)), pytest.raises(KeyboardInterrupt):
            apply(bench.plan, bench.out, Report())
        assert bench.is_old_or_new(), moment


def test_a_disk_that_stays_full_leaves_the_output_as_it_was(bench: Bench) -> None:
    for moment in range(bench.total):

        def full(call: str, number: int, since: int = moment) -> None:
            if number >= since and call in MAKING:
                no_space(call, number)

        bench.reset()
        with disturbed(full):
            done = apply(bench.plan, bench.out, Report())
        if done:
            assert bench.whole() == bench.after, moment
        else:
            assert bench.look(bench.work) == bench.before, moment


def test_a_disk_that_goes_away_is_settled_by_the_next_run(bench: Bench) -> None:
    for moment in range(bench.total):

        def gone(call: str, number: int, since: int = moment) -> None:
            if number >= since:
                raise OSError(errno.EIO, "Input/output error")

        bench.reset()
        report = Report()
        with disturbed(gone):
            done = apply(bench.plan, bench.out, report)
        assert done or report.diagnostics[0].code == "O023", moment
        assert bench.goes_on(), moment


def test_a_kill_at_any_moment_is_settled_by_the_next_run(bench: Bench) -> None:
    for moment in range(bench.total):

        def killed(moment: int = moment) -> None:
            with disturbed(at(moment, die)):
                apply(bench.plan, bench.out, Report())

        bench.reset()
        in_child(killed)
        assert bench.goes_on(), moment


def test_a_kill_while_recovering_is_settled_by_the_run_after(bench: Bench) -> None:
    def kill(action: Callable[[], object], moment: int) -> None:
        def killed() -> None:
            with disturbed(at(moment, die)):
                action()

        in_child(killed)

    for first in range(bench.total // 2, bench.total, 17):
        for second in range(0, 60, 8):
            bench.reset()
            kill(lambda: apply(bench.plan, bench.out, Report()), first)
            kill(lambda: recover(bench.out, Report()), second)
            assert bench.goes_on(), (first, second)


def test_applying_recovers_from_a_kill_first(
    bench: Bench,
) -> None:
    for moment in range(0, bench.total, 3):

        def killed(moment: int = moment) -> None:
            with disturbed(at(moment, die)):
                apply(bench.plan, bench.out, Report())

        bench.reset()
        in_child(killed)
        report = Report()
        if not apply(bench.plan, bench.out, report):
            assert {d.code for d in report.diagnostics} == {"O025"}
        assert bench.is_old_or_new(), moment


def switched(bench: Bench) -> None:
    """Kill a run right before its change would have been complete."""

    def before_commit(call: str, number: int) -> None:
        if call == "replace" and (bench.out / ".manifest.json").exists():
            names = [path.name for path in bench.out.parent.glob(".out.*/new/*")]
            if not names:
                os._exit(9)

    def killed() -> None:
        with disturbed(before_commit):
            apply(bench.plan, bench.out, Report())

    bench.reset()
    in_child(killed)
    assert (bench.out / "p/change.py").read_text() == "new"


def test_files_written_after_a_kill_are_kept(bench: Bench) -> None:
    switched(bench)
    (bench.out / "p/change.py").write_text("rescued")
    (bench.out / "p/r/s/added.py").write_text("mine")
    (bench.out / "p/change.py.orig").write_text("another")
    report = Report()
    assert recover(bench.out, report)
    assert (bench.out / "p/change.py").read_text() == "rescued"
    assert (bench.out / "p/r/s/added.py").read_text() == "mine"
    assert (bench.out / "p/change.py.orig").read_text() == "another"
    former = bench.out / "p/change.py.orig2"
    if not bench.before:
        assert not former.exists()
        return
    assert former.read_text() == "old"
    (finding,) = report.diagnostics
    assert finding.code == "O029"
    assert finding.place.file.endswith("p/change.py")
    assert "p/change.py.orig2" in finding.message


def test_an_output_that_was_deleted_after_the_kill_stays_deleted(bench: Bench) -> None:
    switched(bench)
    shutil.rmtree(bench.out)
    assert recover(bench.out, Report())
    assert not bench.out.exists()
    assert list(bench.out.parent.iterdir()) == []


def test_a_link_planted_after_the_kill_is_not_followed(
    bench: Bench, tmp_path: Path
) -> None:
    switched(bench)
    (bench.out / "p").rename(tmp_path / "victim")
    (bench.out / "p").symlink_to(tmp_path / "victim")
    before, report = bench.look(tmp_path / "victim"), Report()
    assert not recover(bench.out, report)
    assert report.diagnostics[0].code == "O003"
    assert bench.look(tmp_path / "victim") == before
    (bench.out / "p").unlink()
    (tmp_path / "victim").rename(bench.out / "p")
    assert bench.goes_on()
