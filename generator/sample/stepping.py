"""Whether a text matches a regular expression, without going back.

Python's engine tries one way through a pattern after the other, of which there may be exponentially
many. Here all ways are followed at once, as the set of positions that they have reached. Groups are
not remembered, so that a pattern which refers to one is not decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

Parts = Any
"""Parts of a pattern as ``re`` parses them: pairs of an operation and its value."""

_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT")
_FEW = 1_000_000
"""Steps that Python's engine takes in some ten milliseconds."""
_MOST = 200_000
"""Steps after which nothing is decided."""


class _Undecided(Exception):
    """The pattern has a part that is not known here, or takes too many steps."""


def is_quick(parts: Parts, size: int) -> bool:
    """Whether Python's engine takes few steps for any text of a size."""
    choices = list(_choices(parts, repeated=False))
    if any(repeated for _, repeated in choices):
        return False
    endless = sum(is_endless for is_endless, _ in choices)
    steps: int = (size + 1) ** (endless + 1) * 2 ** (len(choices) - endless)
    return steps <= _FEW


def found(parts: Parts, text: str) -> bool | None:
    """Whether a pattern matches at any place of a text; None if that is not decided."""
    usual = re.UNICODE | re.VERBOSE
    if parts.state.flags & ~usual:
        return None
    try:
        return bool(_Steps(text).ends(parts, set(range(len(text) + 1))))
    except _Undecided:
        return None


def holds(item: tuple[Any, Any], character: str) -> bool:
    """Whether a part of a class of characters is about one."""
    op, value = str(item[0]), item[1]
    if op == "LITERAL":
        return bool(ord(character) == value)
    if op == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    category = _CATEGORIES.get(str(value)) if op == "CATEGORY" else None
    return category is not None and re.fullmatch(category, character) is not None


def _choices(parts: Parts, *, repeated: bool) -> Iterator[tuple[bool, bool]]:
    """Where the engine may go on in more than one way: whether there may be as many as the text has
    characters, and whether it comes by more than once."""
    for op, value in parts:
        kind = str(op)
        if kind in _REPEATS or kind == "POSSESSIVE_REPEAT":
            least, most, inner = value
            if least != most:
                yield most > 1, repeated
            yield from _choices(inner, repeated=repeated or most > 1)
        elif kind == "BRANCH":
            yield from ((False, repeated) for _ in value[1][1:])
            for branch in value[1]:
                yield from _choices(branch, repeated=repeated)
        elif kind == "SUBPATTERN":
            yield from _choices(value[-1], repeated=repeated)
        elif kind in ("ASSERT", "ASSERT_NOT"):
            yield from _choices(value[1], repeated=repeated)
        elif kind == "ATOMIC_GROUP":
            yield from _choices(value, repeated=repeated)
        elif kind == "GROUPREF_EXISTS":
            for branch in filter(None, value[1:]):
                yield from _choices(branch, repeated=repeated)


class _Steps:
    """Follows the parts of a pattern through a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._left = _MOST

    def ends(self, parts: Parts, starts: set[int]) -> set[int]:
        """The positions after a sequence of parts.

        Raises:
            _Undecided: see there.
        """
        reached = starts
        for op, value in parts:
            self._left -= len(reached) + 1
            if self._left < 0:
                raise _Undecided
            reached = self._after(str(op), value, reached)
        return reached

    def _after(self, op: str, value: Any, starts: set[int]) -> set[int]:
        if op in _REPEATS:
            return self._repeated(value, starts)
        if op == "BRANCH":
            return set[int]().union(*(self.ends(part, starts) for part in value[1]))
        if op == "SUBPATTERN" and not value[1] and not value[2]:
            return self.ends(value[-1], starts)
        if op == "AT":
            return {start for start in starts if self._is_at(str(value), start)}
        if op in ("ASSERT", "ASSERT_NOT"):
            wanted = op == "ASSERT"
            return {s for s in starts if self._is_around(value, s) is wanted}
        if op in ("LITERAL", "NOT_LITERAL", "ANY", "IN"):
            return {start + 1 for start in starts if self._is_one(op, value, start)}
        raise _Undecided

    def _repeated(self, value: tuple[int, Any, Parts], starts: set[int]) -> set[int]:
        least, most, inner = value
        reached, count = starts, 0
        while count < least and reached:
            reached, count = self.ends(inner, reached), count + 1
        every = set(reached)
        while reached and count < most:
            reached, count = self.ends(inner, reached) - every, count + 1
            every |= reached
        return every

    def _is_at(self, place: str, at: int) -> bool:
        if place in ("AT_BEGINNING", "AT_BEGINNING_STRING"):
            return at == 0
        if place == "AT_END_STRING":
            return at == len(self._text)
        if place == "AT_END":
            return self._text[at:] in ("", "\n")
        words = [_is_word(self._text[at - 1 : at]), _is_word(self._text[at : at + 1])]
        if place in ("AT_BOUNDARY", "AT_NON_BOUNDARY"):
            return (words[0] != words[1]) == (place == "AT_BOUNDARY")
        raise _Undecided

    def _is_around(self, value: tuple[int, Parts], at: int) -> bool:
        """Whether what is looked for ahead, or behind, is there."""
        direction, inner = value
        if direction > 0:
            return bool(self.ends(inner, {at}))
        width = inner.getwidth()[0]  # of fixed width, or the pattern would be invalid
        return width <= at and at in self.ends(inner, {at - width})

    def _is_one(self, op: str, value: Any, at: int) -> bool:
        """Whether there is a character that a part allows."""
        character = self._text[at : at + 1]
        if op == "LITERAL":
            return character == chr(value)
        if not character:
            return False
        if op == "NOT_LITERAL":
            return character != chr(value)
        return character != "\n" if op == "ANY" else _is_in(value, character)


def _is_in(items: Sequence[tuple[Any, Any]], character: str) -> bool:
    is_negated = str(items[0][0]) == "NEGATE"
    return any(holds(item, character) for item in items) != is_negated


@cache
def _is_word(character: str) -> bool:
    return re.match(r"\w", character) is not None
