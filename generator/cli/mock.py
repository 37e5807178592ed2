"""The command that starts a mock of the described API."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from ..diagnostics import Report
from ..inputs import Inputs
from ..progress import StatusLine
from . import options
from .collector import collect_as_usual, not_collecting
from .failed import Failed
from .show import counted, show_report

if TYPE_CHECKING:
    from ..config import SdkConfig
    from ..mock import Mock, Server, Step

HOST = "127.0.0.1"
PORT = 4010
ITEMS = 250

_ORIGIN = re.compile(r"\*|null|https?://[^/?#@\s]+")


def _checked_origins(
    _: object, __: object, origins: tuple[str, ...]
) -> tuple[str, ...]:
    """The origins; one that no browser would send is wrong usage."""
    for origin in origins:
        if _ORIGIN.fullmatch(origin.rstrip("/")) is None:
            raise click.BadParameter(
                f"'{origin}' is not an origin such as https://docs.example.com, null or '*'"
            )
    return origins


def _words(_: object, __: object, command: str | None) -> list[str]:
    """The words of a command line, as a shell would split it."""
    if command is None:
        return []
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise click.BadParameter(f"{command!r} cannot be split: {error}") from error
    if not words:
        raise click.BadParameter("the command is empty")
    return words


@click.command()
@options.inputs
@click.option(
    "--host", default=HOST, show_default=True, help="The address to listen on."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"The port; 0 picks a free one.  [default: {PORT}; with --run a free one]",
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
@click.option(
    "--docs",
    is_flag=True,
    help="Serve the reference documentation too, whose consoles call the mock.",
)
@click.option(
    "--run",
    "program",
    metavar="COMMAND",
    callback=_words,
    help="Run a command, say 'pytest', with the address in TEST_API_BASE_URL; "
    "end with it, and with its exit code.",
)
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    callback=_checked_origins,
    help="An origin whose pages may call the mock, beside those of this machine: "
    "https://docs.example.com, null for pages opened from a disk, or '*'; repeatable.",
)
def mock(
    inputs: Inputs,
    host: str,
    port: int | None,
    items: int,
    scenario: Path | None,
    docs: bool,
    program: list[str],
    origins: tuple[str, ...],
    quiet: bool,
    verbose: bool,
) -> None:
    """Serve a mock of the described API, until Ctrl-C.

    It checks requests, and responds with generated values and pages.
    """
    if docs and "-" in map(str, (inputs.description, *inputs.overlays)):
        raise click.UsageError("--docs needs files: save standard input to one first")
    from ..config import NO_FILES
    from ..mock import ROOT, bind
    from ..pipeline import build_docs
    from .compiling import compiled, docs_files

    report = Report()
    with StatusLine(enabled=not quiet) as status:
        made = mock_of(inputs, items, scenario, report, origins=origins)
        sdk = compiled(inputs, report, status) if docs else None
        files = docs_files(sdk, report) if sdk is not None else NO_FILES
    show_report(report, verbose=verbose)
    site: dict[str, bytes] = {}
    if port is None:
        port = 0 if program else PORT
    log = None if quiet or program else click.echo
    with port_available(host, port, "--port"):
        server = bind(made, host, port, log, site)
    count = counted(len(made.routes.operations), "operation")
    if sdk is not None:
        with StatusLine(enabled=not quiet) as status:
            site |= build_docs(sdk, status, files=files, server=server.url)
    end = "" if program else "; press Ctrl-C to stop"
    if not (quiet and program):
        click.echo(f"{server.url} serves the API, {count}{end}")
    if sdk is not None:
        click.echo(f"{server.url}{ROOT} has its documentation")
    collect_as_usual()
    if program:
        click.get_current_context().exit(_run(program, server))
    server.run()


def _run(program: list[str], server: Server) -> int:
    """The exit code of a program that runs while the mock responds.

    Raises:
        UsageError: the program cannot be started.
    """
    responding = Thread(target=server.run)
    responding.start()
    try:
        ended = subprocess.run(
            program, env={**os.environ, "TEST_API_BASE_URL": server.url}, check=False
        ).returncode
    except OSError as error:
        raise click.UsageError(
            f"--run: {program[0]!r} cannot be started: {error.strerror}"
        ) from error
    finally:
        server.close()
        responding.join()
    # a negative code is a signal that ended the program; shells add it to 128
    return ended if ended >= 0 else 128 - ended


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


@not_collecting()
def mock_of(
    inputs: Inputs,
    items: int,
    scenario: Path | None,
    report: Report,
    *,
    origins: tuple[str, ...] = (),
) -> Mock:
    """The mock that the files describe.

    Raises:
        Failed: a file cannot be used; the report says why.
    """
    from ..config import load_config
    from ..mock import Mock, load_scenario
    from ..openapi import describe

    settings: SdkConfig | None = None
    if inputs.config is not None:
        settings = load_config(inputs.config, report)
    described = describe(
        inputs.description,
        report,
        reach=inputs.reach,
        overlays=(*(settings.overlays if settings else ()), *inputs.overlays),
        transforms=settings.transforms if settings else (),
        kept=settings.kept if settings else None,
    )
    steps: list[Step] | None = []
    if scenario is not None:
        steps = load_scenario(scenario, report)
    if described is None or steps is None or report.failed:
        raise Failed(report)
    return Mock(described, settings, items=items, scenario=steps, origins=origins)
