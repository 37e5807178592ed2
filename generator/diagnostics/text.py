"""Findings as text for people: a headline, a code frame, a remedy.

error[C004]: unknown key 'pagniation'
  --> spec/stainless.yml:12:1  #/pagniation
   |
12 | pagniation:
   | ^
   = help: did you mean 'pagination'?
"""

from __future__ import annotations

import click

from .codes import TITLES
from .model import Diagnostic, Place, Report, Severity
from .printable import printable

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
WIDEST_LINE = 160

Sources = dict[str, list[str]]
"""The lines of each file, for code frames."""


def render_report(report: Report) -> str:
    """All findings in order of place and a closing count; empty when there are none.

    The text carries ANSI colours; ``click.echo`` drops them where the output is not a terminal.
    """
    if not report.diagnostics:
        return ""
    lines = {name: text.split("\n") for name, text in report.sources.items()}
    blocks = [_render(diagnostic, lines) for diagnostic in report.in_order()]
    return "\n\n".join([*blocks, summary(report)])


def render_counts(report: Report) -> str:
    """A line for each code: what it is about, how often it was found, and where first."""
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in report.in_order():
        found.setdefault(diagnostic.code, []).append(diagnostic)
    most_first = sorted(found.values(), key=lambda alike: (-len(alike), alike[0].code))
    return "\n".join(
        f"{_label(alike[0])}: {TITLES[alike[0].code]} ({_times(len(alike))} at "
        f"{printable(str(alike[0].place))})"
        for alike in most_first
    )


def _times(number: int) -> str:
    return "once," if number == 1 else f"{number} times, first"


def _label(diagnostic: Diagnostic) -> str:
    label = f"{diagnostic.severity.value}[{diagnostic.code}]"
    return click.style(label, fg=COLOURS[diagnostic.severity], bold=True)


def summary(report: Report) -> str:
    """The closing line: how many findings of each kind."""
    counts = [(report.count(severity), severity.value) for severity in Severity]
    return ", ".join(f"{n} {word}{'s' if n > 1 else ''}" for n, word in counts if n)


def _render(diagnostic: Diagnostic, sources: Sources) -> str:
    lines = [
        _label(diagnostic)
        + click.style(f": {printable(diagnostic.message)}", bold=True),
        *_frame("-->", diagnostic.place, sources),
    ]
    for words, place in diagnostic.related:
        lines.append(f"   = note: {printable(words)}")
        lines += _frame("-->", place, sources)
    if diagnostic.help:
        label, text = click.style("help", fg="cyan"), printable(diagnostic.help)
        lines.append(f"   = {label}: {text}")
    return "\n".join(lines)


def _frame(arrow: str, place: Place, sources: Sources) -> list[str]:
    pointer = f"  #{printable(place.pointer)}" if place.pointer else ""
    header = f"  {arrow} {printable(str(place))}{pointer}"
    lines = sources.get(place.file, [])
    if not 0 < place.line <= len(lines):
        return [header]
    code = lines[place.line - 1].rstrip("\r")
    start = max(0, place.column - WIDEST_LINE // 2) if len(code) > WIDEST_LINE else 0
    shown = printable(code[start : start + WIDEST_LINE], also="\t")
    gutter = " " * len(str(place.line))
    caret = " " * (place.column - 1 - start) + "^"
    return [
        header,
        f" {gutter} |",
        f" {place.line} | {shown}",
        f" {gutter} | " + click.style(caret, fg="red"),
    ]
