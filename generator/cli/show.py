"""The output of the commands: findings, counts, and how to fix something."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import (
    Report,
    render_json,
    render_report,
    render_sarif,
    render_statistics,
)
from ..inputs import Inputs
from .find import found

if TYPE_CHECKING:
    from ..output import Plan
    from ..rerun import Made


def _sarif(report: Report) -> str:
    from ..version import version

    return render_sarif(report, version=version())


DOCUMENTS: dict[str, Callable[[Report], str]] = {"json": render_json, "sarif": _sarif}
"""What makes a document for a machine of the findings, by the name of its format."""

STATISTICS = f"{__name__}.statistics"
"""Under this name click's context knows whether findings are counted instead of shown."""
_HOMES = {"generate": "generated", "docs": "generated/docs"}


def show_report(report: Report, *, verbose: bool) -> None:
    """Show the findings, or count them if the command was told to."""
    if not report.diagnostics:
        return
    if click.get_current_context().meta.get(STATISTICS):
        text = render_statistics(report)
    else:
        text = render_report(report, verbose=verbose)
    click.echo(text, err=True, color=False if os.environ.get("NO_COLOR") else None)


def closing_line(made: Made, plan: Plan, out: Path) -> str:
    """The last line of a run: which files were written, what is in them, and what is not and why."""
    from ..output import summary

    counts = [
        counted(made.resources, "resource"),
        counted(made.methods, "method"),
        counted(made.types, "type"),
    ]
    if made.paged:
        counts[1] += f" ({made.paged} with inferred pages)"
    line = f"{out.as_posix()}: {summary(plan)}; {', '.join(counts)}"
    lost = sum(made.left_out.values())
    if not lost:
        return line
    most_first = sorted(made.left_out.items(), key=lambda item: (-item[1], item[0]))
    reasons = ", ".join(f"{count} with {reason}" for reason, count in most_first)
    operations = counted(made.described, "operation")
    return f"{line}; {lost} of {operations} left out: {reasons}"


def counted(number: int, noun: str) -> str:
    """A number of things, in words."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def fix_command(verb: str, inputs: Inputs, out: Path) -> str:
    """The command that writes what a check found to differ; ``verb`` is its first word.

    It names the program as it was started: as a script, or as a module.
    """
    description, config = inputs.description, inputs.config
    is_found = found(None, None) == (description, config)
    is_found_beside = is_found or found(description, None)[1] == config
    named = [] if is_found else [str(description)]
    options = [
        ("--config", None if is_found_beside else config),
        ("--root", inputs.root),
        *(("--allow-remote-refs", host) for host in sorted(inputs.hosts)),
        *(("--overlay", overlay) for overlay in inputs.overlays),
        ("--out", out if out != Path(_HOMES[verb]) else None),
    ]
    words = [
        word
        for flag, value in options
        if value is not None
        for word in (flag, str(value))
    ]
    script = Path(sys.argv[0]).stem
    module = __name__.partition(".")[0]
    program = [script] if script == "clientwright" else ["python", "-m", module]
    return shlex.join([*program, verb, *named, *words])
