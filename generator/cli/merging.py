"""What commands say of a merge; and its end, as options of the command that began it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..diagnostics import Report, printable
from .show import show_report

if TYPE_CHECKING:
    from ..output.merge import Merge


def show_moves(merge: Merge | None) -> None:
    """Say which edits are in a file of another name."""
    for new, old in merge.renamed.items() if merge is not None else ():
        click.echo(
            f"custom code moved with its file: {printable(old)} -> {printable(new)}"
        )


def ending_merges(command: Callable[..., None]) -> Callable[..., None]:
    """Let ``--continue`` and ``--abort`` end a merge, which needs no inputs, in place of running the
    command."""

    @functools.wraps(command)
    def with_ending(*, continues: bool, aborts: bool, **others: Any) -> None:
        if continues and aborts:
            raise click.UsageError("--continue and --abort cannot be used together")
        if not continues and not aborts:
            command(**others)
            return
        report = Report()
        is_done = _end(others["out"], report, others["force"], aborts=aborts)
        show_report(report, verbose=others["verbose"])
        if not is_done:
            click.get_current_context().exit(1)
        if not others["quiet"]:
            what = "aborted; the files are as before" if aborts else "finished"
            click.echo(f"{others['out'].as_posix()}: merge {what}")

    return with_ending


def _end(out: Path, report: Report, force: bool, *, aborts: bool) -> bool:
    from ..output import recover
    from ..output.merge import abort_merge, continue_merge

    if not recover(out, report):
        return False
    if aborts:
        return abort_merge(out, report, discards=force) is not None
    return continue_merge(out, report) is not None
