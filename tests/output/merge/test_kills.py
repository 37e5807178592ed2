"""The process dies at 200 moments of a merge and of its two ends: the next run makes up for it.

Each moment is a call that reads or changes the disk, or the end of a run of git.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from generator.diagnostics import Report

from . import world
from .world import NEXT, codes, copied, end, generate, state

Run = Callable[[Path], Report]
KILLS = 10
"""Kills of one test."""


@pytest.fixture(scope="module")
def states(edited: Path) -> Path:
    """A repository in four states: ``edited``, in a merge (``open``), ``resolved``, and after it
    (``ended``)."""
    root = edited.parent
    out = copied(edited, root / "open")
    assert codes(_generate(out)) == [("O033", "dog.py"), ("O033", "gone.py")]
    out = copied(root / "open", root / "resolved")
    (out / "pets/dog.py").write_text("resolved\n")
    world.git(out, "add", "pets/dog.py")
    world.git(out, "rm", "--quiet", "--force", "pets/gone.py")
    out = copied(root / "resolved", root / "ended")
    assert codes(_continue(out)) == []
    return root


def _generate(out: Path) -> Report:
    report = Report()
    generate(NEXT, out, report)
    return report


def _continue(out: Path) -> Report:
    report = Report()
    end(out, report, aborts=False)
    return report


def _abort(out: Path) -> Report:
    report = Report()
    end(out, report, aborts=True)
    return report


CASES: dict[str, tuple[str, Run, Run, str]] = {
    "merge": ("edited", _generate, _generate, "open"),
    "merge, then abort": ("edited", _generate, _abort, "edited"),
    "continue": ("resolved", _continue, _continue, "ended"),
    "abort": ("open", _abort, _abort, "edited"),
}
"""The state before, what is killed, the next run, and the state after that."""


@pytest.mark.parametrize("part", range(5))
@pytest.mark.parametrize("case", CASES)
def test_the_run_after_a_kill_gives_what_an_undisturbed_run_gives(
    case: str,
    part: int,
    states: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before, run, next_run, after = CASES[case]
    wanted = state(states / after)
    moments = _killed(run, copied(states / before, tmp_path / "whole"), 0)
    chosen = random.Random(f"{case} {part}").sample(range(1, moments + 1), KILLS)
    for moment in chosen:
        out = copied(states / before, tmp_path / str(moment))
        assert _killed(run, out, moment) == moment
        next_run(out)
        assert state(out.parent) == wanted, f"killed at {moment} of {moments}"


def _killed(run: Run, out: Path, moment: int) -> int:
    """Run in a process that dies at the given moment; the number of moments that it lived."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reader)
            _die_at(moment, writer)
            run(out)
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        lived = len(pipe.read())
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) == bool(moment)
    return lived


def _die_at(moment: int, writer: int) -> None:
    """Kill this process at a moment; write a byte at each until then."""
    count = 0

    def see(frame: FrameType, event: str, called: object) -> None:
        nonlocal count
        if frame.f_code.co_filename == __file__ or not _is_moment(frame, event, called):
            return
        count += 1
        os.write(writer, b".")
        if count == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(see)


def _is_moment(frame: FrameType, event: str, called: object) -> bool:
    code = frame.f_code
    if event == "return":
        return code.co_qualname == "Git.run"
    is_system_call = getattr(called, "__module__", "") in ("posix", "_io")
    is_ours = f"{os.sep}generator{os.sep}output" in code.co_filename
    return event == "c_call" and is_system_call and is_ours
