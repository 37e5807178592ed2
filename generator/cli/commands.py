"""The commands that compile: a client, the drift check, the findings, the names."""

from __future__ import annotations

from pathlib import Path

import click

from ..config import DocsFiles, load_docs_files
from ..diagnostics import Report, printable
from ..output import Plan, apply, make_plan, recover, render_drift, summary
from ..pipeline import Compiled, Inputs, build, compile_inputs
from ..progress import StatusLine
from . import options
from .failed import Failed, require
from .show import DOCUMENTS, coverage, fix_command, show_report
from ..version import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="clientwright")
def command() -> None:
    """Compile an OpenAPI description and an SDK configuration to a Python client."""


@command.command()
@options.inputs
@options.out
@options.strict
@options.force
def generate(
    inputs: Inputs,
    out: Path,
    strict: bool,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the client; all of it, or nothing."""
    report = Report(strict=strict)
    with StatusLine(enabled=not quiet) as status:
        require(recover(out, report), report)
        sdk = compiled(inputs, report, status)
        plan = _planned(sdk, out, report, status)
        status("writing")
        require(apply(plan, out, report, overwrite=force), report)
    show_report(report, verbose=verbose)
    if verbose:
        for change in plan.changes:
            click.echo(f"{change.kind.value:>8}  {change.path}")
    if not quiet:
        click.echo(f"{coverage(sdk)}\n{out.as_posix()}: {summary(plan)}")
        if inputs.config is None:
            click.echo(
                "names are inferred: 'clientwright init' writes them for editing"
            )


@command.command()
@options.inputs
@options.out
@options.strict
def check(inputs: Inputs, out: Path, strict: bool, quiet: bool, verbose: bool) -> None:
    """Compare the client on the disk with what would be written."""
    report = Report(strict=strict)
    with StatusLine(enabled=not quiet) as status:
        require(recover(out, report), report)
        sdk = compiled(inputs, report, status)
        plan = _planned(sdk, out, report, status)
    show_report(report, verbose=verbose)
    show_drift(plan, out, fix_command("generate", inputs, out), quiet=quiet)


@command.command()
@options.inputs
@options.format
def validate(inputs: Inputs, quiet: bool, verbose: bool, format: str) -> None:
    """Show every problem of the description and the configuration."""
    report, document = Report(strict=True), DOCUMENTS.get(format)
    try:
        with StatusLine(enabled=not (quiet or document)) as status:
            compiled(inputs, report, status)
    except Failed:
        if document is None:
            raise
    if document is not None:
        click.echo(document(report), nl=False)
        require(not report.failed, Report())
    elif not quiet:
        click.echo("no problems found")


@command.command()
@options.inputs
def names(inputs: Inputs, quiet: bool, verbose: bool) -> None:
    """Print the name of everything: what it is, whose name it is, the name."""
    report = Report()
    with StatusLine(enabled=not quiet) as status:
        sdk = compiled(inputs, report, status)
    show_report(report, verbose=verbose)
    rows = [tuple(map(printable, row)) for row in sdk.names.rows()]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for kind, owner, name in rows:
        click.echo(f"{kind:<{widths[0]}}  {owner:<{widths[1]}}  {name}")


def show_drift(plan: Plan, out: Path, command: str, *, quiet: bool) -> None:
    """Say whether the disk is what it should be.

    Raises:
        Failed: it is not up to date; ``command`` fixes it.
    """
    if plan.changes:
        click.echo(render_drift(plan, command=command))
        raise Failed(Report())
    if not quiet:
        click.echo(f"{out.as_posix()} is up to date ({plan.unchanged} files)")


def compiled(inputs: Inputs, report: Report, status: StatusLine) -> Compiled:
    """The SDK that the inputs define.

    Raises:
        Failed: no SDK could be made, or a finding counts; the report has the reasons.
    """
    found = compile_inputs(inputs, report, progress=status)
    if found is None:
        raise Failed(report)
    return found


def docs_files(sdk: Compiled, report: Report) -> DocsFiles:
    """The files that the documentation takes over.

    Raises:
        Failed: one of them cannot be used; the report says why.
    """
    found = load_docs_files(sdk.config.docs, report)
    if found is None or report.failed:
        raise Failed(report)
    return found


def _planned(sdk: Compiled, out: Path, report: Report, status: StatusLine) -> Plan:
    plan = make_plan(build(sdk, status), out, report)
    if plan is None:
        raise Failed(report)
    return plan
