"""A statement in one line, as the brackets and delimiters at which black breaks it.

Part of the output phase. The parentheses that black may add are brackets without a width. Few kinds of
statements are known, those of our templates; the others are left to black.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from .logical_lines import STRING


class UnknownShape(Exception):
    """Only black knows how a statement is broken."""


OPEN, CLOSE, COMMA, BAR, EQUAL, COLON, DOT = range(1, 8)
"""The kinds of tokens, each the number of a group of `_TOKEN`."""

_TOKEN = re.compile(
    rf"""[^"'()\[\]{{}},|=:.]*+
    (?:{STRING}|([(\[{{])|([)\]}}])|(,)|(\|)|(=)|(:)|(?<=[)\]}}])(\.)|\.|\Z)""",
    re.VERBOSE,
)
_KEYWORDS = "if|elif|else|for|while|in|is|not|and|or|yield|try|except|finally|del|global|nonlocal|import|from"
_KNOWN = re.compile(
    rf"""@?(?:
     {STRING}(?![ ]?[rRbBuU]{{0,2}}["']|\.)
    |\d[\d.]*+e[+-]\d++
    |(?!(?:{_KEYWORDS}|lambda(?!:))\b)[\w.]++(?!["'])
    |[()\[\]{{}}, ] | =(?!=) | :(?!=) | (?<=[ ])\|(?=[ ]) | ->
    |(?:(?<=[(\[{{=])|(?<=[,:=][ ]))(?:-(?=\d)|\*{{1,2}}(?=\w|,))
    )*+""",
    re.VERBOSE,
)
"""What needs no more thought to be broken: no operators but unions, for example."""
_DEFINITION = re.compile(r"(?:async )?def \w+\(")
_WRAPPED = re.compile(r"return |assert ")
_WITH = re.compile(r"(?:async )?with ")
_UNWRAPPED = re.compile(r"class |@|raise |await ")
_BEFORE_TRAILER = re.compile(r"[\w)\]}\"']")

_Token = tuple[int, int, int]
"""A position, the depth of brackets there, and a kind."""
_Range = tuple[int, int]


class Statement:
    """The tokens of a statement, or of one part of a bracket, in the order of their positions in ``text``.

    ``partners`` has the index of the other bracket for each that is one. The others are sets of indices:
    ``optional`` brackets; closing ones that are ``exploding``, as a comma before them keeps the parts on
    lines of their own; and opening ones of ``displays``: lists, mappings and tuples.
    """

    __slots__ = (
        "displays",
        "exploding",
        "is_definition",
        "is_tuple_of_one",
        "kinds",
        "optional",
        "partners",
        "positions",
        "text",
    )

    def __init__(self, text: str, ranges: list[_Range], tokens: list[_Token]) -> None:
        self.text = text
        self.is_definition = False
        self.positions = [token[0] for token in tokens]
        self.kinds = [token[2] for token in tokens]
        self.optional: set[int] = set()
        for position, kind in [
            mark for start, end in ranges for mark in ((start, OPEN), (end, CLOSE))
        ]:
            index = bisect_left(self.positions, position)
            self.positions.insert(index, position)
            self.kinds.insert(index, kind)
            self.optional.add(index)
        self.partners: dict[int, int] = {}
        self.displays: set[int] = set()
        self.exploding: list[int] = []
        self.is_tuple_of_one = False
        self._pair()

    def _pair(self) -> None:
        """Find the pairs of brackets, and what matters of each."""
        text, positions = self.text, self.positions
        opened: list[int] = []
        commas: list[int] = []
        for index, kind in enumerate(self.kinds):
            if kind == OPEN:
                opened.append(index)
                commas.append(0)
                at = positions[index]
                if not at or not _BEFORE_TRAILER.match(text, at - 1):
                    self.displays.add(index)
            elif kind == COMMA and commas:
                commas[-1] += 1
            elif kind == CLOSE:
                start, count = opened.pop(), commas.pop()
                self.partners[start], self.partners[index] = index, start
                at = positions[index]
                if index in self.optional or text[at - 1] != ",":
                    continue
                is_display = start in self.displays
                if count == 1 and text[at] == "]" and not is_display:
                    raise UnknownShape
                if count > 1 or text[at] != ")" or not is_display:
                    self.exploding.append(index)
                elif not opened:
                    self.is_tuple_of_one = True


def statement(text: str) -> Statement:
    """The tokens of a whole statement; raises UnknownShape."""
    tokens = _tokens(text)
    if _DEFINITION.match(text):
        found = Statement(text, list(_of_definition(text, tokens)), tokens)
        found.is_definition = True
        return found
    return Statement(text, list(_of_statement(text, tokens)), tokens)


def parameter(text: str) -> Statement:
    """The tokens of a parameter of a function; raises UnknownShape."""
    tokens = _tokens(text)
    return Statement(text, list(_of_parameters(text, tokens, 0, len(text))), tokens)


def argument(text: str) -> Statement:
    """The tokens of a part of a call or of a display; raises UnknownShape."""
    return Statement(text, [], _tokens(text))


def _tokens(text: str) -> list[_Token]:
    if not _KNOWN.fullmatch(text):
        raise UnknownShape
    depth = 0
    tokens: list[_Token] = []
    for found in _TOKEN.finditer(text):
        kind = found.lastindex
        if kind is None:
            continue
        if kind == CLOSE:
            depth -= 1
        tokens.append((found.end() - 1, depth, kind))
        if kind == OPEN:
            depth += 1
        if depth < 0:
            raise UnknownShape
    if depth:
        raise UnknownShape
    return tokens


def _of_definition(text: str, tokens: list[_Token]) -> Iterator[_Range]:
    """The optional brackets of a function: around unions and around what it returns."""
    end = next(at for at, depth, kind in tokens if kind == CLOSE and depth == 0)
    inside = [(at, depth - 1, kind) for at, depth, kind in tokens if depth and at < end]
    yield from _of_parameters(text, inside, tokens[0][0] + 1, end)
    if text.startswith(") -> ", end):
        start = end + len(") -> ")
        colon = next(
            at for at, depth, kind in tokens if at > end and (depth, kind) == (0, COLON)
        )
        if text[start] in "(\"'" or text[colon - 1 : colon] == ",":
            raise UnknownShape
        yield start, colon


def _of_parameters(
    text: str, tokens: list[_Token], start: int, end: int
) -> Iterator[_Range]:
    colon, stop, is_union = None, False, False
    for at, depth, kind in [*tokens, (end, 0, COMMA)]:
        if depth:
            continue
        if kind == COLON and not stop and colon is None:
            colon = at
        elif kind == BAR and not stop:
            is_union = True
        elif kind in (EQUAL, COMMA) and not stop:
            stop = True
            if colon is not None and text[colon + 2] in "([{":
                raise UnknownShape
            if colon is not None and is_union:
                yield colon + 2, at - 1 if kind == EQUAL else at
        if kind == COMMA:
            colon, stop, is_union = None, False, False


def _of_statement(text: str, tokens: list[_Token]) -> Iterator[_Range]:
    """The optional brackets of a statement that is no function."""
    if _UNWRAPPED.match(text):
        return
    if found := _WRAPPED.match(text):
        if (0, COMMA) in (token[1:] for token in tokens):
            raise UnknownShape
        yield from _around(text, tokens, found.end(), len(text))
        return
    if found := _WITH.match(text):
        if text[found.end()] == "(" or (0, COMMA) in (token[1:] for token in tokens):
            raise UnknownShape
        yield found.end(), len(text) - 1
        return
    top = [(at, kind) for at, depth, kind in tokens if not depth and kind != OPEN]
    equals = [at for at, kind in top if kind == EQUAL]
    colons = [at for at, kind in top if kind == COLON]
    commas = [at for at, kind in top if kind == COMMA]
    if len(equals) > 1 or len(colons) > 1 or text.endswith(":"):
        raise UnknownShape
    if not equals and not colons:
        return
    if colons and equals and equals[0] < colons[0]:
        raise UnknownShape  # the colon is that of a lambda
    end = colons[0] if colons else equals[0] - 1
    if text[0] in "([{" or any(at >= end - 1 for at in commas):
        raise UnknownShape
    if commas:
        yield 0, end
    if colons:
        stop = equals[0] - 1 if equals else len(text)
        yield from _around(text, tokens, colons[0] + 2, stop)
    if equals:
        yield from _around(text, tokens, equals[0] + 2, len(text))


def _around(text: str, tokens: list[_Token], start: int, end: int) -> Iterator[_Range]:
    """The optional brackets around a value, if it may have some; it has no commas of its own."""
    if text[start] != "(":
        yield start, end
        return
    inside = [token for token in tokens if start <= token[0] < end]
    close = next(at for at, depth, kind in inside if (depth, kind) == (0, CLOSE))
    if close < end - 1:
        yield start, end
    elif close > start + 1 and not any(token[1:] == (1, COMMA) for token in inside):
        raise UnknownShape  # black takes these brackets away
