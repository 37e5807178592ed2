"""Carries a plan out: everything is staged first, then switched in under a journal, or not at all.

Part of the output phase, and the one place where the generator changes the output folder. An
error or Ctrl-C puts the previous files back, time stamps and all; after a kill the next run does.
"""

from __future__ import annotations

import os
import stat
from functools import partial
from pathlib import Path

from ..diagnostics import Place, Report
from .disk import Disk, Conflict, is_there, shown
from .failures import Failure, report_failure
from .cleanup import run_cleanup
from .journal import UnreadableJournal, Journal, Step, dump_journal, finish
from .journal import parse_journal, switch, undo
from .manifest import hash_bytes
from .paths import parents
from .plan import Change, Kind, Plan
from .staging import Staging, claimed, create_file, place_for, places

FILE_MODE = 0o644
_MANY = 100
"""More new files than this are made durable together; one by one takes 0.7 ms each."""
_MOST_SHOWN = 20


def apply(plan: Plan, out: Path, report: Report, *, overwrite: bool = False) -> bool:
    """Apply the plan to ``out``, completely or not at all; whether it was applied.

    Conflicts stop everything unless ``overwrite``. KeyboardInterrupt passes through after the
    previous output has been put back.
    """
    if plan.conflicts and not overwrite:
        _report_conflicts(plan.conflicts, out, report)
        return False
    if not plan.changes:
        return True
    out = Path(os.path.abspath(out))
    try:
        with claimed(place_for(out), out) as staging:
            _settle_foreign(staging, out, report)
            try:
                _carry_out(plan, out, staging)
            finally:
                run_cleanup(partial(_settle, staging, out, report))
    except (Conflict, Failure, OSError) as error:
        _complain(error, out, report)
        return False
    return True


def recover(out: Path, report: Report) -> bool:
    """Recover ``out`` after a killed run; False after reporting that this failed."""
    out = Path(os.path.abspath(out))
    try:
        Disk(out).has_folder("")
        for root in places(out):
            if is_there(root):
                with claimed(root, out) as staging:
                    run_cleanup(partial(_settle_foreign, staging, out, report))
    except (Conflict, Failure, OSError) as error:
        _complain(error, out, report)
        return False
    return True


def _settle_foreign(staging: Staging, out: Path, report: Report) -> None:
    """Settle what another run left, or what somebody prepared to look like that."""
    if staging.has_hard_links():
        raise _not_genuine(staging)
    _settle(staging, out, report)


def _settle(staging: Staging, out: Path, report: Report) -> None:
    """Finish a change that is complete, undo one that is not, and clear the staging folder."""
    try:
        if not staging.is_genuine():
            raise UnreadableJournal
        if (done := staging.done()) is not None:
            finish(parse_journal(done), out)
        elif (begun := staging.begun()) is not None:
            for path, former in undo(parse_journal(begun), out, staging):
                report.warning(
                    "O029",
                    Place(shown(out / path)),
                    "this file was written after a run was interrupted; what was there before is in "
                    f"{former!r}",
                    help="compare both, keep what you need, and delete the one with '.orig'",
                )
    except UnreadableJournal as error:
        raise _not_genuine(staging) from error
    staging.clear()


def _not_genuine(staging: Staging) -> Conflict:
    return Conflict(
        "O026",
        staging.root,
        "what an interrupted run left here is damaged, or somebody else put it here",
        "compare the output with version control, then delete this folder",
    )


def _carry_out(plan: Plan, out: Path, staging: Staging) -> None:
    # Deletions come first: where case does not count, the new file may have the old one's name.
    changes = sorted(plan.changes, key=lambda change: change.new is not None)
    _verify(changes, out)
    _stage(changes, out, staging)
    journal = Journal(
        tuple(_step(change) for change in changes),
        _folders_to_create(changes, out),
        plan.stale_folders,
    )
    staging.begin(dump_journal(journal))
    switch(journal, out, staging)
    if len(changes) > _MANY and hasattr(os, "sync"):
        os.sync()
    staging.commit()


def _verify(changes: list[Change], out: Path) -> None:
    """Raise Conflict if the disk has changed since the plan was made."""
    disk = Disk(out)
    for change in changes:
        if disk.read(change.path) != change.old:
            raise Conflict(
                "O025",
                out / change.path,
                "this file changed during the run",
                "run the command again",
            )


def _stage(changes: list[Change], out: Path, staging: Staging) -> None:
    staging.prepare()
    durable = len(changes) <= _MANY
    for number, change in enumerate(changes):
        if change.new is not None:
            try:
                staged = staging.new(number)
                create_file(staged, change.new, mode=FILE_MODE, durable=durable)
                if change.mode is not None:
                    os.chmod(staged, change.mode)
                elif change.old is not None:
                    before = os.lstat(out / change.path)
                    os.chmod(staged, stat.S_IMODE(before.st_mode))
            except OSError as error:
                raise Failure(out / change.path, error) from error


def _step(change: Change) -> Step:
    new = None if change.new is None else hash_bytes(change.new)
    return Step(change.path, change.old is not None, new)


def _folders_to_create(changes: list[Change], out: Path) -> tuple[str, ...]:
    added = [change.path for change in changes if change.old is None]
    folders = {folder for path in added for folder in ("", *parents(path))}
    return tuple(folder for folder in sorted(folders) if not (out / folder).exists())


def _report_conflicts(conflicts: tuple[Change, ...], out: Path, report: Report) -> None:
    for change in conflicts[:_MOST_SHOWN]:
        place = Place(shown(out / change.path))
        if change.kind is Kind.EDITED:
            what = "deleted" if change.old is None else "edited"
            report.error(
                "O005",
                place,
                f"this generated file was {what} by hand, and its generated text is not known; "
                "nothing was written",
                help="restore .pristine and the manifest of the same commit, if the output had them; "
                "move the edit elsewhere; or lose it with --force",
            )
        else:
            report.error(
                "O006",
                place,
                "a file that was not generated is in the way; nothing was written",
                help="move it, or replace it with --force",
            )
    if more := conflicts[_MOST_SHOWN:]:
        message = f"{len(more)} more files are in the way; nothing was written"
        report.error(
            "O006", Place(shown(out)), message, help="'check' lists some of them"
        )


def _complain(error: Conflict | Failure | OSError, out: Path, report: Report) -> None:
    match error:
        case Conflict():
            error.report(report)
        case Failure():
            report_failure(error.path, error.error, "written", report)
        case OSError():
            report_failure(out, error, "written", report)
    if any(map(os.path.lexists, places(out))) and not isinstance(error, Conflict):
        report.error(
            "O027",
            Place(shown(out)),
            "the interrupted change could not be rolled back completely",
            help="fix the cause above; the next run restores the previous output",
        )
