"""Short texts that match a regular expression, always the same ones.

Each part of the pattern gives the simplest text that it allows: the fewest repetitions, the first
branch, a letter where one will do.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

_parser: Any = import_module("re._parser")
_PREFERRED = (
    "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    " -_.:/,;@#+*=%&!?()[]{}<>|~^$'\"`\\\t\n"
)
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d",
    "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S",
    "CATEGORY_WORD": r"\w",
    "CATEGORY_NOT_WORD": r"\W",
}
_EXTRA = (0, 1, 2, 4, 8, 16, 32, 64, 128)
"""How many times more than necessary parts are repeated, to make texts longer."""
_LONGEST = 10_000
_NAMED_GROUP = re.compile(r"\(\?<(?=[A-Za-z_])")
"""How ECMA 262, which descriptions follow, begins a group with a name."""


@cache
def matching(pattern: str) -> tuple[str, ...]:
    """Texts that match a pattern, the shortest first; none if it is not a regular expression of
    Python, or matches none of those that were tried."""
    compiled = _compiled(pattern)
    if compiled is None:
        return ()
    try:
        with _quietly():
            parsed = _parser.parse(compiled.pattern)
        texts = [
            _Text(extra, looks_ahead=looks_ahead).of(parsed)
            for extra in _EXTRA
            for looks_ahead in (True, False)
        ]
        found = dict.fromkeys(text for text in texts if compiled.search(text))
    except (RecursionError, OverflowError, LookupError):
        return ()
    return tuple(sorted(found, key=len))


@contextmanager
def _quietly() -> Iterator[None]:
    """Without Python's warnings that a pattern may mean something else in a later version."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@cache
def _compiled(pattern: str) -> re.Pattern[str] | None:
    try:
        with _quietly():
            return re.compile(_NAMED_GROUP.sub("(?P<", pattern))
    except (re.error, RecursionError, OverflowError):
        return None


def matches(pattern: str, text: str) -> bool:
    """Whether a text matches a pattern; so does any text where Python cannot read the pattern."""
    compiled = _compiled(pattern)
    return compiled is None or compiled.search(text) is not None


class _Text:
    """Writes a text for the parts of a pattern. What is looked for ahead is written where it is
    looked for, or taken to be there anyway."""

    def __init__(self, extra: int, *, looks_ahead: bool) -> None:
        self._extra = extra
        self._looks_ahead = looks_ahead
        self._groups: dict[int, str] = {}
        self._size = 0
        self._makers: dict[str, Callable[[Any], str]] = {
            "LITERAL": chr,
            "NOT_LITERAL": lambda code: self._one(
                [("NEGATE", None), ("LITERAL", code)]
            ),
            "ANY": lambda _: "a",
            "IN": lambda items: self._one([(str(op), value) for op, value in items]),
            "BRANCH": lambda value: self.of(value[1][0]),
            "SUBPATTERN": self._group,
            "ATOMIC_GROUP": self.of,
            "MAX_REPEAT": self._repeated,
            "MIN_REPEAT": self._repeated,
            "POSSESSIVE_REPEAT": self._repeated,
            "GROUPREF": lambda number: self._groups.get(number, ""),
            "GROUPREF_EXISTS": lambda value: self.of(value[1]),
            "ASSERT": self._ahead,
        }

    def of(self, parts: Any) -> str:
        """The text of a sequence of parts; one that matches no character has none."""
        known = ((self._makers.get(str(op)), value) for op, value in parts)
        return "".join(maker(value) for maker, value in known if maker is not None)

    def _group(self, value: Sequence[Any]) -> str:
        text = self.of(value[-1])
        if value[0] is not None:
            self._groups[value[0]] = text
        return text

    def _repeated(self, value: tuple[int, int, Any]) -> str:
        least, most, inner = value
        text = self.of(inner)
        times = min(least + self._extra, int(most))
        self._size += times * len(text)
        if self._size > _LONGEST:
            raise OverflowError
        return text * times

    def _ahead(self, value: tuple[int, Any]) -> str:
        direction, inner = value
        return self.of(inner) if self._looks_ahead and direction > 0 else ""

    def _one(self, items: Sequence[tuple[str, Any]]) -> str:
        """The first character of a class, a letter if possible."""
        is_negated = bool(items[0][0] == "NEGATE")
        characters: tuple[str, ...] = (*_PREFERRED, *_edges(items))
        for character in characters:
            if any(_holds(item, character) for item in items) != is_negated:
                return character
        raise LookupError


def _holds(item: tuple[str, Any], character: str) -> bool:
    op, value = item
    if op == "LITERAL":
        return bool(ord(character) == value)
    if op == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    category = _CATEGORIES.get(str(value)) if op == "CATEGORY" else None
    return category is not None and re.fullmatch(category, character) is not None


def _edges(items: Sequence[tuple[str, Any]]) -> Iterator[str]:
    """Characters of a class that may be outside the usual ones."""
    for op, value in items:
        if op == "LITERAL":
            yield chr(value)
        elif op == "RANGE":
            yield chr(value[0])
