"""Where black breaks a statement that is too long: the same decisions, without a syntax tree.

Part of the output phase. What is inside brackets is broken at its delimiters, all else at brackets, the
last ones first. Parentheses are added around a value where no other brackets are a good place.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from .line import STEP, Line, Lines, Parts
from .statement import CLOSE, EQUAL, OPEN, Statement, UnknownShape
from .width import WIDTH

_NONE: frozenset[int] = frozenset()


class _CannotSplit(Exception):
    """A way to break a line does not apply."""


class Breaker(Lines):
    """Breaks one statement, or one part of a bracket, that is indented by ``depth`` levels."""

    def __init__(self, found: Statement, depth: int, *, is_inside: bool) -> None:
        super().__init__(found)
        self._depth = depth
        self._is_inside = is_inside
        self._adds_commas = self._is_unusual = False

    def lines(self) -> list[str]:
        """The indented lines, with the characters of `SHOWN`."""
        whole = Line(
            0,
            len(self._text),
            0,
            len(self._kinds),
            self._depth,
            self._is_inside,
            is_definition=self._found.is_definition,
        )
        lines = self._transform(whole, forced=False)
        if self._is_unusual and self._found.is_tuple_of_one:
            raise UnknownShape
        return lines

    @property
    def needs_second_pass(self) -> bool:
        """Whether commas that were added may lead to other breaks: black looks at its result again."""
        return self._adds_commas and self._is_unusual

    def _transform(self, line: Line, *, forced: bool) -> list[str]:
        text = self._string(line)
        if (
            not line.is_split
            and not self._explodes(line)
            and self._width(text) <= WIDTH
        ):
            return [text]
        if line.is_definition and not self._has_exploding_result(line):
            try:
                parts = self._at_parameters(line)
            except _CannotSplit:
                return [text]
            return self._transform_parts(parts, forced=forced)
        if line.is_inside:
            lines = self._at_delimiters(line, forced=forced)
            if lines is not None:
                return lines
        try:
            return self._at_brackets(line, forced=forced)
        except _CannotSplit:
            return [self._string(line)]

    def _transform_parts(self, parts: Parts, *, forced: bool) -> list[str]:
        head = self._transform(parts.head, forced=forced)
        body = self._transform(parts.body, forced=forced)
        tail = self._transform(parts.tail, forced=forced)
        self._is_unusual |= len(head) > 1 or len(tail) > 1
        return head + body + tail

    # Ways to break a line.

    def _at_parameters(self, line: Line) -> Parts:
        """A function at its parameters, or at what it returns if it has none."""
        for opening in range(line.first, line.stop):
            closing = self._partners.get(opening, -1)
            if not opening < closing < line.stop or self._is_empty(closing):
                continue
            at = self._positions[opening]
            if opening in self._found.optional:
                self._visible |= {opening, closing}
                self._is_unusual = True
            elif self._text[at] == "[":
                raise UnknownShape
            return self._parts(line, opening, closing)
        raise _CannotSplit

    def _at_delimiters(self, line: Line, *, forced: bool) -> list[str] | None:
        """What is inside brackets, at its delimiters of the first kind that it has."""
        commas, bars, dots = self._delimiters(line)
        has_last = self._text[line.end - 1] == "," and not line.has_comma
        positions = self._positions
        if len(commas) > has_last:
            cuts = [(positions[at] + 1, at + 1) for at in commas]
        elif bars:
            cuts = [(positions[at], at) for at in bars]
        elif len(dots) > 1:
            cuts = [(positions[at], at) for at in dots]
        else:
            return None
        adds_comma = len(commas) > has_last and not has_last
        if cuts[-1][0] < line.end:
            cuts.append((line.end, line.stop))
        self._adds_commas |= adds_comma
        lines: list[str] = []
        start, first = line.start, line.first
        pad = " " * (STEP * line.depth)
        for end, stop in cuts:
            has_comma = end == line.end and (adds_comma or line.has_comma)
            start += self._text[start] == " "
            text = f"{pad}{self._text[start:end].rstrip()}{',' * has_comma}"
            if self._exploding or self._visible or self._width(text) > WIDTH:
                stripped = end - (self._text[end - 1] == " ")
                piece = Line(start, stripped, first, stop, line.depth, line.is_inside)
                piece.has_comma = has_comma
                lines += self._transform(piece, forced=forced)
            else:
                lines.append(text)
            start, first = end, stop
        return lines

    def _at_brackets(self, line: Line, *, forced: bool) -> list[str]:
        """A line at brackets; if its first part is still too long, with the optional ones in use."""
        optional = self._optional(line) if line.is_tracked and not forced else {}
        lines = self._transform_parts(
            self._best_parts(line, forced=forced), forced=forced
        )
        if (
            not optional
            or line.has_comma
            or self._width(lines[0]) <= WIDTH
            or any(at in self._visible for at, depth in optional.items() if not depth)
        ):
            return lines
        self._is_unusual = True
        visible = set(self._visible)
        try:
            other = self._at_brackets(line, forced=True)
        except _CannotSplit:
            self._visible = visible
            raise
        if all(self._width(text) <= WIDTH for text in other):
            return other
        self._visible = visible
        return lines

    # Which brackets a line is broken at.

    def _best_parts(self, line: Line, *, forced: bool) -> Parts:
        """The last brackets with which the first part is not too long, if any."""
        first: Parts | None = None
        for omitted in self._omissions(line):
            if omitted and self._is_beyond(line, omitted):
                continue
            parts = self._split(line, omitted, forced=forced)
            if first is None and not omitted:
                first = parts
            if self._fits(parts.head):
                self._is_unusual |= bool(omitted)
                return parts
        self._is_unusual |= first is not None
        return first or self._split(line, _NONE, forced=forced)

    def _is_beyond(self, line: Line, omitted: Set[int]) -> bool:
        """Whether the last brackets that are not omitted begin where the line is too long."""
        for at in range(line.stop - 1, line.first - 1, -1):
            if self._kinds[at] == CLOSE and at not in omitted:
                opening = self._partners[at]
                if opening < line.first or not self._is_shown(opening):
                    return False
                before = self._leaf_start(line, opening) - line.start
                return STEP * line.depth + before > WIDTH
        return False

    def _omissions(self, line: Line) -> Iterator[Set[int]]:
        """Closing brackets at the end of a line that may be left as they are, more each time."""
        omitted: set[int] = set()
        if not self._explodes(line):
            yield omitted
        inner: set[int] = set()
        opening = closing = -1
        end = STEP * line.depth + line.end + line.has_comma
        for at in range(line.stop - 1, line.first - 1, -1):
            kind = self._kinds[at]
            if kind > CLOSE:
                continue
            end += at in self._visible
            if end - self._leaf_start(line, at) > WIDTH:
                return
            ends_with_comma = at in self._exploding
            if at == opening:
                opening = -1
            elif kind == OPEN:
                continue
            elif opening >= 0:
                if ends_with_comma:
                    return
                inner.add(at)
            elif self._is_empty(at):
                inner.add(at)
            else:
                if closing >= 0:
                    omitted |= {closing, *inner}
                    inner.clear()
                    yield omitted
                if ends_with_comma:
                    return
                if self._is_shown(at):
                    opening, closing = self._partners[at], at

    def _split(self, line: Line, omitted: Set[int], *, forced: bool) -> Parts:
        """A line at its last brackets that are not omitted, or better ones than optional brackets."""
        return self._without_optional(
            line, self._at_last(line, omitted), omitted, forced=forced
        )

    def _without_optional(
        self, line: Line, parts: Parts, omitted: Set[int], *, forced: bool
    ) -> Parts:
        if (
            not forced
            and parts.opening in self._found.optional
            and parts.opening not in self._visible
            and self._can_omit(parts)
        ):
            more = {parts.closing, *omitted}
            try:
                others = self._at_last(line, more)
                if self._is_better(others, parts):
                    return self._without_optional(line, others, more, forced=forced)
            except _CannotSplit:
                if not self._has_parts(parts.body) and not self._fits(parts.body):
                    raise
        if parts.opening in self._found.optional:
            self._visible |= {parts.opening, parts.closing}
        return parts

    def _at_last(self, line: Line, omitted: Set[int]) -> Parts:
        at = line.stop - 1
        while at >= line.first:
            if self._kinds[at] == CLOSE and at not in omitted:
                opening = self._partners[at]
                if opening < line.first:
                    break
                if not self._is_empty(at):
                    return self._parts(line, opening, at)
                at = opening
            at -= 1
        raise _CannotSplit

    def _parts(self, line: Line, opening: int, closing: int) -> Parts:
        start = self._positions[opening] + (opening not in self._found.optional)
        end = self._positions[closing]
        head = Line(line.start, start, line.first, opening + 1, line.depth)
        head.is_definition = line.is_definition
        body = Line(start, end, opening + 1, closing, line.depth + 1, is_inside=True)
        tail = Line(end, line.end, closing, line.stop, line.depth, is_tracked=False)
        tail.has_comma = line.has_comma
        commas, _, _ = self._delimiters(body)
        has_last = self._text[end - 1] == ","
        if len(commas) > has_last:
            is_display = opening in self._found.optional | self._found.displays
            body.is_split = has_last or is_display
        elif line.is_definition and not has_last and self._text[start - 1] == "(":
            if "=" in self._text[start:end] and "," in self._text[start:end]:
                raise UnknownShape
            body.has_comma = self._adds_commas = True
        return Parts(head, body, tail, opening, closing)

    def _can_omit(self, parts: Parts) -> bool:
        """Whether a value looks well without the optional brackets around it."""
        line = parts.body
        commas, bars, dots = self._delimiters(line)
        if commas:
            raise UnknownShape
        if not bars:
            return len(dots) <= 1
        if len(bars) > 1:
            return False
        text, first, last = self._text, line.first, line.stop - 1
        if self._kinds[first] == OPEN and self._positions[first] == line.start:
            raise UnknownShape
        if self._kinds[last] != CLOSE or self._positions[last] != line.end - 1:
            return False
        opening = self._partners[last]
        if text[line.end - 1] == "]" and opening not in self._found.displays:
            return False
        if self._is_empty(last):
            return False
        length = STEP * line.depth + self._positions[opening] + 1 - line.start
        return length <= WIDTH or any(
            self._kinds[at] == OPEN for at in range(first, opening)
        )

    def _is_better(self, others: Parts, parts: Parts) -> bool:
        """Whether other brackets are a better place than the optional ones around a value."""
        head = parts.head
        if self._text[head.end - 2 : head.end] != "= ":
            return True
        if all(kind > CLOSE for kind in self._kinds[head.first : head.stop - 1]):
            return True
        if not self._fits(head, WIDTH - 1) or self._explodes(head):
            return True
        equals = self._equals(head)
        if equals > 1 and equals > self._equals(others.head):
            return False
        for at in range(others.head.stop - 1, others.head.first - 1, -1):
            if self._kinds[at] == EQUAL:
                return self._fits(others.head)
            if self._kinds[at] == CLOSE:
                return True
        return False
