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

from . import stepping
from .stepping import holds

_parser: Any = import_module("re._parser")
_PREFERRED = (
    "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    " -_.:/,;@#+*=%&!?()[]{}<>|~^$'\"`\\\t\n"
)
_EXTRA = (0, 1, 2, 4, 8, 16, 32, 64, 128)
"""How many times more than necessary parts are repeated, to make texts longer."""
_LONGEST = 10_000
_SHORT = 12
"""Characters for which Python's engine finds an end, whatever the pattern."""
_NAMED_GROUP = re.compile(r"\(\?<(?=[A-Za-z_])")
"""How ECMA 262, which descriptions follow, begins a group with a name."""


@cache
def matching(pattern: str) -> tuple[str, ...]:
    """Texts that match a pattern, the shortest first; none if it is not a regular expression of
    Python, or matches none of those that were tried."""
    parsed = _parsed(pattern)
    if parsed is None:
        return ()
    try:
        texts = [
            _Text(extra, looks_ahead=looks_ahead).of(parsed)
            for extra in _EXTRA
            for looks_ahead in (True, False)
        ]
        found = dict.fromkeys(text for text in texts if _found(pattern, text))
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


@cache
def _parsed(pattern: str) -> Any:
    compiled = _compiled(pattern)
    if compiled is None:
        return None
    with _quietly():
        return _parser.parse(compiled.pattern)


def matches(pattern: str, text: str) -> bool:
    """Whether a text matches a pattern; so does any text where Python cannot read the pattern, or
    where nothing can be said within bounds of time."""
    return _found(pattern, text) is not False


@cache
def _found(pattern: str, text: str) -> bool | None:
    """Whether a text matches a pattern; None if that is not known."""
    compiled, parsed = _compiled(pattern), _parsed(pattern)
    if compiled is None:
        return None
    try:
        is_quick = stepping.is_quick(parsed, len(text))
        found = None if is_quick else stepping.found(parsed, text)
    except RecursionError:
        return None
    if is_quick or (found is None and len(text) <= _SHORT):
        return compiled.search(text) is not None
    return found


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
            if any(holds(item, character) for item in items) != is_negated:
                return character
        raise LookupError


def _edges(items: Sequence[tuple[str, Any]]) -> Iterator[str]:
    """Characters of a class that may be outside the usual ones."""
    for op, value in items:
        if op == "LITERAL":
            yield chr(value)
        elif op == "RANGE":
            yield chr(value[0])
