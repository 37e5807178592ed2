"""Splits Python text into logical lines: statements, or the headers of compound ones.

Part of the output phase. One regular expression finds nearly all lines that our templates print; the
others are read token by token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

STRING = r"""[rRbBuU]{0,2}(?:"(?!"")(?:[^"\\\n]|\\[^\n])*+"|'(?!'')(?:[^'\\\n]|\\[^\n])*+')"""
"""A string in one line."""

_DEEPEST = 16
_TEXT = r"""[^"'\#()\[\]{}\\]"""
_TEXT_IN_LINE = r"""[^"'\#()\[\]{}\\\n]"""
_LONG = r"\"{3}[^\"\\]*+(?:(?:\\.|\"(?!\"\"))[^\"\\]*+)*+\"{3}"
_LONG_SINGLE = _LONG.replace('"', "'")


def _bracketed(depth: int) -> str:
    inner = f"|{_bracketed(depth - 1)}" if depth else ""
    return rf"[(\[{{](?:{_TEXT}++|{STRING}{inner})*+[)\]}}]"


BRACKETED = _bracketed(_DEEPEST)
"""A bracket, the one that closes it, and what they enclose, which may be on several lines."""

_WORD = r"(?:async\ def|def|class|from|import|else|elif|except|finally)\b|@|"
_LINE = re.compile(
    rf"""((?:[ ]*\n)*+)([ ]*+)
    (?:
        (?: (r?{_LONG}) | ({_WORD})((?:{_TEXT_IN_LINE}++|{STRING}|{BRACKETED})*+) )
        (\#[^\n]*+)? (?:\n|\Z)
    |   (?P<odd>[^\n]++\n?)
    )""",
    re.VERBOSE | re.DOTALL,
)
_TOKEN = re.compile(
    rf"{_LONG}|{_LONG_SINGLE}|{STRING}|\#[^\n]*|\\.|(?P<open>[(\[{{])|(?P<close>[)\]}}])|(?P<end>\n)",
    re.DOTALL,
)


LogicalLine = tuple[str, str, str, str, str, str, str]
"""The empty lines above a logical line, its indentation, and what it is.

That is a triple-quoted string or a statement, which is a word that matters for blank lines and the rest;
behind it a comment; or all of an odd one, with a comment or such a string inside.
"""


def logical_lines(text: str) -> list[LogicalLine]:
    """The logical lines of a text."""
    lines: list[LogicalLine] = _LINE.findall(text)
    if [line for line in lines if line[6]]:
        lines = list(_with_odd_lines(text))
    while lines and not any(lines[-1][2:]):  # what is left at the end
        lines.pop()
    return lines


def text_of(line: LogicalLine) -> str:
    """The text of a logical line with its indentation."""
    return line[1] + (line[6] or "".join(line[2:]))


def _with_odd_lines(text: str) -> Iterator[LogicalLine]:
    position = 0
    while position < len(text):
        found = _LINE.match(text, position)
        assert found is not None  # it matches any text
        above, pad, string, word, rest, comment, odd = found.groups(default="")
        position = found.end()
        if odd:
            start = found.start("odd")
            position = _end(text, start)
            odd = text[start:position].rstrip("\n")
            first = re.match(_WORD, odd, re.VERBOSE)
            word = first[0] if first else ""
        yield above, pad, string, word, rest, comment, odd


def _end(text: str, start: int) -> int:
    """Where the logical line that starts at a position ends, behind its line break."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        depth += bool(token["open"]) - bool(token["close"])
        if token["end"] and depth <= 0:
            return token.end()
    return len(text)
