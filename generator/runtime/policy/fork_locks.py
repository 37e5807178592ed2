"""Locks that a forked child finds free, whoever held them in the parent.

Without it, a child that was forked while another thread held a lock would wait for ever: that
thread does not exist in the child. The locks themselves are the interpreter's, whose ``with``
leaves none held when a signal handler raises inside it.
"""

from __future__ import annotations

import os
import threading
from weakref import WeakSet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class LockOwner(Protocol):
        """Something with a lock of its own."""

        _lock: threading.Lock


_OWNERS: WeakSet[LockOwner] = WeakSet()


def renew_lock_in_children(owner: LockOwner) -> None:
    """Give the owner a new lock in every process that is forked from this one."""
    _OWNERS.add(owner)


def _renew_all() -> None:
    for owner in list(_OWNERS):
        owner._lock = threading.Lock()


if hasattr(os, "register_at_fork"):  # not on Windows, which does not fork
    os.register_at_fork(after_in_child=_renew_all)
