"""The commands that compile: a client, the drift check, the findings, the names."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import Report, printable, render_json
from ..inputs import Inputs
from ..progress import StatusLine
from . import options
from .help import Commands
from .failed import Failed, require
from .merging import ending_merges, show_moves
from .show import DOCUMENTS, closing_line, counted, fix_command, show_report

if TYPE_CHECKING:
    from ..output import Plan
    from ..output.merge import Merge


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the version and end; what knows it is loaded for that alone."""
    if wanted:
        from ..version import version

        click.echo(f"clientwright, version {version()}")
        context.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="'clientwright COMMAND --help' shows examples. Documentation: README.md and docs/ in the "
    "repository.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the version and exit.",
)
def command() -> None:
    """Compile an OpenAPI description to a Python client.

    Start with 'clientwright generate openapi.yaml'.
    """


@command.command()
@ending_merges
@options.inputs
@options.out
@options.strict
@options.force
@options.continues
@options.aborts
@options.full
def generate(
    inputs: Inputs,
    out: Path,
    strict: bool,
    force: bool,
    full: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the client, all of it or nothing.

    Without a configuration, names are inferred from the description. Edits of generated files are
    merged with what is generated, unless --force discards them; conflicts are left in the files.
    """
    from ..rerun import CLIENT, repeated

    report = Report(strict=strict)
    merge: Merge | None = None
    with StatusLine(enabled=not quiet) as status:
        same = None if full else repeated(CLIENT, inputs, out, report)
        if same is not None and not (force and same[1].edited):
            made, plan = same
        else:
            from .compiling import generated

            report = Report(strict=strict)
            made, merge = generated(inputs, out, report, status, overwrite=force)
            plan = merge.plan
    show_report(report, verbose=verbose)
    if verbose:
        for change in plan.changes:
            click.echo(f"{change.kind.value:>8}  {change.path}")
    if not quiet:
        show_moves(merge)
        if inputs.config is None:
            click.echo(
                "names are inferred: 'clientwright init' writes them for editing"
            )
        click.echo(closing_line(made, plan, out))
    require(merge is None or not merge.conflicts, Report())


@command.command()
@options.inputs
@options.out
@options.strict
@options.full
@options.edits
@options.format("json")
def check(
    inputs: Inputs,
    out: Path,
    strict: bool,
    full: bool,
    refuses_edits: bool,
    quiet: bool,
    verbose: bool,
    format: str,
) -> None:
    """Fail if the client is not what generate would write.

    Shows which files differ, a short diff, and the command that writes them. Edits of generated files
    are counted, and are no difference; 'clientwright edits' shows them.
    """
    from ..rerun import CLIENT, repeated

    report, is_text = Report(strict=strict), format == "text"
    plan: Plan | None = None
    with _document_despite_failure(format), _status(format, quiet=quiet) as status:
        same = None if full else repeated(CLIENT, inputs, out, report)
        if same is not None:
            _, plan = same
        else:
            from .compiling import checked

            plan = checked(inputs, out, report, status)[1].plan
    command = fix_command("generate", inputs, out)
    if is_text and plan is not None:
        show_report(report, verbose=verbose)
        show_drift(plan, out, command, quiet=quiet, refuses_edits=refuses_edits)
        return
    drift = _drift(plan, out, command) if plan is not None else None
    click.echo(render_json(report, {"drift": drift}), nl=False)
    is_fine = plan is not None and not plan.changes
    require(is_fine and not (refuses_edits and plan and plan.edited), Report())


@command.command()
@options.inputs
@options.format(*DOCUMENTS)
def validate(inputs: Inputs, quiet: bool, verbose: bool, format: str) -> None:
    """Show every problem of description and configuration.

    Runs further checks than generate, and fails on warnings too. Writes nothing.
    """
    from .compiling import compiled

    report, document = Report(strict=True), DOCUMENTS.get(format)
    with _document_despite_failure(format), _status(format, quiet=quiet) as status:
        compiled(inputs, report, status)
    if document is not None:
        click.echo(document(report), nl=False)
        require(not report.failed, Report())
    elif not quiet:
        click.echo("no problems found")


@command.command()
@options.inputs
@options.format("json")
def names(inputs: Inputs, quiet: bool, verbose: bool, format: str) -> None:
    """Print the name of everything that is generated.

    A line has what it is, whose name it is, and the name.
    """
    from .compiling import compiled

    report = Report()
    found: list[tuple[str, str, str]] | None = None
    with _document_despite_failure(format), _status(format, quiet=quiet) as status:
        found = list(compiled(inputs, report, status).names.rows())
    if format == "json" or found is None:
        entries = None
        if found is not None:
            entries = [{"kind": k, "of": of, "name": name} for k, of, name in found]
        click.echo(render_json(report, {"names": entries}), nl=False)
        require(entries is not None, Report())
        return
    show_report(report, verbose=verbose)
    rows = [tuple(map(printable, row)) for row in found]
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for kind, owner, name in rows:
        click.echo(f"{kind:<{widths[0]}}  {owner:<{widths[1]}}  {name}")


def _status(format: str, *, quiet: bool) -> StatusLine:
    return StatusLine(enabled=format == "text" and not quiet)


def _document_despite_failure(format: str) -> AbstractContextManager[None]:
    """Lets a failure pass unless it is to be a document, which holds the findings itself."""
    return nullcontext() if format == "text" else suppress(Failed)


def _drift(plan: Plan, out: Path, command: str) -> Mapping[str, object]:
    """What ``check`` found, for machines."""
    changes = [{"kind": c.kind.value, "path": c.path} for c in plan.changes]
    return {
        "out": out.as_posix(),
        "unchanged": plan.unchanged,
        "changes": changes,
        "custom": list(plan.edited),
        "command": command,
    }


def show_drift(
    plan: Plan, out: Path, command: str, *, quiet: bool, refuses_edits: bool = False
) -> None:
    """Say whether the disk is what it should be.

    Raises:
        Failed: it is not up to date; ``command`` fixes it. Or it has edits, which it refuses.
    """
    custom = f"{counted(len(plan.edited), 'file')} with custom code"
    if plan.changes:
        from ..output import render_drift

        click.echo(render_drift(plan, command=command))
        if plan.edited:
            click.echo(f"{custom}: 'clientwright edits' shows it")
        raise Failed(Report())
    if plan.edited and refuses_edits:
        click.echo(f"{out.as_posix()} has {custom}:")
        for path in plan.edited:
            click.echo(f"  ! {printable(path)}")
        raise Failed(Report())
    if not quiet:
        more = f", {custom}" if plan.edited else ""
        click.echo(f"{out.as_posix()} is up to date ({plan.unchanged} files{more})")
