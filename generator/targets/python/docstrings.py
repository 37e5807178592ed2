"""The docstring encoder: the other way in which text of a description enters code.

The output for any input stays inside one triple-quoted string: no quote ends it, no
escape changes it, no invisible character reorders it.
"""

from __future__ import annotations

import re
import textwrap

WIDTH = 88
_VERBATIM = re.compile(r"\s|[-*+>|#`]|\d+[.)]\s")


def docstring(text: str, *, indent: int) -> tuple[str, ...]:
    """The lines of ``text`` between triple quotes, wrapped to fit at ``indent`` columns.

    The quotes that close several lines have a line of their own; those behind a single one must not
    be taken for a part of it.
    """
    lines = _lines(text, WIDTH - indent)
    return (_closed(lines[0]),) if len(lines) == 1 else tuple(map(_escape, lines))


def passage(text: str, *, indent: int, hanging: int = 0) -> tuple[str, ...]:
    """The lines of ``text`` inside a docstring of several lines.

    Paragraphs of prose are wrapped; lists, tables, quotes and code keep their lines. Lines after
    the first are indented by ``hanging`` columns more.
    """
    padding = " " * hanging
    return tuple(
        _escape(line if i == 0 or not line else padding + line)
        for i, line in enumerate(_lines(text, WIDTH - indent - hanging))
    )


def one_line(text: str) -> str:
    """The text as one line for a docstring or a comment."""
    return _closed(" ".join(text.split()))


def _lines(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in _paragraphs(text):
        if lines:
            lines.append("")
        lines += _wrap(paragraph, max(width, 30))
    return lines


def _paragraphs(text: str) -> list[list[str]]:
    paragraphs: list[list[str]] = [[]]
    fenced = False
    for line in text.strip().splitlines():
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        if line.strip() or fenced:
            paragraphs[-1].append(line.rstrip())
        elif paragraphs[-1]:
            paragraphs.append([])
    return [p for p in paragraphs if p]


def _wrap(paragraph: list[str], width: int) -> list[str]:
    if any(_VERBATIM.match(line) for line in paragraph):
        return paragraph
    text = " ".join(paragraph)
    if text.split(" ") == text.split():
        return _filled(text, width)
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _filled(text: str, width: int) -> list[str]:
    """As ``textwrap.wrap``, for words with single spaces and no other white space between them.

    It takes a tenth of the time.
    """
    lines: list[str] = []
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1)
        if end < 0:
            end = text.find(" ", start)  # the end of a word that is longer than a line
        if end < 0:
            break
        lines.append(text[start:end])
        start = end + 1
    return [*lines, text[start:]]


def _escape(line: str) -> str:
    """The line with nothing in it that ends the docstring or means something else there."""
    escaped = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if escaped.isprintable():
        return escaped
    return "".join(c if c.isprintable() else _code(c) for c in escaped)


def _closed(line: str) -> str:
    """The line where closing quotes follow: those at its own end are escaped."""
    body = line.rstrip('"')
    return _escape(body) + '\\"' * (len(line) - len(body))


def _code(character: str) -> str:
    if character == "\t":
        return "    "
    return (
        f"\\u{ord(character):04x}"
        if ord(character) < 0x10000
        else f"\\U{ord(character):08x}"
    )
