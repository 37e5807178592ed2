"""The command that writes what is inferred from a description as a configuration to edit."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from ..diagnostics import Report
from ..inputs import Inputs
from ..progress import StatusLine
from . import options
from .failed import Failed, require
from .find import CONFIGURATIONS
from .show import fix_command, show_report

SCHEMA = "stainless.schema.json"


@click.command()
@options.inputs
@click.option(
    "--from",
    "package",
    metavar="PACKAGE",
    help="Recover the configuration of an existing client: a checkout, a wheel, an sdist, or an "
    "installed package.",
)
@click.option("--force", is_flag=True, help="Overwrite what is there.")
def init(
    inputs: Inputs, package: str | None, force: bool, quiet: bool, verbose: bool
) -> None:
    """Write a configuration for editing.

    It is the one that is inferred from a description; with --from the one that an existing client
    was made with. It goes to --config; without it, to stainless.yml next to the description. The
    JSON Schema for editors is written beside it, unless there is one.
    """
    from ..config import schema_text
    from ..output import write_file
    from ..pipeline import inferred_text, recovered_text

    target = inputs.config or _home(inputs) / CONFIGURATIONS[0]
    for path in (target, target.parent / SCHEMA):
        if _is_description(path, inputs):
            raise click.UsageError(f"'{path}' is the description")
    report = Report()
    with StatusLine(enabled=not quiet):
        if package is None:
            text = inferred_text(inputs, report)
        else:
            text = recovered_text(inputs, package, report)
    if text is None:
        raise Failed(report)
    schema, schema_data = target.parent / SCHEMA, schema_text().encode()
    require(write_file(target, text.encode(), report, overwrite=force), report)
    if force or not schema.exists():
        require(write_file(schema, schema_data, report, overwrite=force), report)
    show_report(report, verbose=verbose)
    if not quiet:
        command = fix_command(
            "generate", replace(inputs, config=target), Path("generated")
        )
        click.echo(f"{target.as_posix()}: edit it, then run '{command}'")


def _is_description(path: Path, inputs: Inputs) -> bool:
    description = inputs.description
    return isinstance(description, Path) and path.resolve() == description.resolve()


def _home(inputs: Inputs) -> Path:
    description = inputs.description
    return description.parent if isinstance(description, Path) else Path()
