"""Adds files of somebody else to an output folder, ``lib`` folders included: only where nothing is.

Part of the output phase. Each file is written wholly or not at all; what an interrupted run has not
added, the next one adds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
import os
from pathlib import Path

from msgspec import Struct

from ..diagnostics import Report
from .disk import Conflict, Disk
from .failures import report_failure
from .paths import folded, is_handed_over, parents, refusal
from .single import FILE_MODE, write_file

_EXECUTABLE = 0o755


class Additions(Struct, frozen=True):
    """What adding files would do: the new files; the paths that hold the same bytes already; and the reason
    for each path where nothing is added."""

    new: Mapping[str, bytes]
    same: tuple[str, ...]
    refused: Mapping[str, str]


def make_additions(
    files: Mapping[str, bytes], tree: Mapping[str, bytes], out: Path
) -> Additions:
    """The files that can be added to ``out``, which holds or will hold ``tree``.

    Raises:
        OSError: the folder cannot be read.
    """
    disk = Disk(out)
    taken = _Taken(tree)
    new: dict[str, bytes] = {}
    same: list[str] = []
    refused: dict[str, str] = {}
    for path, data in sorted(files.items()):
        reason = refusal(path)
        if reason is None and path in tree and not is_handed_over(path):
            reason = "'generate' writes a file of this name"
            if tree[path] == data:
                same.append(path)
                continue
        if reason is None:
            reason = taken.conflict(path)
        if reason is None:
            try:
                old = disk.read(path)
            except Conflict as conflict:
                reason = str(conflict)
            else:
                if old == data:
                    same.append(path)
                    continue
                reason = "another file is there" if old is not None else None
        if reason is not None:
            refused[path] = reason
            continue
        taken.add(path)
        new[path] = data
    return Additions(new, tuple(same), refused)


def add_files(
    files: Mapping[str, bytes],
    out: Path,
    report: Report,
    *,
    executable: Collection[str],
) -> bool:
    """Write new files below ``out``, some of them ``executable``; False after reporting which one cannot be
    written."""
    for path, data in files.items():
        target = out / path
        try:
            os.makedirs(target.parent, exist_ok=True)
        except OSError as error:
            report_failure(target.parent, error, "written", report)
            return False
        mode = _EXECUTABLE if path in executable else FILE_MODE
        if not write_file(target, data, report, overwrite=False, mode=mode):
            return False
    return True


class _Taken:
    """Paths that are in use, found again by what some file systems take for the same."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._files: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        for path in paths:
            self.add(path)

    def add(self, path: str) -> None:
        """Use a path, and the folders that it lies in."""
        self._files.setdefault(folded(path), path)
        for folder in parents(path):
            self._folders.setdefault(folded(folder), folder)

    def conflict(self, path: str) -> str | None:
        """Why a path cannot be used beside the others."""
        others = [self._files.get(folded(folder)) for folder in parents(path)]
        others += [
            self._folders.get(folded(folder), folder) for folder in parents(path)
        ]
        others += [self._files.get(folded(path)), self._folders.get(folded(path))]
        own = {path, *parents(path)}
        file = self._files.get(folded(path))
        for other in others:
            is_ours = other in own and (other != path or file == path)
            if other is not None and not is_ours:
                return f"'{other}' is in its way"
        return None
