"""A plan in which edits are merged with what is generated, instead of standing in its way.

Part of the output phase; reads the output folder, and changes nothing but a temporary folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ...diagnostics import Place, Report
from ...git import GitFailed, NoGit
from .. import disk as disks
from ..disk import Disk, shown
from ..failures import report_failure
from ..manifest import parse_manifest
from ..paths import MANIFEST_NAME, PRISTINE_NAME, refusal
from ..plan import Change, Kind, Plan
from ..pristine import read_pristine
from .three_way import Conflict, Merged, Version, Versions, merge_three_ways

_EXECUTE = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH
_PLAIN = 0o644


class Merge(Struct, frozen=True):
    """A plan whose edits are merged; what is left for a person to resolve; which files with edits are
    generated under another name, by the new one."""

    plan: Plan
    conflicts: tuple[Conflict, ...]
    renamed: Mapping[str, str]


def merge_edits(plan: Plan, out: Path, report: Report) -> Merge | None:
    """Merge the edited files of a plan; None after reporting why that is not possible.

    Edits of files whose pristine text is not known stay in the way.
    """
    edited = {change.path: change for change in plan.of(Kind.EDITED)}
    if not edited:
        return Merge(plan, (), {})
    try:
        listed = parse_manifest(Disk(out).read(MANIFEST_NAME) or b"").files
        pristine = read_pristine(out, listed, edited)
        edited = {path: c for path, c in edited.items() if path in pristine}
        sides = _sides(plan, edited, pristine, listed, out)
        merged = merge_three_ways(*sides)
    except disks.Conflict as conflict:
        conflict.report(report)
        return None
    except OSError as error:
        report_failure(out, error, "read", report)
        return None
    except GitFailed as error:
        _report_git(error, [*edited], out, report)
        return None
    known = listed.keys() | {change.path for change in plan.changes}
    return _merge(plan, merged, sides, known, out)


def _sides(
    plan: Plan,
    edited: Mapping[str, Change],
    pristine: Mapping[str, bytes],
    listed: Mapping[str, str],
    out: Path,
) -> tuple[Versions, Versions, Versions]:
    """The files that a merge is about: the edited ones, and those that come or go, between which a
    renamed one is found."""
    base = {path: Version(pristine[path]) for path in edited}
    custom = {
        path: Version(change.old, _mode(out / path) & stat.S_IXUSR != 0)
        for path, change in edited.items()
        if change.old is not None
    }
    generated = {
        path: Version(change.new)
        for path, change in edited.items()
        if change.new is not None
    }
    if len(generated) == len(edited):
        return base, custom, generated
    for change in plan.of(Kind.DELETE):
        if change.old is not None:
            base[change.path] = custom[change.path] = Version(change.old)
    for change in plan.of(Kind.ADD):
        is_new = change.path not in listed and change.path != PRISTINE_NAME
        if is_new and change.new is not None:
            generated[change.path] = Version(change.new)
    return base, custom, generated


def _merge(
    plan: Plan,
    merged: Merged,
    sides: tuple[Versions, Versions, Versions],
    known: Collection[str],
    out: Path,
) -> Merge:
    base, custom, generated = sides
    edited = {path for path in base if base[path] != custom.get(path)}
    renamed = {n: o for n, o in merged.renamed.items() if o in edited}
    in_conflict = {conflict.path for conflict in merged.conflicts}
    touched = edited | renamed.keys() | (merged.files.keys() - generated.keys())
    touched |= in_conflict
    changes = [change for change in plan.changes if change.path not in touched]
    for path in sorted(touched):
        kind = Kind.UNRESOLVED if path in in_conflict else Kind.MERGED
        change = _change(kind, path, merged.files.get(path), out)
        if change is not None and change.old is not None and path not in known:
            change = replace(change, kind=Kind.UNKNOWN)  # git gave a file another name
        if change is not None:
            changes.append(change)
    kept = {*plan.custom, *(p for p in touched if _is_custom(p, merged, generated))}
    changes.sort(key=lambda change: (change.path == MANIFEST_NAME, change.path))
    written = sum(change.new is not None for change in changes)
    before = sum(change.new is not None for change in plan.changes)
    unchanged = plan.unchanged + before - written
    merged_plan = replace(
        plan, changes=tuple(changes), unchanged=unchanged, custom=tuple(sorted(kept))
    )
    return Merge(merged_plan, merged.conflicts, renamed)


def _is_custom(path: str, merged: Merged, generated: Versions) -> bool:
    """Whether a file is another one after a merge than what is generated."""
    return path in merged.files and merged.files[path] != generated.get(path)


def _change(kind: Kind, path: str, new: Version | None, out: Path) -> Change | None:
    """What a merge does to a file; None: nothing. A file in conflict is one to write in any case."""
    reason = refusal(path)
    if reason:
        raise GitFailed(f"the path {path!r} cannot be written: {reason}")
    old = Disk(out).read(path)
    data = None if new is None else new.data
    if old is not None and data is None:
        return Change(Kind.DELETE, path, old, None)
    mode = _PLAIN if old is None else _mode(out / path)
    wanted = mode
    if new is not None and new.executable != bool(mode & stat.S_IXUSR):
        wanted = mode | _EXECUTE if new.executable else mode & ~_EXECUTE
    is_same = old == data and (mode == wanted or data is None)
    if is_same and (data is None or kind is not Kind.UNRESOLVED):
        return None
    return Change(kind, path, old, data, wanted)


def _mode(path: Path) -> int:
    return stat.S_IMODE(os.lstat(path).st_mode)


def _report_git(
    error: GitFailed, edited: Iterable[str], out: Path, report: Report
) -> None:
    first, *others = sorted(edited)
    more = f" and {len(others)} more" if others else ""
    place = Place(shown(out / first))
    if isinstance(error, NoGit):
        report.error(
            "O030",
            place,
            f"merging the edits of this file{more} needs git 2.38 or newer, and {error}; nothing was "
            "written",
            help="install a newer git, or lose the edits with --force",
        )
    else:
        report.error(
            "O031",
            place,
            f"git cannot merge the edits of this file{more}: {error}; nothing was written",
            help="fix the cause, or lose the edits with --force",
        )
