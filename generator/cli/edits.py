"""The command that lists custom code: the edits of generated files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import Report, printable, render_json
from . import options
from .show import counted, show_report

if TYPE_CHECKING:
    from ..output import Edit


@click.command()
@options.out
@click.option("--quiet", "-q", is_flag=True, help="List the files, without diffs.")
@options.format("json")
def edits(out: Path, quiet: bool, format: str) -> None:
    """List the edits of generated files.

    Shows each as a diff from the text that was generated, which 'git apply -R' takes back.
    """
    from ..output import find_edits, recover

    report = Report()
    found = find_edits(out, report) if recover(out, report) else None
    if format == "json":
        entries = None if found is None else [_entry(edit) for edit in found]
        click.echo(render_json(report, {"edits": entries}), nl=False)
    else:
        show_report(report, verbose=False)
        for edit in found or ():
            _show(edit, quiet=quiet)
        if found is not None and not quiet:
            files = counted(len(found), "generated file")
            click.echo(f"{out.as_posix()}: {files} with edits")
    if found is None:
        click.get_current_context().exit(1)


def _entry(edit: Edit) -> dict[str, object]:
    return {"path": edit.path, "diff": edit.diff()}


def _show(edit: Edit, *, quiet: bool) -> None:
    path = printable(edit.path)
    if quiet:
        click.echo(path)
        return
    diff = edit.diff()
    if diff is None:
        why = "not text" if edit.pristine is not None else "its generated text is lost"
        click.echo(f"{path}: {why}")
        return
    for line in diff.removesuffix("\n").split("\n"):
        click.echo(printable(line, also="\t"))
