"""The plan: what would have to happen for the output folder to hold exactly the tree.

Part of the output phase; compares tree, disk and manifest, and changes nothing. ``generate``
applies the plan, ``check`` shows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..diagnostics import Place, Report
from .archive import is_archive
from .disk import Disk, Conflict, shown
from .failures import report_failure
from .manifest import Manifest, hash_bytes, read_manifest
from .paths import MANIFEST_NAME, PRISTINE_NAME, is_handed_over, is_hand_written
from .paths import parents
from .pristine import is_emptied
from .record import read_record, without_record
from .tree import FileTree


class Kind(Enum):
    """What a change means to the person whose folder it is."""

    ADD = "add"
    CHANGE = "change"
    DELETE = "delete"
    MERGED = "merged with custom code"
    UNRESOLVED = "conflict with custom code"
    EDITED = "edited by hand"
    UNKNOWN = "unknown file in the way"


CONFLICTS = frozenset({Kind.EDITED, Kind.UNKNOWN})
"""Kinds that would destroy somebody's work: applied only when asked for."""


class Change(Struct, frozen=True):
    """A file whose bytes on the disk (``old``) and in the tree (``new``) differ; None: no file.

    ``mode`` are the permissions that the new file gets; None: those of the old one.
    """

    kind: Kind
    path: str
    old: bytes | None
    new: bytes | None
    mode: int | None = None


class Plan(Struct, frozen=True):
    """The changes by path, the manifest last; and how many files stay as they are.

    ``stale_folders`` lose files and get none, deepest first: they go too if nothing is left.
    ``custom`` are the generated files with edits, by path, that stay or are merged; ``deleted``
    those that were deleted by hand, and stay so.
    """

    changes: tuple[Change, ...]
    stale_folders: tuple[str, ...]
    unchanged: int
    custom: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()

    @property
    def conflicts(self) -> tuple[Change, ...]:
        """The changes that would overwrite or delete what the generator did not write."""
        return tuple(change for change in self.changes if change.kind in CONFLICTS)

    @property
    def edited(self) -> tuple[str, ...]:
        """The generated files with edits, those deleted by hand too, by path."""
        return tuple(sorted((*self.custom, *self.deleted)))

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)


def make_plan(
    tree: FileTree,
    out: Path,
    report: Report,
    *,
    renew: bool = True,
    keeps_edits: bool = False,
) -> Plan | None:
    """The changes from ``out`` to ``tree``, or None after reporting a conflict.

    ``tree`` holds its manifest (``add_manifest``). Unknown files and ``lib`` folders are invisible,
    and so is a file that was handed over to the maintainer. A manifest whose record of the last run
    alone is out of date is a change only if asked to ``renew`` it: it is no drift. If it
    ``keeps_edits``, an edited or deleted file of which the generated text stays the same is custom
    code, and no change.
    """
    disk = Disk(out)
    try:
        on_disk = disk.read(MANIFEST_NAME)
    except (Conflict, OSError) as error:
        _complain(error, out / MANIFEST_NAME, report)
        return None
    manifest = read_manifest(on_disk, Place(shown(out / MANIFEST_NAME)), report)
    if manifest is None:
        return None
    changes = _compare(tree, manifest, disk, out, report)
    if changes is None:
        return None
    custom: dict[str, Change] = {}
    if keeps_edits:
        changes = _with_deletions(changes, manifest)
        custom = _custom(changes, manifest)
        changes = [change for change in changes if change.path not in custom]
    old, new = on_disk, tree[MANIFEST_NAME]
    if old is None or not _is_manifest_kept(old, new, renew=renew):
        kind = Kind.ADD if old is None else Kind.CHANGE
        changes.append(Change(kind, MANIFEST_NAME, old, new))
    kept = len(tree) - sum(change.new is not None for change in changes)
    deleted = tuple(path for path, change in custom.items() if change.old is None)
    return Plan(
        tuple(changes),
        _stale_folders(tree, manifest),
        kept - len(deleted),
        tuple(path for path in custom if path not in deleted),
        deleted,
    )


def _is_manifest_kept(old: bytes, new: bytes, *, renew: bool) -> bool:
    """Whether the manifest on the disk may stay: the files and what they are made from are the same,
    and its record does or need not be renewed."""
    if without_record(old) != without_record(new):
        return False
    record = read_record(old)
    return (
        not renew
        or old == new
        or (record is not None and record.serves(read_record(new)))
    )


def _compare(
    tree: FileTree, manifest: Manifest, disk: Disk, out: Path, report: Report
) -> list[Change] | None:
    """The changes but the manifest's; None after reporting every obstacle, not only the first."""
    changes: list[Change] = []
    blocked = False
    for path in _ours(tree, manifest):
        try:
            if is_handed_over(path) and (path in manifest.files or disk.has(path)):
                continue
            old = disk.read(path)
        except (Conflict, OSError) as error:
            _complain(error, out / path, report)
            blocked = True
            continue
        new = tree.get(path)
        if old != new:
            kind = _kind(path, old, new, manifest.files.get(path))
            changes.append(Change(kind, path, old, new))
    return None if blocked else changes


def _ours(tree: FileTree, manifest: Manifest) -> list[str]:
    paths = {*tree, *manifest.files} - {MANIFEST_NAME}
    return sorted(path for path in paths if not is_hand_written(path))


def _with_deletions(changes: list[Change], manifest: Manifest) -> list[Change]:
    """The changes, in which a file that was deleted by hand is an edited one.

    It is not if there is no archive, as in the output of an older version, nor in an output that was
    emptied.
    """
    missing = {c.path for c in changes if c.old is None and c.path in manifest.files}
    has_archive = PRISTINE_NAME in manifest.files.keys() - missing
    if not has_archive or is_emptied(manifest.files, missing):
        return changes
    return [
        replace(change, kind=Kind.EDITED) if change.path in missing else change
        for change in changes
    ]


def _custom(changes: list[Change], manifest: Manifest) -> dict[str, Change]:
    """The edited files of which the text is generated again that was edited, by path."""
    return {
        change.path: change
        for change in changes
        if change.kind is Kind.EDITED
        and change.new is not None
        and hash_bytes(change.new) == manifest.files[change.path]
    }


def _kind(path: str, old: bytes | None, new: bytes | None, known: str | None) -> Kind:
    if old is None:
        return Kind.ADD
    if path == PRISTINE_NAME and (known is not None or is_archive(old)):
        return Kind.CHANGE  # no place for edits
    if known is None:
        return Kind.UNKNOWN
    if hash_bytes(old) != known:
        return Kind.EDITED
    return Kind.DELETE if new is None else Kind.CHANGE


def _stale_folders(tree: FileTree, manifest: Manifest) -> tuple[str, ...]:
    gone = [path for path in manifest.files if path not in tree]
    stale = _folders(path for path in gone if not is_hand_written(path))
    return tuple(sorted(stale - _folders(tree), reverse=True))


def _folders(paths: Iterable[str]) -> set[str]:
    return {folder for path in paths for folder in parents(path)}


def _complain(error: Conflict | OSError, path: Path, report: Report) -> None:
    if isinstance(error, Conflict):
        error.report(report)
    else:
        report_failure(path, error, "read", report)
