"""The command that writes the reference documentation, or compares it with the disk."""

from __future__ import annotations

from pathlib import Path

import click

from ..diagnostics import Report
from ..inputs import Inputs
from ..progress import StatusLine
from . import options
from .commands import show_drift
from .show import fix_command, show_report

HOME = Path("generated/docs")


@click.command()
@options.inputs
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=HOME,
    show_default=True,
    help="The folder of the site.",
)
@options.strict
@click.option(
    "--check", is_flag=True, help="Compare with the files on disk; write nothing."
)
@options.force
@options.full
def docs(
    inputs: Inputs,
    out: Path,
    strict: bool,
    check: bool,
    force: bool,
    full: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the reference documentation.

    It is a static site, and the same as Markdown. With --check, compare it as check does.
    """
    from ..output import summary
    from ..rerun import DOCS, repeated

    report = Report(strict=strict)
    with StatusLine(enabled=not quiet) as status:
        same = None if full else repeated(DOCS, inputs, out, report)
        if same is not None:
            _, plan = same
        else:
            from .compiling import checked_docs, documented

            if check:
                plan = checked_docs(inputs, out, report, status)
            else:
                plan = documented(inputs, out, report, status, overwrite=force)
    show_report(report, verbose=verbose)
    if check:
        command = fix_command("docs", inputs, out)
        show_drift(plan, out, command, quiet=quiet)
    elif not quiet:
        click.echo(f"{out.as_posix()}: {summary(plan)}")
