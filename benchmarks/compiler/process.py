"""Runs a process to its end and says what it took, with all processes that it waited for."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
Figures = dict[str, float]
_MEMORY = Path("/dev/shm")


def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder for what is generated: in memory, where the system has a file system there.

    What a disk's file system takes for a new file differs by ten times with the files that were deleted
    in the minutes before, which are those of the last run.
    """
    return tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None)


def timed(
    command: Sequence[str], environment: Mapping[str, str], *, accepted: Sequence[int]
) -> Figures:
    """Seconds of CPU and of wall time, peak memory in bytes, and ``failed`` with the exit code if it
    is not among those that are ``accepted``.

    The memory is that of the largest process; on Linux not less than that of the process which
    starts it, so this one has to stay small.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    figures = {
        "cpu": used.ru_utime + used.ru_stime,
        "wall": wall,
        "memory": used.ru_maxrss * 1024.0,
    }
    if process.returncode not in accepted:
        figures["failed"] = float(process.returncode)
    return figures
