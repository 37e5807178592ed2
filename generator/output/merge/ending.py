"""Ends a merge with conflicts: continued once they are resolved, or aborted.

Part of the output phase. Both end with one step that also removes the record of the merge, so that a
killed run leaves the merge open or ended, and can be repeated.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ...diagnostics import Place, Report
from ...git import GitFailed
from .. import disk as disks
from ..disk import Disk, shown
from ..failures import report_failure
from ..manifest import hash_bytes
from ..paths import MERGE_NAME, parents
from ..plan import Change, Kind, Plan
from ..write import apply
from .index import index_of
from .opening import mark_index, marked_lines, marker_place
from .state import Before, DamagedRecord, OpenMerge, load_merge

Opened = tuple[OpenMerge, bytes]


def refuse_open_merge(out: Path, report: Report, *, marks: bool) -> bool:
    """Whether a merge is open, after reporting it with what is left to resolve; ``marks`` the index if
    a killed run did not get to it."""
    found = _read(out, report)
    if found is None:
        return report.has_errors
    opened, record = found
    if marks:
        mark_index(opened, record, out, report)
    report.error(
        "O032",
        Place(shown(out)),
        "a merge of custom code is not finished",
        help="resolve the conflicts, then run 'generate --continue'; or go back with "
        "'generate --abort'",
    )
    _is_resolved(opened, out, report)
    return True


def continue_merge(out: Path, report: Report) -> Plan | None:
    """End a merge of which every conflict is resolved; None after reporting those that are not."""
    found = _required(out, report)
    if found is None or not mark_index(*found, out, report):
        return None
    opened, _ = found
    if not _is_resolved(opened, out, report):
        return None
    try:
        record = Disk(out).read(MERGE_NAME)  # marking the index has changed it
    except (disks.Conflict, OSError) as error:
        _complain(error, out, report)
        return None
    plan = Plan((Change(Kind.DELETE, MERGE_NAME, record, None),), (), 0)
    return plan if apply(plan, out, report) else None


def abort_merge(out: Path, report: Report, *, discards: bool) -> Plan | None:
    """Put back what was there before a merge; None after reporting why that is not possible.

    Files that were merged without a conflict and changed since stand in the way, unless told to
    discard those changes.
    """
    found = _required(out, report)
    if found is None:
        return None
    opened, record = found
    try:
        plan = _restoring(opened, record, out, report, discards=discards)
    except (disks.Conflict, OSError) as error:
        _complain(error, out, report)
        return None
    if plan is None or not _restore_index(opened, out, report):
        return None
    return plan if apply(plan, out, report) else None


def _is_resolved(opened: OpenMerge, out: Path, report: Report) -> bool:
    """Whether no conflict is left, after reporting those that are."""
    paths = [conflict.path for conflict in opened.conflicts]
    index = index_of(out)
    try:
        unmerged = index.unmerged(paths) if index is not None else set[str]()
    except GitFailed as error:
        _report_index(error, out, report)
        return False
    is_resolved = True
    for conflict in opened.conflicts:
        path = out / conflict.path
        lines = marked_lines(path, conflict.stages.values())
        if lines:
            report.error(
                "O033",
                marker_place(path, lines),
                f"a conflict is not resolved: {conflict.reason}; conflict markers: {len(lines)}",
                help="edit the file, and remove the markers",
            )
        elif conflict.path in unmerged:
            report.error(
                "O033",
                Place(shown(path)),
                f"a conflict is not marked as resolved: {conflict.reason}",
                help="mark it with 'git add', or with 'git rm' if the file is to go",
            )
        is_resolved = is_resolved and not lines and conflict.path not in unmerged
    return is_resolved


def _restoring(
    opened: OpenMerge, record: bytes, out: Path, report: Report, *, discards: bool
) -> Plan | None:
    """The plan that puts everything back; None after reporting what is in its way."""
    disk = Disk(out)
    in_conflict = {conflict.path for conflict in opened.conflicts}
    changes = [Change(Kind.DELETE, MERGE_NAME, record, None)]
    is_free = True
    for before in opened.before:
        current = disk.read(before.path)
        if before.path not in in_conflict and not discards:
            is_free = _is_as_written(before, current, out, report) and is_free
        if not _is_there(before, current, out):
            kind = Kind.DELETE if before.data is None else Kind.CHANGE
            mode = before.mode or None
            changes.append(Change(kind, before.path, current, before.data, mode))
    added = [before.path for before in opened.before if before.data is None]
    kept = [before.path for before in opened.before if before.data is not None]
    stale = {f for path in added for f in parents(path)}
    stale -= {f for path in kept for f in parents(path)}
    if not is_free:
        return None
    return Plan(tuple(changes), tuple(sorted(stale, reverse=True)), 0)


def _is_there(before: Before, current: bytes | None, out: Path) -> bool:
    """Whether a file is what it was before a merge."""
    if current != before.data or current is None:
        return current == before.data
    return stat.S_IMODE(os.lstat(out / before.path).st_mode) == before.mode


def _is_as_written(
    before: Before, current: bytes | None, out: Path, report: Report
) -> bool:
    found = None if current is None else hash_bytes(current)
    if found == before.after or current == before.data:
        return True
    report.error(
        "O036",
        Place(shown(out / before.path)),
        "this file was changed after the merge, and going back would lose that; nothing was changed",
        help="move the change elsewhere and restore the file, or lose it with --force",
    )
    return False


def _restore_index(opened: OpenMerge, out: Path, report: Report) -> bool:
    index = index_of(out)
    try:
        if index is not None:
            paths = [conflict.path for conflict in opened.conflicts]
            index.restore(paths, opened.index)
    except GitFailed as error:
        _report_index(error, out, report)
        return False
    return True


def _required(out: Path, report: Report) -> Opened | None:
    found = _read(out, report)
    if found is None and not report.has_errors:
        report.error(
            "O034",
            Place(shown(out)),
            "no merge of custom code is in progress here",
            help="name the folder of the client with --out",
        )
    return found


def _read(out: Path, report: Report) -> Opened | None:
    """The open merge, with its record as it is on the disk."""
    try:
        record = Disk(out).read(MERGE_NAME)
        return None if record is None else (load_merge(record), record)
    except DamagedRecord:
        report.error(
            "O035",
            Place(shown(out / MERGE_NAME)),
            "the record of a merge is damaged",
            help="restore it from version control; or resolve the conflicts, then delete it",
        )
    except (disks.Conflict, OSError) as error:
        _complain(error, out, report)
    return None


def _complain(error: disks.Conflict | OSError, out: Path, report: Report) -> None:
    if isinstance(error, disks.Conflict):
        error.report(report)
    else:
        report_failure(out, error, "read", report)


def _report_index(error: GitFailed, out: Path, report: Report) -> None:
    report.error(
        "O038",
        Place(shown(out)),
        f"the index of the repository cannot be used: {error}",
        help="fix the cause, such as a run of git that has not finished, and run the command again",
    )
