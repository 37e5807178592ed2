"""The command that says what a code of a finding means."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from ..diagnostics import TITLES, explanation


class _CodeType(click.ParamType[str]):
    """A code of findings; a shell completes it with its title."""

    name = "code"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The codes that begin so."""
        found = (code for code in TITLES if code.startswith(incomplete.upper()))
        return [CompletionItem(code, help=TITLES[code]) for code in found]


@click.command()
@click.argument("code", type=_CodeType())
def explain(code: str) -> None:
    """Say what the code of a finding means, and what to do."""
    found = explanation(code)
    if found is None:
        raise click.UsageError(
            f"no finding has the code '{code}'; codes are a letter and three digits, as C009"
        )
    click.echo(found, nl=False)
