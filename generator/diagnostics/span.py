"""How far the key or entry at a place reaches on its line.

Read from the line itself, when a finding is shown, so that reading a file does not record where
its parts end. Knows as much of YAML and JSON as one line shows.
"""

from __future__ import annotations

import re

from .codes import ABOUT_CHARACTERS, ABOUT_KEYS, ABOUT_TAGS
from .model import Place, Report

Sources = dict[str, list[str]]
"""The lines of each file."""

_LONGEST = 1_000
"""An entry that is longer is marked by its key alone."""
_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)*")
_TAG = re.compile(r"![^\s,]*")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_PLAIN = re.compile(r"(?:(?![ \t]*(?::(?:\s|$)|[ \t]#|$)).)+", re.DOTALL)
_PLAIN_IN_FLOW = re.compile(
    r"(?:(?![ \t]*(?::(?:\s|$)|[ \t]#|[],[{}]|$)).)+", re.DOTALL
)
_COLON = re.compile(r":[ \t]*")
_BRACKET = re.compile(
    r'(?P<quoted>"(?:[^"\\]|\\.)*"|(?<=[\s\[{,:])\'(?:[^\']|\'\')*\')|[][{}]'
)


def lines_of(report: Report) -> Sources:
    """The lines of every file that was read."""
    return {name: text.split("\n") for name, text in report.sources.items()}


def end_column(place: Place, code: str, sources: Sources) -> int | None:
    """The column behind what a finding with that code marks; None if the line is not known."""
    lines = sources.get(place.file, [])
    if not 0 < place.line <= len(lines):
        return None
    return span_end(lines[place.line - 1].rstrip("\r"), place.column - 1, code) + 1


def span_end(line: str, start: int, code: str) -> int:
    """The offset behind what a finding with that code marks from ``start`` on: a key, an entry
    of one line, an item, or one character."""
    if code in ABOUT_CHARACTERS or not line[start : start + 1].strip():
        return start + 1
    text = line[start : start + _LONGEST].rstrip()
    before = line[max(0, start - _LONGEST) : start].rstrip()
    in_flow = line.endswith(",") or before.endswith(("[", "{", ","))
    if code in ABOUT_TAGS and (tag := _TAG.match(text)):
        return start + tag.end()
    end = _token_end(text, 0, in_flow=in_flow)
    if end is None:
        return start + 1
    colon = _COLON.match(text, end)
    if colon and colon.end() < len(text) and code not in ABOUT_KEYS:
        end = _token_end(text, colon.end(), in_flow=in_flow) or end
    return start + end


def _token_end(text: str, at: int, *, in_flow: bool) -> int | None:
    """The offset behind the scalar or the bracketed collection that starts there; None if it does
    not end in this text."""
    properties = _PROPERTIES.match(text, at)
    at = properties.end() if properties else at
    first = text[at : at + 1]
    if first in ('"', "'"):
        quoted = _QUOTED.match(text, at)
        return quoted.end() if quoted else None
    if first in ("{", "["):
        return _closing(text, at)
    plain = (_PLAIN_IN_FLOW if in_flow else _PLAIN).match(text, at)
    return plain.end() if plain else None


def _closing(text: str, at: int) -> int | None:
    """The offset behind the bracket that closes the one there."""
    depth = 0
    for found in _BRACKET.finditer(text, at):
        if not found["quoted"]:
            depth += 1 if found[0] in "[{" else -1
        if depth == 0:
            return found.end()
    return None
