"""The command that starts a mock of the described API."""

from __future__ import annotations

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


@click.command()
@options.inputs
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen on."
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
    default=250,
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
        made = _mock(inputs, items, scenario, report)
    show_report(report, verbose=verbose)
    from ..mock import bind

    try:
        server = bind(made, host, port, None if quiet else click.echo)
    except OSError as error:
        raise click.UsageError(
            f"port {port} of {host} is not available: {error.strerror}; --port 0 picks a free one"
        ) from error
    count = counted(len(made.routes.operations), "operation")
    click.echo(f"{server.url} serves the API, {count}; press Ctrl-C to stop")
    server.run()


def _mock(inputs: Inputs, items: int, scenario: Path | None, report: Report) -> Mock:
    """The mock that the files describe.

    Raises:
        Failed: a file cannot be used; the report says why.
        UsageError: the mock's libraries are not installed.
    """
    try:
        from ..mock import Mock, load_scenario
    except ModuleNotFoundError as error:
        raise click.UsageError(
            f"the mock needs {error.name}: pip install 'clientwright[mock]'"
        ) from error
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
