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
    from ..compare import Group, Weight
    from ..source import Input

_CANNOT_COMPARE = 2
_LEFT_OUT = frozenset(("P002", "P011"))
"""The findings about what is left out of the comparison: a module, a recorded surface."""


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
@click.option(
    "--fail-on",
    type=click.Choice(["major", "minor", "patch"]),
    default="major",
    show_default=True,
    help="Exit with 1 if there are changes of this weight, or heavier ones.",
)
@options.format("json", "markdown")
def diff(
    old: str,
    new: str,
    spec: Input | None,
    quiet: bool,
    verbose: bool,
    fail_on: str,
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
            version, groups = _compared(old, new, spec, report, status)
    except Failed as failed:
        if format != "json":
            show_report(failed.report, verbose=verbose)
        else:
            click.echo(render_json(failed.report, {"diff": None}), nl=False)
        context.exit(_CANNOT_COMPARE)
    from ..compare import Weight, as_values, heaviest, render_changes, render_markdown

    weight = heaviest(group.first for group in groups)
    proposed = _proposed(version, weight)
    is_same = all(group.first.compatible for group in groups)
    is_complete = all(found.code not in _LEFT_OUT for found in report.diagnostics)
    verdict = _verdict(proposed, weight)
    if format == "json":
        found = {
            "old": old,
            "new": new,
            "same": is_same,
            "weight": weight and weight.word,
            "version": version,
            "proposed_version": proposed,
            "groups": as_values(groups),
        }
        click.echo(render_json(report, {"diff": found}), nl=False)
    elif not (quiet and is_complete and is_text):
        show_report(report, verbose=verbose)
    if format == "markdown":
        click.echo(render_markdown(groups, verdict), nl=False)
    elif is_text and not (quiet and is_same):
        click.echo(render_changes(groups, verbose=verbose), nl=False)
        if proposed is not None and weight is not None:
            click.echo(verdict)
    is_failing = weight is not None and weight >= Weight[fail_on.upper()]
    if not is_failing and not is_complete:
        context.exit(_CANNOT_COMPARE)
    context.exit(1 if is_failing else 0)


def _proposed(version: str | None, weight: Weight | None) -> str | None:
    """The version after that of the old side, if it has one that can be counted on from."""
    from ..compare import VersionError, next_version

    if version is None:
        return None
    try:
        return next_version(version, weight)
    except VersionError:
        return None


def _verdict(proposed: str | None, weight: Weight | None) -> str:
    if weight is None:
        return "No new version needed"
    if proposed is None:
        return f"A {weight.word} change"
    return f"Proposed version: {proposed} ({weight.word})"


def _compared(
    old: str, new: str, spec: Input | None, report: Report, status: StatusLine
) -> tuple[str | None, tuple[Group, ...]]:
    """The version of the old side, and the differences between both.

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
    return before.surface.version, grouped(changes)
