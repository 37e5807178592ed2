"""The options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..pipeline import Inputs
from .show import DOCUMENTS, beside


def inputs(command: Callable[..., None]) -> Callable[..., None]:
    """Where the files are, as ``inputs``, and how much to say."""
    options = (
        click.option(
            "--config",
            type=click.Path(path_type=Path),
            default=Path("spec/stainless.yml"),
            show_default=True,
            help="The SDK configuration.",
        ),
        click.option(
            "--spec",
            type=click.Path(path_type=Path),
            default=None,
            help="The OpenAPI description.  [default: openapi.yaml next to the configuration]",
        ),
        click.option(
            "--root",
            type=click.Path(path_type=Path, file_okay=False, exists=True),
            default=None,
            help="The folder that references may reach.  [default: the description's own]",
        ),
        click.option("--quiet", "-q", is_flag=True, help="Show only problems."),
        click.option(
            "--verbose", "-v", is_flag=True, help="Show every warning and file."
        ),
    )

    @functools.wraps(command)
    def with_inputs(
        *, config: Path, spec: Path | None, root: Path | None, **others: Any
    ) -> None:
        description = spec if spec is not None else beside(config)
        if root and not description.resolve().is_relative_to(root.resolve()):
            raise click.UsageError(f"the description is not in the folder '{root}'")
        command(inputs=Inputs(description, config, root), **others)

    wrapped: Callable[..., None] = functools.reduce(
        lambda inner, option: option(inner), reversed(options), with_inputs
    )
    return wrapped


out = click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("generated"),
    show_default=True,
    help="The folder of the client.",
)
strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
force = click.option(
    "--force", is_flag=True, help="Overwrite files that were edited by hand."
)
format = click.option(
    "--format",
    type=click.Choice(["text", *DOCUMENTS]),
    default="text",
    show_default=True,
    help="The format of the findings; json and sarif go to standard output.",
)
