"""The command: arguments in, exit codes out.

0 means that all is well, 1 that problems were found, 2 that the command was used wrongly, 130
that it was interrupted.
"""

from __future__ import annotations

import functools
import os
import shlex
import sys
import traceback
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TypeVar

import click

from . import __version__
from .diagnostics import Report, Severity, render_report
from .output import Plan, apply, make_plan, recover, render_drift, summary
from .pipeline import Compiled, Inputs, build, compile_inputs
from .progress import StatusLine

F = TypeVar("F", bound=Callable[..., Any])
DESCRIPTIONS = ("openapi.yaml", "openapi.yml", "openapi.json")


class Failed(Exception):
    """Problems were found; those in the report wait to be shown, once the status line is gone."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def _inputs(command: F) -> F:
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
            help="The OpenAPI description.  [default: openapi.yaml beside the configuration]",
        ),
        click.option("--quiet", "-q", is_flag=True, help="Show problems only."),
        click.option(
            "--verbose", "-v", is_flag=True, help="Show every warning and file."
        ),
    )
    return functools.reduce(
        lambda wrapped, option: option(wrapped), reversed(options), command
    )


_out = click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("generated"),
    show_default=True,
    help="The folder of the client.",
)
_strict = click.option(
    "--strict", is_flag=True, help="Take every warning for an error."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="clientwright")
def command() -> None:
    """Compile an OpenAPI description and an SDK configuration to a Python client."""


@command.command()
@_inputs
@_out
@_strict
@click.option("--force", is_flag=True, help="Overwrite files that were edited by hand.")
def generate(
    config: Path,
    spec: Path | None,
    out: Path,
    strict: bool,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Write the client; all of it, or nothing."""
    report = Report()
    with StatusLine(enabled=not quiet) as status:
        _require(recover(out, report), report)
        compiled = _compiled(config, spec, report, status, strict=strict)
        plan = _planned(compiled, out, report, status)
        status("writing")
        _require(apply(plan, out, report, overwrite=force), report)
    _show(report, verbose=verbose)
    if verbose:
        for change in plan.changes:
            click.echo(f"{change.kind.value:>8}  {change.path}")
    if not quiet:
        click.echo(f"{_coverage(compiled)}\n{out.as_posix()}: {summary(plan)}")


@command.command()
@_inputs
@_out
@_strict
def check(
    config: Path, spec: Path | None, out: Path, strict: bool, quiet: bool, verbose: bool
) -> None:
    """Compare the client on the disk with what would be written."""
    report = Report()
    with StatusLine(enabled=not quiet) as status:
        _require(recover(out, report), report)
        compiled = _compiled(config, spec, report, status, strict=strict)
        plan = _planned(compiled, out, report, status)
    _show(report, verbose=verbose)
    if plan.changes:
        click.echo(render_drift(plan, command=_mending_command(config, spec, out)))
        raise Failed(Report())
    if not quiet:
        click.echo(
            f"{out.as_posix()} is what the description gives ({plan.unchanged} files)"
        )


@command.command()
@_inputs
def validate(config: Path, spec: Path | None, quiet: bool, verbose: bool) -> None:
    """Show every problem of the description and the configuration."""
    report = Report()
    with StatusLine(enabled=not quiet) as status:
        _compiled(config, spec, report, status, strict=True)
    if not quiet:
        click.echo("no problems found")


@command.command()
@_inputs
def names(config: Path, spec: Path | None, quiet: bool, verbose: bool) -> None:
    """Print the name of everything: what it is, whose name it is, the name."""
    report = Report()
    with StatusLine(enabled=not quiet) as status:
        compiled = _compiled(config, spec, report, status, strict=False)
    _show(report, verbose=verbose)
    rows = list(compiled.names.rows())
    widths = [max(len(row[column]) for row in rows) for column in range(2)]
    for kind, owner, name in rows:
        click.echo(f"{kind:<{widths[0]}}  {owner:<{widths[1]}}  {name}")


def main() -> None:
    """Run the command and exit with its code; nothing but a fault of ours shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        sys.exit(_run())
    except BrokenPipeError:
        os._exit(1)  # the reader has gone; flushing what is left would complain again


def _run() -> int:
    """Run the command and give its exit code."""
    try:
        return int(command(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return 2
    except Failed as failed:
        _show(failed.report, verbose=True)
        return 1
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted; the output is as it was", err=True)
        return 130
    except BrokenPipeError:
        raise
    except RecursionError:
        click.echo("error: the description is nested too deeply to compile", err=True)
        return 1
    except Exception as error:
        _show_fault(error)
        return 1


def _show_fault(error: Exception) -> None:
    if {"-v", "--verbose"} & set(sys.argv):
        traceback.print_exception(error)
    click.echo(
        f"internal error: {type(error).__name__}: {error}\n"
        "This is a fault of the generator; --verbose shows where. Nothing was written.",
        err=True,
    )


def _compiled(
    config: Path, spec: Path | None, report: Report, status: StatusLine, *, strict: bool
) -> Compiled:
    inputs = Inputs(spec if spec is not None else _beside(config), config)
    compiled = compile_inputs(inputs, report, strict=strict, progress=status)
    if compiled is None or report.failed(strict=strict):
        raise Failed(report)
    return compiled


def _beside(config: Path) -> Path:
    """The description beside a configuration, by its usual names."""
    candidates = [config.parent / name for name in DESCRIPTIONS]
    return next((path for path in candidates if path.exists()), candidates[0])


def _planned(compiled: Compiled, out: Path, report: Report, status: StatusLine) -> Plan:
    plan = make_plan(build(compiled, status), out, report)
    if plan is None:
        raise Failed(report)
    return plan


def _require(done: bool, report: Report) -> None:
    if not done:
        raise Failed(report)


def _show(report: Report, *, verbose: bool) -> None:
    """Show the findings; without ``verbose``, many warnings are only counted."""
    warnings = report.count(Severity.WARNING)
    if report.diagnostics and (verbose or warnings <= 20):
        text = render_report(report)
        click.echo(text, err=True, color=False if os.environ.get("NO_COLOR") else None)
    elif warnings:
        click.echo(f"{warnings} warnings; --verbose shows them", err=True)


def _coverage(compiled: Compiled) -> str:
    methods = sum(len(resource.methods) for resource in compiled.api.every_resource())
    types = len(compiled.api.types)
    return f"{_counted(methods, 'method')} and {_counted(types, 'type')} generated"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _mending_command(config: Path, spec: Path | None, out: Path) -> str:
    given = [("--config", config), ("--spec", spec), ("--out", out)]
    usual = {"--config": Path("spec/stainless.yml"), "--out": Path("generated")}
    words = [
        word
        for flag, path in given
        if path is not None and path != usual.get(flag)
        for word in (flag, str(path))
    ]
    return shlex.join(["python", "-m", "generator", "generate", *words])
