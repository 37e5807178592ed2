"""The command that writes what is inferred from a description as a configuration to edit."""

from __future__ import annotations

from pathlib import Path

import click

from ..config import schema_text
from ..diagnostics import Report
from ..output import write_file
from ..pipeline import Inputs, inferred_text
from ..progress import StatusLine
from . import options
from .failed import Failed, require
from .find import CONFIGURATIONS
from .show import show_report

SCHEMA = "stainless.schema.json"


@click.command()
@options.inputs
@options.force
def init(inputs: Inputs, force: bool, quiet: bool, verbose: bool) -> None:
    """Write the configuration that is inferred from a description, for editing.

    It goes to --config; without it, to stainless.yml next to the description, with the JSON Schema
    for editors beside it. What is there already is kept, unless --force is given.
    """
    report = Report()
    with StatusLine(enabled=not quiet):
        text = inferred_text(inputs, report)
    if text is None:
        raise Failed(report)
    target = inputs.config or _home(inputs) / CONFIGURATIONS[0]
    require(write_file(target, text.encode(), report, overwrite=force), report)
    schema = target.with_name(SCHEMA)
    require(write_file(schema, schema_text().encode(), report, overwrite=True), report)
    show_report(report, verbose=verbose)
    if not quiet:
        click.echo(
            f"{target.as_posix()}: edit it, and run 'clientwright generate' again"
        )


def _home(inputs: Inputs) -> Path:
    description = inputs.description
    return description.parent if isinstance(description, Path) else Path()
