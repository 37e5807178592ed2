"""A lock that a forked child finds free, whoever held it in the parent.

Without it, a child that was forked while another thread held the lock would wait for ever: that
thread does not exist in the child.
"""

from __future__ import annotations

import os
import threading
from weakref import WeakSet

_LOCKS: WeakSet[ForkLock] = WeakSet()


class ForkLock:
    """A mutual exclusion of the threads of one process."""

    __slots__ = ("__weakref__", "_lock")

    def __init__(self) -> None:
        self._lock = threading.Lock()
        _LOCKS.add(self)

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def renew(self) -> None:
        """Replace the lock by one that is free."""
        self._lock = threading.Lock()


def _renew_all() -> None:
    for lock in list(_LOCKS):
        lock.renew()


if hasattr(os, "register_at_fork"):  # not on Windows, which does not fork
    os.register_at_fork(after_in_child=_renew_all)
