"""Findings as text for people: a headline, the lines of the file, a remedy.

error[S024]: 'type' must be 'array' or 'string', not 'strin'
  --> spec/openapi.yaml:12:9  #/components/schemas/Name/type
   |
10 |   schemas:
11 |     Name:
12 |       type: strin
   |       ^^^^^^^^^^^
13 |     Age:
14 |       type: integer
   = help: write one of these

A cause that is found in many places is shown once, with the first few of them.
"""

from __future__ import annotations

from collections.abc import Iterable

import click

from .codes import TITLES
from .frame import frame, heading
from .model import Diagnostic, Report, Severity
from .printable import printable
from .span import Sources, lines_of

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
CONTEXT = 2
"""The lines that are shown on either side of a finding."""
MOST_PLACES = 3
"""The places that are named of a cause."""
_MOST_WARNINGS = 20
"""The causes of warnings that are shown one by one."""


def render_report(report: Report, *, verbose: bool = False) -> str:
    """The findings in order of place and a closing count; empty when there are none.

    Warnings of very many causes are counted by their codes, unless the report is strict, so that
    each of them counts. With ``verbose`` each place of each finding is shown. The text carries ANSI
    colours; ``click.echo`` drops them where the output is not a terminal.
    """
    found = report.in_order()
    if not found:
        return ""
    sources = lines_of(report)
    causes = [[d] for d in found] if verbose else _by_cause(found)
    warnings = [c for c in causes if c[0].severity is Severity.WARNING]
    if verbose or report.strict or len(warnings) <= _MOST_WARNINGS:
        blocks = [_block(cause, sources) for cause in causes]
        return "\n\n".join([*blocks, summary(report)])
    errors = [c for c in causes if c[0].severity is Severity.ERROR]
    blocks = [_block(cause, sources) for cause in errors]
    counts = _table(d for cause in warnings for d in cause)
    return "\n\n".join([*blocks, f"{counts}\n{summary(report)}; --verbose shows each"])


def render_statistics(report: Report) -> str:
    """A line for each code, the most frequent first, and the closing count."""
    if not report.diagnostics:
        return ""
    return f"{_table(report.in_order())}\n{summary(report)}"


def summary(report: Report) -> str:
    """The closing line: how many findings of each kind."""
    counts = [(report.count(severity), severity.value) for severity in Severity]
    return ", ".join(f"{n} {word}{'s' if n > 1 else ''}" for n, word in counts if n)


def _by_cause(found: Iterable[Diagnostic]) -> list[list[Diagnostic]]:
    """The findings that say the same, in the order of the first of each."""
    causes: dict[object, list[Diagnostic]] = {}
    for diagnostic in found:
        cause = (
            diagnostic.severity,
            diagnostic.code,
            diagnostic.message,
            diagnostic.help,
        )
        causes.setdefault(cause, []).append(diagnostic)
    return list(causes.values())


def _table(found: Iterable[Diagnostic]) -> str:
    """Count, code, title and first place of the findings of each code."""
    codes: dict[tuple[Severity, str], list[Diagnostic]] = {}
    for diagnostic in found:
        codes.setdefault((diagnostic.severity, diagnostic.code), []).append(diagnostic)
    most_first = sorted(codes.values(), key=lambda alike: (-len(alike), alike[0].code))
    digits = len(str(len(most_first[0])))
    label = max(len(_label(alike[0])) for alike in most_first)
    title = max(len(TITLES[alike[0].code]) for alike in most_first)
    return "\n".join(
        f"{len(alike):>{digits}}  {_styled(_label(alike[0]), alike[0], label)}  "
        f"{TITLES[alike[0].code]:<{title}}  {printable(str(alike[0].place))}"
        f"{', …' if len(alike) > 1 else ''}"
        for alike in most_first
    )


def _label(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.severity.value}[{diagnostic.code}]"


def _styled(text: str, diagnostic: Diagnostic, width: int = 0) -> str:
    padded = f"{text:<{width}}"
    return click.style(padded, fg=COLOURS[diagnostic.severity], bold=True)


def _block(cause: list[Diagnostic], sources: Sources) -> str:
    """The findings of one cause: the first with its lines, and where the others are."""
    first, *others = cause
    code, note = first.code, click.style("note", fg="green")
    lines = [
        _styled(_label(first), first)
        + click.style(f": {printable(first.message)}", bold=True),
        heading(first.place),
        *frame(first.place, code, sources, context=CONTEXT),
    ]
    named = others[: MOST_PLACES - 1] if len(others) > MOST_PLACES else others
    lines += [heading(other.place) for other in named]
    if len(named) < len(others):
        more = len(others) - len(named)
        lines.append(f"   = {note}: and {more} more places; --verbose shows each")
    for words, place in first.related:
        lines.append(f"   = {note}: {printable(words)}")
        lines += [heading(place), *frame(place, code, sources, context=0)]
    if first.help:
        label, text = click.style("help", fg="cyan"), printable(first.help)
        lines.append(f"   = {label}: {text}")
    return "\n".join(lines)
