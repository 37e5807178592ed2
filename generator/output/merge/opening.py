"""Writes a merge: cleanly, or with conflicts and the record that lets it be continued or aborted.

Part of the output phase. Files and record are written in one step. The index of the repository is
marked after that, and what a killed run did not get to is made up for by the next one.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from ...diagnostics import Place, Report
from ...git import GitFailed
from ..disk import shown
from ..failures import report_failure
from ..manifest import hash_bytes
from ..paths import MERGE_NAME
from ..plan import Change, Kind, Plan
from ..write import apply
from .index import index_of
from .planning import Merge
from .state import Before, OpenMerge, dump_merge
from .three_way import Conflict, Version

_MARKER = re.compile(rb"(?:<{7}|>{7}|\|{7})(?: |$)|={7}$")
_RESOLVE = (
    "edit or delete the file, mark it with 'git add' or 'git rm' if it is in a repository, and end "
    "the merge with 'generate --continue'; 'generate --abort' goes back"
)
_OPEN = "run 'generate', which writes the conflict into the file for you to resolve"


def write_merge(merge: Merge, out: Path, report: Report) -> bool:
    """Apply the plan of a merge, and report what is left to resolve; False after reporting why nothing
    was written."""
    if not merge.conflicts:
        return apply(merge.plan, out, report)
    paths = [conflict.path for conflict in merge.conflicts]
    index = index_of(out)
    try:
        entries = index.entries(paths) if index is not None else ()
    except GitFailed as error:
        _report_index(error, out, report)
        index, entries = None, ()
    try:
        before = _before(merge, out)
    except OSError as error:
        report_failure(out, error, "read", report)
        return False
    opened = OpenMerge(merge.conflicts, before, entries, is_marked=index is None)
    record = dump_merge(opened)
    changes = (Change(Kind.ADD, MERGE_NAME, None, record), *merge.plan.changes)
    if not apply(replace(merge.plan, changes=changes), out, report):
        return False
    mark_index(opened, record, out, report)
    report_conflicts(opened.conflicts, out, report, is_written=True)
    return True


def mark_index(opened: OpenMerge, record: bytes, out: Path, report: Report) -> bool:
    """Show the conflicts in the index, unless that is done; False after reporting that it failed."""
    if opened.is_marked:
        return True
    index = index_of(out)
    try:
        if index is not None:
            index.mark(opened.conflicts)
    except GitFailed as error:
        _report_index(error, out, report)
        return False
    marked = dump_merge(replace(opened, is_marked=True))
    change = Change(Kind.CHANGE, MERGE_NAME, record, marked)
    return apply(Plan((change,), (), 0), out, report)


def report_conflicts(
    conflicts: Iterable[Conflict], out: Path, report: Report, *, is_written: bool
) -> None:
    """Report each file in conflict, at its first marker if the conflicts were written."""
    for conflict in conflicts:
        path = out / conflict.path
        lines = marked_lines(path, conflict.stages.values()) if is_written else []
        message = (
            f"custom code is in conflict with what is generated: {conflict.reason}"
        )
        report.error(
            "O033",
            marker_place(path, lines),
            message if is_written else f"{message}; nothing was written",
            help=_RESOLVE if is_written else _OPEN,
        )


def marker_place(path: Path, lines: Sequence[int]) -> Place:
    """The place of the first of some lines of a file; the file as a whole if there are none."""
    return Place(shown(path), lines[0], 1) if lines else Place(shown(path))


def marked_lines(path: Path, versions: Iterable[Version]) -> list[int]:
    """The numbers of the lines of a file that are conflict markers, and in none of its versions."""
    try:
        data = path.read_bytes() if stat.S_ISREG(os.lstat(path).st_mode) else b""
    except OSError:
        return []
    known = {line for version in versions for line in version.data.splitlines()}
    return [
        number
        for number, line in enumerate(data.splitlines(), 1)
        if _MARKER.match(line) and line not in known
    ]


def _before(merge: Merge, out: Path) -> tuple[Before, ...]:
    """What is there before a merge of the files that it changes, and of those in conflict; raises
    OSError."""
    before: list[Before] = []
    for change in merge.plan.changes:
        mode = 0 if change.old is None else _mode(out / change.path)
        after = None if change.new is None else hash_bytes(change.new)
        before.append(Before(change.path, change.old, mode, after))
    changed = {change.path for change in merge.plan.changes}
    absent = (c.path for c in merge.conflicts if c.path not in changed)
    return (*before, *(Before(path, None, 0, None) for path in absent))


def _mode(path: Path) -> int:
    return stat.S_IMODE(os.lstat(path).st_mode)


def _report_index(error: GitFailed, out: Path, report: Report) -> None:
    report.warning(
        "O037",
        Place(shown(out)),
        f"the index of the repository could not be changed: {error}",
        help="the conflicts are marked in the files all the same",
    )
