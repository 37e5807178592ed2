"""The command that compares two clients as programs use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..diagnostics import Report, render_json
from ..progress import StatusLine
from . import options
from .collector import not_collecting
from .failed import Failed
from .show import show_report

if TYPE_CHECKING:
    from ..compare import Group
    from ..source import Input

_CANNOT_COMPARE = 2
_NOT_PYTHON = "P002"
"""The finding about a module that is left out of the comparison."""


@click.command()
@click.argument("old")
@click.argument("new")
@options.spec
@click.option("--quiet", "-q", is_flag=True, help="Show differences only.")
@click.option(
    "--verbose",
    "-v",
    is_flag=True,
    help="Show every place and the compatible changes too.",
)
@options.format("json")
def diff(
    old: str,
    new: str,
    spec: Input | None,
    quiet: bool,
    verbose: bool,
    format: str,
) -> None:
    """Show what differs between two clients for the programs that use them.

    OLD and NEW are each an installed package, a checkout, a wheel, an sdist, or a configuration
    (stainless.yml), whose client is made in memory. Packages are read, never imported. What programs
    that were written for OLD can use unchanged, such as a new optional argument, is not a difference.
    """
    report, context = Report(), click.get_current_context()
    is_text = format == "text"
    try:
        # The trees are gone before the collector runs again: looking through them takes seconds.
        with StatusLine(enabled=is_text and not quiet) as status, not_collecting():
            groups = _compared(old, new, spec, report, status)
    except Failed as failed:
        if is_text:
            show_report(failed.report, verbose=verbose)
        else:
            click.echo(render_json(failed.report, {"diff": None}), nl=False)
        context.exit(_CANNOT_COMPARE)
    from ..compare import as_values, render_changes

    is_same = all(group.first.compatible for group in groups)
    is_complete = all(found.code != _NOT_PYTHON for found in report.diagnostics)
    if is_text:
        if not (quiet and is_complete):
            show_report(report, verbose=verbose)
        if not (quiet and is_same):
            click.echo(render_changes(groups, verbose=verbose), nl=False)
    else:
        found = {"old": old, "new": new, "same": is_same, "groups": as_values(groups)}
        click.echo(render_json(report, {"diff": found}), nl=False)
    if is_same and not is_complete:
        context.exit(_CANNOT_COMPARE)
    context.exit(0 if is_same else 1)


def _compared(
    old: str, new: str, spec: Input | None, report: Report, status: StatusLine
) -> tuple[Group, ...]:
    """The differences between two sides.

    Raises:
        Failed: one of them cannot be read; the report says why.
    """
    from ..compare import SyntaxTrees, compare, grouped, settled
    from .sides import side

    trees = SyntaxTrees()
    before, after = (side(w, spec, trees, report, status) for w in (old, new))
    status("comparing")
    changes = compare(before.surface, after.surface)
    if after.configured is not None:
        changes = list(
            settled(changes, before.surface, after.surface, after.configured)
        )
    return grouped(changes)
