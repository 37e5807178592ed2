"""The command that prints the JSON Schema of the configuration."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of the configuration, for editors."""
    from ..config import schema_text

    click.echo(schema_text(), nl=False)
