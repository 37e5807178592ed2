"""The command that brings the custom code of a former client to the client that is generated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import Report, render_json
from ..inputs import Inputs
from ..progress import StatusLine
from . import options
from .collector import not_collecting
from .failed import Failed, require
from .show import show_report

if TYPE_CHECKING:
    from ..adopt import Adopted


@click.command()
@click.argument("checkout", type=click.Path(path_type=Path))
@options.inputs
@options.out
@options.strict
@click.option("--dry-run", is_flag=True, help="Show what would be carried over.")
@options.format("json")
def adopt(
    checkout: Path,
    inputs: Inputs,
    out: Path,
    strict: bool,
    dry_run: bool,
    quiet: bool,
    verbose: bool,
    format: str,
) -> None:
    """Carry the custom code of a former client over.

    CHECKOUT is the repository of a client that Stainless made. Files that its owner wrote are copied
    into the new client, where nothing is in their way. Edits in generated files are listed with the
    place in the new client where they belong. Nothing of the checkout is run.
    """
    from ..adopt import as_values, render_adopted

    report, is_text = Report(strict=strict), format == "text"
    try:
        with StatusLine(enabled=is_text and not quiet) as status, not_collecting():
            adopted = _adopted(checkout, inputs, out, report, status, dry_run=dry_run)
    except Failed as failed:
        if is_text:
            raise
        click.echo(render_json(failed.report, {"adopt": None}), nl=False)
        click.get_current_context().exit(1)
    if not is_text:
        click.echo(render_json(report, {"adopt": as_values(adopted)}), nl=False)
        click.get_current_context().exit(1 if report.failed else 0)
    show_report(report, verbose=verbose)
    if not quiet:
        click.echo(render_adopted(adopted, verbose=verbose, dry_run=dry_run), nl=False)
    require(not report.failed, Report())


def _adopted(
    folder: Path,
    inputs: Inputs,
    out: Path,
    report: Report,
    status: StatusLine,
    *,
    dry_run: bool,
) -> Adopted:
    """What was carried over, and what is left to do by hand.

    Raises:
        Failed: the checkout or the inputs cannot be used, or nothing could be written.
    """
    from ..adopt import Adopted, Counterparts, carry, custom_code, read_checkout
    from ..output import add_files, recover
    from ..pipeline import build
    from .compiling import compiled

    status("reading the checkout")
    checkout = read_checkout(folder, report)
    if checkout is None:
        raise Failed(report)
    if not dry_run:
        require(recover(out, report), report)
    sdk = compiled(inputs, Report(), status)
    tree, package = build(sdk, status), f"src/{sdk.names.package}"
    status("reading the history")
    custom = custom_code(checkout, report)
    status("looking for counterparts")
    counterparts = Counterparts(checkout, tree, package)
    targets = {path: counterparts.moved(path) for path in custom.owned}
    files = carry(
        checkout, custom.owned, targets, tree, package, out=out, report=report
    )
    if not dry_run:
        status("writing")
        require(add_files(files.new, out, report, executable=files.executable), report)
    places = None if custom.hunks is None else counterparts.located(custom.hunks)
    return Adopted(custom, files, places)
