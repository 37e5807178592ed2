"""The output of the commands: findings, counts, and how to fix something."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from ..diagnostics import (
    Report,
    Severity,
    render_counts,
    render_json,
    render_report,
    render_sarif,
    summary,
)
from ..pipeline import Compiled, Inputs
from ..version import __version__
from .find import found

DOCUMENTS: dict[str, Callable[[Report], str]] = {
    "json": render_json,
    "sarif": partial(render_sarif, version=__version__),
}
"""What makes a document for a machine of the findings, by the name of its format."""

_MOST_SHOWN = 20
"""Warnings that are shown one by one."""
_HOMES = {"generate": "generated", "docs": "generated/docs"}


def show_report(report: Report, *, verbose: bool) -> None:
    """Show the findings; without ``verbose``, many warnings are counted by their codes."""
    if not report.diagnostics:
        return
    if verbose or report.count(Severity.WARNING) <= _MOST_SHOWN:
        text = render_report(report)
    else:
        text = f"{render_counts(report)}\n{summary(report)}; --verbose shows each"
    click.echo(text, err=True, color=False if os.environ.get("NO_COLOR") else None)


def coverage(compiled: Compiled) -> str:
    """How much was generated, and what was left out and why."""
    methods = compiled.sdk.every_method()
    types = counted(len(compiled.sdk.types), "type")
    made = f"{counted(len(methods), 'method')} and {types} generated"
    paged = sum(method.is_paged for method in methods)
    if paged and not compiled.config.pages:
        made += f" ({counted(paged, 'method')} with inferred pages)"
    lost = sum(compiled.left_out.values())
    if not lost:
        return made
    most_first = sorted(compiled.left_out.items(), key=lambda item: (-item[1], item[0]))
    reasons = ", ".join(f"{count} with {reason}" for reason, count in most_first)
    return (
        f"{made}: {compiled.described - lost} of "
        f"{counted(compiled.described, 'operation')}; {lost} left out: {reasons}"
    )


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
        ("--root", inputs.reach.folder),
        *(("--allow-remote-refs", host) for host in sorted(inputs.reach.hosts)),
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
