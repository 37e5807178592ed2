"""The command that starts a mock of the described API."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import SdkConfig, load_config
from ..diagnostics import Report
from ..openapi import describe
from ..pipeline import Inputs
from ..progress import StatusLine
from . import options
from .failed import Failed
from .show import counted, show_report

if TYPE_CHECKING:
    from ..mock import Mock, Step

HOST = "127.0.0.1"
ITEMS = 250


@click.command()
@options.inputs
@click.option(
    "--host", default=HOST, show_default=True, help="The address to listen on."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=4010,
    show_default=True,
    help="The port; 0 picks a free one.",
)
@click.option(
    "--items",
    type=click.IntRange(0),
    default=ITEMS,
    show_default=True,
    help="The total number of items in a paged list.",
)
@click.option(
    "--scenario",
    type=click.Path(path_type=Path),
    help="A file that defines which requests fail or are delayed.",
)
def mock(
    inputs: Inputs,
    host: str,
    port: int,
    items: int,
    scenario: Path | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Serve a mock of the described API, until Ctrl-C.

    It checks requests, and responds with generated values and pages.
    """
    report = Report()
    with StatusLine(enabled=not quiet):
        made = mock_of(inputs, items, scenario, report)
    show_report(report, verbose=verbose)
    from ..mock import bind

    with port_available(host, port, "--port"):
        server = bind(made, host, port, None if quiet else click.echo)
    count = counted(len(made.routes.operations), "operation")
    click.echo(f"{server.url} serves the API, {count}; press Ctrl-C to stop")
    server.run()


@contextmanager
def port_available(host: str, port: int, option: str) -> Iterator[None]:
    """Makes wrong usage of a port that cannot be listened on; ``option`` sets it.

    Raises:
        UsageError: the port is not available.
    """
    try:
        yield
    except OSError as error:
        raise click.UsageError(
            f"port {port} of {host} is not available: {error.strerror}; {option} 0 picks a free one"
        ) from error


def mock_of(inputs: Inputs, items: int, scenario: Path | None, report: Report) -> Mock:
    """The mock that the files describe.

    Raises:
        Failed: a file cannot be used; the report says why.
    """
    from ..mock import Mock, load_scenario

    settings: SdkConfig | None = None
    if inputs.config is not None:
        settings = load_config(inputs.config, report)
    described = describe(
        inputs.description,
        report,
        reach=inputs.reach,
        overlays=(*(settings.overlays if settings else ()), *inputs.overlays),
    )
    steps: list[Step] | None = []
    if scenario is not None:
        steps = load_scenario(scenario, report)
    if described is None or steps is None or report.failed:
        raise Failed(report)
    return Mock(described, settings, items=items, scenario=steps)
