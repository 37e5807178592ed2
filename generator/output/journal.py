"""The journal: which steps a change of the output consists of, and how to go back or finish.

Part of the output phase; works on the output folder and the staging folder only. Every step can
be repeated: a clean-up that was itself interrupted starts over and does no harm.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path

from msgspec import Struct

from .disk import Disk, is_there
from .failures import Failure
from .cleanup import run_cleanup
from .manifest import hash_bytes
from .paths import is_hand_written, refusal
from .staging import Staging


class Step(Struct, frozen=True):
    """One file: whether the output had it, and the hash of what it gets (None: it goes)."""

    path: str
    had: bool
    sha256: str | None


class Journal(Struct, frozen=True):
    """The steps in order; the folders they need made, outermost first; those that may be emptied.

    The folder ``""`` is the output folder itself.
    """

    steps: tuple[Step, ...]
    created: tuple[str, ...]
    emptied: tuple[str, ...]


class UnreadableJournal(Exception):
    """The text is not a valid journal."""


def dump_journal(journal: Journal) -> bytes:
    """The journal as JSON."""
    steps = [{"path": s.path, "had": s.had, "sha256": s.sha256} for s in journal.steps]
    values = {
        "steps": steps,
        "created": journal.created,
        "emptied": journal.emptied,
    }
    return json.dumps(values).encode("ascii")


def parse_journal(data: bytes) -> Journal:
    """The journal in ``data``, every path in it safe; raises UnreadableJournal."""
    try:
        values = json.loads(data)
        steps = tuple(Step(**step) for step in values["steps"])
        journal = Journal(steps, tuple(values["created"]), tuple(values["emptied"]))
        folders = [folder for folder in journal.created + journal.emptied if folder]
        paths = [step.path for step in steps]
        unsafe = [*filter(refusal, [*folders, *paths]), *filter(is_hand_written, paths)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableJournal from error
    if unsafe:
        raise UnreadableJournal
    return journal


def switch(journal: Journal, out: Path, staging: Staging) -> None:
    """Take every step: the old file moves out, the new one moves in."""
    for folder in journal.created:
        try:
            os.mkdir(out / folder)
        except OSError as error:
            raise Failure(out / folder, error) from error
    for number, step in enumerate(journal.steps):
        target = os.path.join(out, step.path)
        try:
            if step.had:
                os.replace(target, staging.old(number))
            if step.sha256 is not None:
                os.replace(staging.new(number), target)
        except OSError as error:
            raise Failure(Path(target), error) from error


def undo(journal: Journal, out: Path, staging: Staging) -> list[tuple[str, str]]:
    """Take back the steps that were taken; what somebody wrote since then stays.

    Gives the files that somebody wrote, each with the path beside it where its former content is.
    """
    disk = Disk(out)
    beside: list[tuple[str, str]] = []
    for number, step in reversed([*enumerate(journal.steps)]):
        if disk.has_parents(step.path):
            old, new = staging.old(number), staging.new(number)
            if (kept := _undo_step(step, out, disk, old, new)) is not None:
                beside.append((step.path, kept))
    for folder in reversed(journal.created):
        if disk.has_parents(f"{folder}/"):
            remove_if_empty(out / folder)
    return beside


def _undo_step(
    step: Step, out: Path, disk: Disk, backup: str, staged: str
) -> str | None:
    moved_out = is_there(backup)
    if not moved_out and (step.had or is_there(staged)):
        return None  # never taken, or taken back already
    current = disk.read(step.path)
    if current is not None and hash_bytes(current) != step.sha256:
        return _keep_beside(step.path, out, backup) if moved_out else None
    if moved_out:
        os.replace(backup, out / step.path)
    elif current is not None:
        os.unlink(out / step.path)
    return None


def _keep_beside(path: str, out: Path, backup: str) -> str:
    """Move the former content of a file beside it, under a name that is free."""
    for number in count(1):
        name = f"{path}.orig{number if number > 1 else ''}"
        if not is_there(out / name):
            os.replace(backup, out / name)
            return name
    raise AssertionError("numbers do not end")


def finish(journal: Journal, out: Path) -> None:
    """Remove the folders that the change left empty; a folder that resists stays."""
    disk = Disk(out)
    for folder in journal.emptied:
        if disk.has_parents(f"{folder}/"):
            with suppress(OSError):
                run_cleanup(partial(remove_if_empty, out / folder))


def remove_if_empty(folder: Path) -> None:
    """Remove a folder that holds nothing, or nothing but the byte code of modules that are gone."""
    names = os.listdir(folder)
    if names == ["__pycache__"]:
        _remove_byte_code(folder / "__pycache__")
        names = os.listdir(folder)
    if not names:
        os.rmdir(folder)


def _remove_byte_code(cache: Path) -> None:
    if cache.is_symlink() or not cache.is_dir():
        return
    names = os.listdir(cache)
    if all(name.endswith(".pyc") for name in names):
        for name in names:
            os.unlink(cache / name)
        os.rmdir(cache)
