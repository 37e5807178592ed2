"""The options that several commands share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from .show import DOCUMENTS

F = TypeVar("F", bound=Callable[..., Any])


def inputs(command: F) -> F:
    """Where the two files are, and how much to say."""
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
        click.option("--quiet", "-q", is_flag=True, help="Show only problems."),
        click.option(
            "--verbose", "-v", is_flag=True, help="Show every warning and file."
        ),
    )
    return functools.reduce(
        lambda wrapped, option: option(wrapped), reversed(options), command
    )


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
