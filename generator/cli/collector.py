"""When Python's cyclic garbage collector runs: not while something is compiled, nor at the end.

A compiler makes millions of objects that stay until its end. The collector looks through all of them, and
finds next to nothing: for github's description (1,223 operations), by the usual thresholds, 7.8 s of
27 s of CPU; another second to take apart at the end what the system takes back at once.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_collecting() -> Iterator[None]:
    """Has no collector run; as before again afterwards."""
    is_usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_usual:
            gc.enable()


def collect_as_usual() -> None:
    """Have the collector run from now on, even in a process that began without: one that serves for
    hours."""
    gc.enable()


def leave_the_rest() -> None:
    """Have nothing that is there looked through again, as the process ends."""
    gc.freeze()
