"""The command that prints the JSON Schema of the configuration."""

from __future__ import annotations

import click

from ..config import schema_text


@click.command()
def schema() -> None:
    """Print the JSON Schema of the configuration, for editors."""
    click.echo(schema_text(), nl=False)
