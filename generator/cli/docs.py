"""The command that writes the reference documentation, or compares it with the disk."""

from __future__ import annotations

from pathlib import Path

import click

from ..diagnostics import Report
from ..output import apply, make_plan, recover, summary
from ..pipeline import Inputs, build_docs
from ..progress import StatusLine
from . import options
from .commands import compiled, docs_files, show_drift
from .failed import Failed, require
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
def docs(
    inputs: Inputs,
    out: Path,
    strict: bool,
    check: bool,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the reference documentation.

    It is a static site, and the same as Markdown. With --check, compare it as check does.
    """
    report = Report(strict=strict)
    with StatusLine(enabled=not quiet) as status:
        require(recover(out, report), report)
        sdk = compiled(inputs, report, status)
        tree = build_docs(sdk, status, files=docs_files(sdk, report))
        plan = make_plan(tree, out, report)
        if plan is None:
            raise Failed(report)
        status("writing")
        require(check or apply(plan, out, report, overwrite=force), report)
    show_report(report, verbose=verbose)
    if check:
        command = fix_command("docs", inputs, out)
        show_drift(plan, out, command, quiet=quiet)
    elif not quiet:
        click.echo(f"{out.as_posix()}: {summary(plan)}")
