"""A line that black would break, and what its decisions depend on.

Part of the output phase. A `Line` is what black calls so: a part of a statement that may still be too long.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from .logical_lines import STRING
from .statement import BAR, CLOSE, COMMA, DOT, EQUAL, OPEN, Statement
from .width import WIDTH, width

STEP = 4
"""The spaces of a level of indentation."""
_LEAF = re.compile(rf"\w+|\d[\w.]*|{STRING}")
SHOWN = str.maketrans("\x02\x03", "()")
HIDDEN = str.maketrans("", "", "\x02\x03")
"""Optional brackets in use are characters of their own until a statement is complete."""


class Line(Struct):
    """The text from ``start`` to ``end``, with the tokens from ``first`` to before ``stop``.

    ``has_comma`` adds a comma at its end. Black knows no delimiters in the last part of a line that was
    broken at brackets: it is not ``tracked``.
    """

    start: int
    end: int
    first: int
    stop: int
    depth: int
    is_inside: bool = False
    is_split: bool = False
    is_tracked: bool = True
    has_comma: bool = False
    is_definition: bool = False


class Parts(Struct):
    """A line, broken at the pair of brackets ``opening`` and ``closing``."""

    head: Line
    body: Line
    tail: Line
    opening: int
    closing: int


class Lines:
    """What is known of the lines of one statement, and which optional brackets are in use."""

    def __init__(self, found: Statement) -> None:
        self._found = found
        self._text = found.text
        self._positions = found.positions
        self._kinds = found.kinds
        self._partners = found.partners
        self._exploding = found.exploding
        self._width = len if found.text.isascii() else width
        self._visible: set[int] = set()

    def _string(self, line: Line) -> str:
        """The text of a line with its indentation and the brackets that are in use."""
        text, start = " " * (STEP * line.depth), line.start
        if self._visible:
            for at in range(line.first, line.stop):
                if at in self._visible:
                    position = self._positions[at]
                    shown = "\x02" if self._kinds[at] == OPEN else "\x03"
                    text += self._text[start:position] + shown
                    start = position
        return text + self._text[start : line.end] + ("," if line.has_comma else "")

    def _fits(self, line: Line, limit: int = WIDTH) -> bool:
        return self._width(self._string(line)) <= limit

    def _explodes(self, line: Line) -> bool:
        """Whether a comma before a closing bracket keeps parts on lines of their own."""
        if not self._exploding or not line.is_tracked:
            return False
        start = bisect_left(self._exploding, line.first)
        stop = bisect_left(self._exploding, line.stop)
        return any(
            self._partners[at] >= line.first for at in self._exploding[start:stop]
        )

    def _has_exploding_result(self, line: Line) -> bool:
        """Whether what a function returns is on lines of its own; it is broken there, then."""
        parameters = self._partners[line.first]
        return any(parameters < at < line.stop for at in self._exploding)

    def _delimiters(self, line: Line) -> tuple[list[int], list[int], list[int]]:
        """The commas, bars, and dots behind brackets that are in no other brackets."""
        commas: list[int] = []
        bars: list[int] = []
        dots: list[int] = []
        at = line.first
        while at < line.stop:
            kind = self._kinds[at]
            if kind == OPEN:
                at = self._partners[at]
            elif kind == COMMA:
                commas.append(at)
            elif kind in (BAR, DOT) and self._positions[at] > line.start:
                (bars if kind == BAR else dots).append(at)
            at += 1
        return commas, bars, dots

    def _optional(self, line: Line) -> dict[int, int]:
        """The optional brackets of a line whose both are in it, each with its depth."""
        found: dict[int, int] = {}
        if self._found.optional:
            depth = 0
            for at in range(line.first, line.stop):
                if self._kinds[at] > CLOSE:
                    continue
                partner = self._partners[at]
                if not line.first <= partner < line.stop:
                    continue
                depth -= self._kinds[at] == CLOSE
                if at in self._found.optional:
                    found[at] = depth
                depth += self._kinds[at] == OPEN
        return found

    def _is_shown(self, at: int) -> bool:
        return at not in self._found.optional or at in self._visible

    def _is_empty(self, closing: int) -> bool:
        opening = self._partners[closing]
        return (
            opening == closing - 1
            and self._positions[opening] == self._positions[closing] - 1
            and opening not in self._found.optional
        )

    def _leaf_start(self, line: Line, at: int) -> int:
        """Where a bracket begins, with the space before it."""
        position = self._positions[at]
        has_space = position > line.start and self._text[position - 1] == " "
        if at > line.first and self._positions[at - 1] == position:
            return position  # behind an optional one
        return position - has_space

    def _equals(self, line: Line) -> int:
        """The number of signs of equality in a line, in brackets too."""
        return self._kinds[line.first : line.stop].count(EQUAL)

    def _has_parts(self, line: Line) -> bool:
        """Whether a line is more than one name, number or string."""
        return not _LEAF.fullmatch(self._text, line.start, line.end)
