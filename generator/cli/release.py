"""The command that prepares a release: its version, the client with it, and the entry of the changelog."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from datetime import date as Day
from pathlib import Path
from typing import Any

import click

from ..diagnostics import Report
from ..inputs import Inputs
from ..progress import StatusLine
from . import options
from .collector import not_collecting
from .failed import require
from .show import show_report

_VERSION = re.compile(
    r"[0-9]+(\.[0-9]+)*((a|b|rc)[0-9]+)?(\.post[0-9]+)?(\.dev[0-9]+)?"
)


def _version(_: object, __: object, text: str | None) -> str | None:
    """A version as packages have it; any other text is wrong usage."""
    if text is not None and _VERSION.fullmatch(text.removeprefix("v")) is None:
        raise click.BadParameter(f"'{text}' is not a version such as 1.2.3 or 2.0.0rc1")
    return text and text.removeprefix("v")


def _day(_: object, __: object, text: str | None) -> str:
    """A day as Keep a Changelog writes it; any other text is wrong usage."""
    if text is None:
        return Day.today().isoformat()
    try:
        return Day.fromisoformat(text).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"'{text}' is not a day such as 2026-01-31") from error


def _printing_notes(command: Callable[..., None]) -> Callable[..., None]:
    """Let ``--notes`` print an entry, which needs no inputs, in place of running the command."""

    @functools.wraps(command)
    def with_notes(*, notes: str | None, **others: Any) -> None:
        if notes is None:
            command(**others)
            return
        from .releasing import notes_of

        report = Report()
        found = notes_of(notes, others["out"], report)
        show_report(report, verbose=others["verbose"])
        if found is None:
            click.get_current_context().exit(1)
        click.echo(found, nl=False)

    return with_notes


@click.command()
@_printing_notes
@options.inputs
@options.out
@options.strict
@click.option(
    "--since",
    metavar="REVISION",
    help="The last release, a git revision.  [default: the tag of the highest version before HEAD]",
)
@click.option(
    "--version",
    "wanted",
    metavar="VERSION",
    callback=_version,
    help="The version of the release.  [default: the one that follows from the changes]",
)
@click.option(
    "--date",
    metavar="YYYY-MM-DD",
    callback=_day,
    help="The day of the release, for the changelog.  [default: today]",
)
@click.option("--dry-run", is_flag=True, help="Show the release, and write nothing.")
@click.option(
    "--notes",
    metavar="VERSION",
    callback=_version,
    help="Print the entry of a version in the changelog, and do nothing else.",
)
def release(
    inputs: Inputs,
    out: Path,
    strict: bool,
    since: str | None,
    wanted: str | None,
    date: str,
    dry_run: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Prepare a release: set its version, generate, and write the changelog.

    The version follows from what differs for users since the last release. What is under
    'Unreleased' in CHANGELOG.md becomes part of the entry. Commits and tags are yours: the commands
    for them are printed.
    """
    from .releasing import prepared, written_release

    report = Report(strict=strict)
    with StatusLine(enabled=not quiet) as status, not_collecting():
        found = prepared(
            inputs, out, report, status, since=since, wanted=wanted, date=date
        )
        done = dry_run or written_release(found, inputs, out, report, status)
    require(done, report)
    show_report(report, verbose=verbose)
    if dry_run:
        click.echo(f"{found.summary}\n\n{found.entry}", nl=False)
        return
    if quiet:
        return
    click.echo(found.summary)
    click.echo(
        f"wrote {found.changelog.path.as_posix()} and the client; look at them, then:\n\n"
        f"  git add --all && git commit --message 'Release {found.version}'\n"
        f"  git tag v{found.version}"
    )
