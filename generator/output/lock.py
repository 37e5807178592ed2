"""A folder that one run holds at a time, by an advisory lock which dies with its process.

Part of the output phase; knows nothing of what the folder is for. Systems without ``flock``
(Windows, some network disks) do without the lock.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from .cleanup import run_cleanup

if sys.platform != "win32":
    import fcntl

LOCK = "lock"
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_ATTEMPTS = 100
"""How often a folder may vanish under us, because its holder has just finished."""


@contextmanager
def held(folder: Path) -> Generator[None]:
    """Hold ``folder``, made where missing; raises BlockingIOError where another run holds it.

    On leaving, the folder is removed if nothing but the lock is left in it.
    """
    lock = _take(folder)
    try:
        yield
    finally:
        try:
            with suppress(OSError):
                run_cleanup(partial(_remove, folder, lock))
        finally:
            os.close(lock)


def _take(folder: Path) -> int:
    for _ in range(_ATTEMPTS):
        with suppress(FileNotFoundError):
            return _try(folder)
    raise BlockingIOError


def _try(folder: Path) -> int:
    """A descriptor that holds the lock; raises FileNotFoundError where the folder vanished."""
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)
    try:
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            raise NotADirectoryError(f"{folder} is not a folder")
        lock = os.open(folder / LOCK, _FLAGS, 0o600)
    except BaseException:
        with suppress(OSError):
            os.rmdir(folder)
        raise
    try:
        _lock(lock)
        if not _is_current(folder, lock):
            raise FileNotFoundError
    except BaseException:
        os.close(lock)
        raise
    return lock


def _lock(lock: int) -> None:
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        return


def _is_current(folder: Path, lock: int) -> bool:
    """Whether the lock is still the one that others will find in the folder."""
    try:
        return os.path.samestat(os.stat(folder / LOCK), os.fstat(lock))
    except FileNotFoundError:
        return False


def _remove(folder: Path, lock: int) -> None:
    if _is_current(folder, lock) and os.listdir(folder) == [LOCK]:
        os.unlink(folder / LOCK)
    if folder.exists() and not os.listdir(folder):
        os.rmdir(folder)
