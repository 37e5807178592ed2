"""Formatted texts by the hash of what they were made from, in a folder of the user's cache.

Part of the output phase; a convenience only. A damaged, unreadable or read-only cache costs time
and nothing else: it never fails and never changes a result.
"""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from pathlib import Path

_KEPT_SECONDS = 60 * 24 * 3600
_UNCHANGED = b"="


class FormatCache:
    """A content-addressed cache in ``folder``, which need not exist; None caches nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._dirty = False

    def get(self, source: str) -> str | None:
        """What ``source`` was formatted to, None where that is not known."""
        path = self._path(source)
        if path is None:
            return None
        try:
            entry = path.read_bytes()
        except OSError:
            return None
        if entry == _UNCHANGED:
            return source
        digest, _, text = entry.partition(b"\n")
        return text.decode() if digest == _digest(text) else None

    def put(self, source: str, formatted: str) -> None:
        """Remember a result; the entry appears as a whole or not at all."""
        path = self._path(source)
        if path is None:
            return
        text = formatted.encode()
        entry = _UNCHANGED if formatted == source else _digest(text) + b"\n" + text
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(entry)
            draft.replace(path)
            self._dirty = True

    def prune(self) -> None:
        """Drop entries of two months ago, if this run has added any."""
        if self._folder is None or not self._dirty:
            return
        eldest = time.time() - _KEPT_SECONDS
        for entry in self._folder.glob("*/*"):
            with suppress(OSError):
                if entry.stat().st_mtime < eldest:
                    entry.unlink()

    def _path(self, source: str) -> Path | None:
        if self._folder is None:
            return None
        name = hashlib.sha256(source.encode()).hexdigest()
        return self._folder / name[:2] / name[2:]


def _digest(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode("ascii")
