"""Loaded by a run under test before anything else: makes one system call go wrong.

``FAULT`` is ``<what>:<call>:<number>``: at that call of ``os.<call>`` for the output (counted
from 1) the disk is ``full`` or access is ``denied``, then and ever after, or the run stands still
so that it can be interrupted or killed.
"""

from __future__ import annotations

import errno
import os
import signal
import stat
import time
from pathlib import Path
from typing import Any

ERRORS = {"full": errno.ENOSPC, "denied": errno.EACCES}


def _disturb(what: str, name: str, first: int) -> None:
    real = getattr(os, name)
    seen = 0

    def call(*args: Any, **options: Any) -> Any:
        nonlocal seen
        if _concerns_output(args):
            seen += 1
            if what == "pause" and seen == first:
                _pause()
            elif what in ERRORS and seen >= first:
                raise OSError(ERRORS[what], os.strerror(ERRORS[what]))
        return real(*args, **options)

    setattr(os, name, call)


def _concerns_output(args: tuple[Any, ...]) -> bool:
    """Whether the first argument is a path of the output, or an open file rather than a pipe."""
    if isinstance(args[0], int):
        return stat.S_ISREG(os.fstat(args[0]).st_mode)
    return "generated" in os.fspath(args[0])


def _pause() -> None:
    Path(os.environ["FAULT_PAUSED"]).touch()
    time.sleep(60)


if "FAULT" in os.environ:
    # A shell that runs its tests in the background has them ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    what, name, number = os.environ["FAULT"].split(":")
    _disturb(what, name, int(number))
