"""The lines of a file around a place, with what is wrong underlined."""

from __future__ import annotations

import unicodedata

import click
from msgspec import Struct

from .model import Place
from .printable import printable
from .span import Sources, span_end

WIDEST = 120
"""Characters of a line that are shown; a wider one is cut around the span."""
_BEFORE = 40
"""Characters that a cut line shows before its span."""
_TAB = "    "


class Window(Struct, frozen=True):
    """The part of a file's lines that fits on the screen: from one column, so many characters."""

    start: int

    def shown(self, line: str) -> str:
        """The part of a line, printable, with an ellipsis for what is cut off."""
        end = self.start + WIDEST
        after = "…" if len(line) > end else ""
        return f"{self._shown(line, end)}{after}"

    def underline(self, line: str, start: int, end: int) -> str:
        """Carets below the columns from ``start`` to ``end``, as wide as these are shown."""
        marked = _safe(line[start : min(end, self.start + WIDEST)])
        return " " * _width(self._shown(line, start)) + "^" * max(1, _width(marked))

    def _shown(self, line: str, end: int) -> str:
        part = line[self.start : end]
        return f"{'…' if self.start and part else ''}{_safe(part)}"


def heading(place: Place) -> str:
    """The line that names a place."""
    pointer = f"  #{printable(place.pointer)}" if place.pointer else ""
    return f"  {click.style('-->', fg='blue')} {printable(str(place))}{pointer}"


def frame(place: Place, code: str, sources: Sources, *, context: int) -> list[str]:
    """The lines around a place with ``context`` lines on both sides; none if they are not known."""
    lines = sources.get(place.file, [])
    if not 0 < place.line <= len(lines):
        return []
    numbered = {n: lines[n - 1].rstrip("\r") for n in _around(lines, place, context)}
    width = len(str(max(numbered)))
    line, start = numbered[place.line], place.column - 1
    end = span_end(line, start, code)
    window = Window(_window_start(line, start, end))
    gutter = click.style(f" {'':>{width}} |", fg="blue")
    shown = [gutter]
    for number, text in numbered.items():
        label = click.style(f" {number:>{width}} |", fg="blue")
        shown.append(f"{label} {window.shown(text)}".rstrip())
        if number == place.line:
            carets = window.underline(text, start, end)
            shown.append(f"{gutter} {click.style(carets, fg='red', bold=True)}")
    return shown


def _around(lines: list[str], place: Place, context: int) -> range:
    """The numbers of the lines around a place, without blank ones at the ends."""
    first = max(1, place.line - context)
    last = min(len(lines), place.line + context)
    while first < place.line and not lines[first - 1].strip():
        first += 1
    while last > place.line and not lines[last - 1].strip():
        last -= 1
    return range(first, last + 1)


def _window_start(line: str, start: int, end: int) -> int:
    """Where the shown part of a line begins: such that the span is in it, with a little before."""
    if len(line) <= WIDEST or end <= WIDEST:
        return 0
    return max(0, start - _BEFORE)


def _safe(text: str) -> str:
    return printable(text.replace("\t", _TAB))


def _width(text: str) -> int:
    """The cells of a terminal that a text takes."""
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
