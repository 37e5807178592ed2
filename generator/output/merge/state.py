"""The record of a merge in progress: what is in conflict, and what was there before.

Part of the output phase; knows bytes, never the disk. The record is written in the same step as the
files that it is about, and goes in the same step as they are put back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from ..archive import dump_archive, load_archive
from ..paths import MERGE_NAME, is_hand_written, refusal
from .three_way import Conflict, Version

_STAGES = {1, 2, 3}
_ID = re.compile("[0-9a-f]{40}([0-9a-f]{24})?")
_MODE = re.compile("100644|100755")


class DamagedRecord(Exception):
    """The bytes are not the record of a merge."""


class Before(Struct, frozen=True):
    """A file before a merge: content and permissions (None: no file); the hash of what it got."""

    path: str
    data: bytes | None
    mode: int
    after: str | None


class IndexEntry(Struct, frozen=True):
    """A file in the index of a repository: its mode and the id of its content."""

    path: str
    mode: str
    blob: str


class OpenMerge(Struct, frozen=True):
    """A merge with conflicts: those, what it changed, and the entries that the index had for them.

    ``is_marked`` says that the index shows the conflicts, as far as there is one.
    """

    conflicts: tuple[Conflict, ...]
    before: tuple[Before, ...]
    index: tuple[IndexEntry, ...]
    is_marked: bool


def dump_merge(merge: OpenMerge) -> bytes:
    """The record of a merge."""
    files = {f"before/{b.path}": b.data for b in merge.before if b.data is not None}
    for conflict in merge.conflicts:
        for stage, version in conflict.stages.items():
            files[f"{stage}/{conflict.path}"] = version.data
    return dump_archive(
        files,
        conflicts=[
            [c.path, c.reason, {str(s): v.executable for s, v in c.stages.items()}]
            for c in merge.conflicts
        ],
        before=[[b.path, b.mode, b.after] for b in merge.before],
        index=[[e.path, e.mode, e.blob] for e in merge.index],
        is_marked=merge.is_marked,
    )


def load_merge(data: bytes) -> OpenMerge:
    """The merge of a record, every path in it safe; raises DamagedRecord."""
    loaded = load_archive(data)
    if loaded is None:
        raise DamagedRecord
    files, notes = loaded
    try:
        merge = OpenMerge(
            tuple(_conflict(value, files) for value in notes["conflicts"]),
            tuple(
                Before(path, _data(files, f"before/{path}"), mode & 0o777, after)
                for path, mode, after in notes["before"]
            ),
            tuple(IndexEntry(*map(str, entry)) for entry in notes["index"]),
            notes["is_marked"] is True,
        )
        paths = [conflict.path for conflict in merge.conflicts]
        paths += [before.path for before in merge.before]
        paths += [entry.path for entry in merge.index]
        unsafe = [*filter(refusal, paths), *filter(is_hand_written, paths)]
        unsafe += {MERGE_NAME}.intersection(paths)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedRecord from error
    entries = merge.index
    are_ids = all(_ID.fullmatch(e.blob) and _MODE.fullmatch(e.mode) for e in entries)
    if unsafe or not are_ids:
        raise DamagedRecord
    return merge


def _data(files: Mapping[str, memoryview], name: str) -> bytes | None:
    return bytes(files[name]) if name in files else None


def _conflict(value: Any, files: Mapping[str, memoryview]) -> Conflict:
    path, reason, stages = value
    versions = {
        int(stage): Version(bytes(files[f"{stage}/{path}"]), executable is True)
        for stage, executable in stages.items()
    }
    if not versions.keys() <= _STAGES:
        raise ValueError("there are three stages")
    return Conflict(path, str(reason), versions)
