"""The command that says what a code of a finding means."""

from __future__ import annotations

import click

from ..diagnostics import explanation


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what the code of a finding means, and what to do."""
    found = explanation(code)
    if found is None:
        raise click.UsageError(
            f"no finding has the code '{code}'; codes are a letter and three digits, as C009"
        )
    click.echo(found, nl=False)
