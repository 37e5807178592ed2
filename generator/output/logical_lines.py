"""Splits Python text into logical lines: statements, or the headers of compound ones.

Part of the output phase. For text of our own templates: no backslash joins lines, no semicolon
separates statements, and no string goes over several lines but a triple-quoted one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PREFIX = "[rRbBfFuU]{0,2}"
STRING = rf"""{_PREFIX}"(?:[^"\\\n]|\\.)*"|{_PREFIX}'(?:[^'\\\n]|\\.)*'"""
"""A string in one line."""

_TOKEN = re.compile(
    rf"""{_PREFIX}(?P<long>"{{3}}|'{{3}})|{STRING}|(?P<open>[(\[{{])|(?P<close>[)\]}}])|(?P<comment>\#)"""
)
_PLAIN = re.compile(r"""[^"'#()\[\]{}]*""")
"""A line that cannot change the depth."""


@dataclass(frozen=True, slots=True)
class LogicalLine:
    """A logical line: the lines of the file that it takes, and the blank ones ``before`` it.

    ``has_comment`` is set for a comment after or between its parts, ``has_long_string`` for a
    triple-quoted string.
    """

    before: int
    lines: tuple[str, ...]
    has_comment: bool
    has_long_string: bool

    @property
    def indent(self) -> int:
        """The number of spaces before it."""
        return len(self.lines[0]) - len(self.lines[0].lstrip())


def logical_lines(text: str) -> Iterator[LogicalLine]:
    """The logical lines of a text, without its blank lines."""
    physical = iter(text.split("\n"))
    before = 0
    for line in physical:
        if not line.strip():
            before += 1
        elif _PLAIN.fullmatch(line):
            yield LogicalLine(before, (line,), has_comment=False, has_long_string=False)
            before = 0
        else:
            yield _read(before, line, physical)
            before = 0


def _read(before: int, line: str, following: Iterator[str]) -> LogicalLine:
    """The logical line that begins with a line; takes the following ones that belong to it."""
    lines = [line]
    depth = 0
    has_comment = has_long_string = False
    while True:
        position = 0
        while (token := _TOKEN.search(line, position)) is not None:
            position = token.end()
            if token["open"]:
                depth += 1
            elif token["close"]:
                depth -= 1
            elif token["comment"]:
                has_comment = has_comment or bool(
                    line[: token.start()].strip() or depth
                )
                break
            elif token["long"]:
                has_long_string = True
                while (end := _end(token["long"], line, position)) is None:
                    line, position = next(following), 0
                    lines.append(line)
                position = end
        if depth <= 0:
            return LogicalLine(before, tuple(lines), has_comment, has_long_string)
        line = next(following)
        lines.append(line)


def _end(quotes: str, line: str, position: int) -> int | None:
    """Where a triple-quoted string ends, if it does so in this line."""
    while (found := line.find(quotes, position)) >= 0:
        escapes = len(line[:found]) - len(line[:found].rstrip("\\"))
        if escapes % 2 == 0:
            return found + len(quotes)
        position = found + 1
    return None
