"""The staging folder: contents on their way in and out, and how far the way has come.

Part of the output phase. ``journal.json`` in it says that the output is being changed,
``done.json`` that the change is complete; what is left of a killed run is settled by them.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from .disk import Conflict, is_there
from .lock import held

_CONTENTS = ("new", "old")
_PAPERS = ("journal.json", "done.json", "draft.json")


class Staging(Struct, frozen=True):
    """The files of a staging folder; contents are named by the number of their step."""

    root: Path

    def new(self, number: int) -> str:
        """The path of the content that goes into the output at step ``number``."""
        return os.path.join(self.root, "new", str(number))

    def old(self, number: int) -> str:
        """The path of the content that stood in the output before step ``number``."""
        return os.path.join(self.root, "old", str(number))

    def is_genuine(self) -> bool:
        """Whether all that is in the folder could be ours: files in real folders, and no links.

        A folder that somebody else prepared may hold links, through which files from elsewhere
        would move into the output.
        """
        papers = [self.root / name for name in _PAPERS]
        folders = [self.root / name for name in _CONTENTS]
        return (
            _is_private(os.lstat(self.root))
            and all(_is(path, _is_own_file) for path in papers)
            and all(_is(folder, _is_own_folder) for folder in folders)
            and all(_is(path, _is_file) for path in self._contents())
        )

    def has_hard_links(self) -> bool:
        """Whether a content is also the content of a file elsewhere.

        What was staged never is. What stood in the output may be, so that only the run that
        moved it out can tell such a file from a planted one.
        """
        return any(os.lstat(path).st_nlink > 1 for path in self._contents())

    def _contents(self) -> list[Path]:
        folders = [self.root / name for name in _CONTENTS]
        return [f / name for f in folders if is_there(f) for name in os.listdir(f)]

    def prepare(self) -> None:
        """Make room for contents."""
        for name in _CONTENTS:
            os.mkdir(self.root / name)

    def begin(self, journal: bytes) -> None:
        """Put the journal down for good; from here on the output may differ from what it was."""
        create_file(self.root / "draft.json", journal, mode=0o600, durable=True)
        os.replace(self.root / "draft.json", self.root / "journal.json")

    def commit(self) -> None:
        """Declare the change complete: the point of no return."""
        os.replace(self.root / "journal.json", self.root / "done.json")

    def begun(self) -> bytes | None:
        """The journal of a change that has begun and is not complete."""
        return self._paper("journal.json")

    def done(self) -> bytes | None:
        """The journal of a change that is complete."""
        return self._paper("done.json")

    def _paper(self, name: str) -> bytes | None:
        path = self.root / name
        return path.read_bytes() if path.is_file() else None

    def clear(self) -> None:
        """Remove everything of ours; the journal goes first, since it speaks of the rest."""
        for name in _PAPERS:
            with suppress(FileNotFoundError):
                os.unlink(self.root / name)
        for name in _CONTENTS:
            with suppress(FileNotFoundError):
                shutil.rmtree(self.root / name)


def _is(path: Path, kind: Callable[[os.stat_result], bool]) -> bool:
    """Whether what is at ``path``, without following links, is of a kind; or nothing is there."""
    return not is_there(path) or kind(os.lstat(path))


def _is_file(status: os.stat_result) -> bool:
    return stat.S_ISREG(status.st_mode)


def _is_own_file(status: os.stat_result) -> bool:
    return _is_file(status) and status.st_nlink == 1 and _is_own(status)


def _is_own_folder(status: os.stat_result) -> bool:
    return stat.S_ISDIR(status.st_mode) and _is_own(status)


def _is_private(status: os.stat_result) -> bool:
    """Whether the status is that of a folder that only we can write to."""
    others = stat.S_IWGRP | stat.S_IWOTH
    return _is_own_folder(status) and (
        sys.platform == "win32" or not status.st_mode & others
    )


def _is_own(status: os.stat_result) -> bool:
    return sys.platform == "win32" or status.st_uid == os.geteuid()


def places(out: Path) -> tuple[Path, Path]:
    """Where the staging folder of ``out`` can be: next to it, or inside."""
    return out.parent / f".{out.name}.clientwright", out / ".clientwright"


def place_for(out: Path) -> Path:
    """Where to stage: next to ``out``, or inside if its parent is on another disk or read-only."""
    beside, inside = places(out)
    if not out.is_dir():
        return beside
    same_disk = out.stat().st_dev == out.parent.stat().st_dev
    return beside if same_disk and os.access(out.parent, os.W_OK) else inside


@contextmanager
def claimed(root: Path, out: Path) -> Generator[Staging]:
    """The staging folder ``root``, for this run alone; raises Conflict where another run has it.

    On leaving it is gone, unless a journal in it still waits to be settled.
    """
    missing = [folder for folder in root.parents if not folder.exists()]
    try:
        for folder in reversed(missing):
            os.mkdir(folder)
        with held(root):
            yield Staging(root)
    except BlockingIOError as error:
        raise Conflict(
            "O024",
            out,
            "another run of the generator is writing this output",
            "wait until it has finished, then run the command again",
        ) from error
    finally:
        for folder in missing:
            with suppress(OSError):
                os.rmdir(folder)


def create_file(path: Path | str, data: bytes, *, mode: int, durable: bool) -> None:
    """Write a new file; ``durable`` waits until it would survive a power cut."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        if durable:
            os.fsync(file)
    finally:
        os.close(file)
