"""A value of a document that one can ask typed questions.

A getter that does not find what it asks for reports the place and gives None (or a default), so
that one run shows every problem.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Self, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from ..diagnostics import Diagnostic, Place, Report, Severity
from .document import Document, Value
from .pointer import Pointer
from .suggest import closest

T = TypeVar("T")


class Reader(Struct, frozen=True, dict=True):
    """A value of a document, with the way back to its place.

    ``on_wrong_type`` is the severity and code of the finding for a value of another JSON type
    than expected.
    """

    report: Report
    document: Document
    pointer: Pointer
    value: Value
    on_wrong_type: tuple[Severity, str] = (Severity.ERROR, "S010")

    @cached_property
    def place(self) -> Place:
        """The place of the value."""
        return self.document.locate(self.pointer)

    @property
    def name(self) -> str:
        """The key or index of the value."""
        return self.pointer.tokens[-1] if self.pointer.tokens else ""

    def error(self, code: str, message: str, *, help: str) -> None:
        """Report an error at this place."""
        self.report.error(code, self.place, message, help=help)

    def warning(self, code: str, message: str, *, help: str) -> None:
        """Report a warning at this place."""
        self.report.warning(code, self.place, message, help=help)

    def has(self, key: str) -> bool:
        """Whether this is a mapping with the key."""
        return isinstance(self.value, dict) and key in self.value

    def at(self, key: str) -> Self | None:
        """The value under a key; None if absent."""
        return self.step(key) if self.has(key) else None

    def step(self, key: str) -> Self:
        """The value under a key that is there."""
        return self._step(key, self.value[key])

    def descend(self, *keys: str) -> Self | None:
        """The value at the end of a path of keys; None where the path breaks off."""
        reader: Self | None = self
        for key in keys:
            reader = reader.at(key) if reader else None
        return reader

    def entries(self) -> Iterator[tuple[str, Self]]:
        """The entries of a mapping; anything else but null is reported."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, self._step(key, value)
        elif self.value is not None:
            self.expected("a mapping")

    def items(self) -> Iterator[Self]:
        """The items of a list; anything else but null is reported."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield self._step(index, value)
        elif self.value is not None:
            self.expected("a list")

    def text(self, key: str) -> str | None:
        """The string under a key; null counts as absent."""
        return self._typed(key, str, "a string")

    def integer(self, key: str) -> int | None:
        """The integer under a key; null counts as absent."""
        return self._typed(key, int, "an integer")

    def flag(self, key: str, *, default: bool = False) -> bool:
        """The boolean under a key."""
        value = self._typed(key, bool, "true or false")
        return default if value is None else value

    def strings(self, key: str) -> tuple[str, ...]:
        """The strings of the list under a key; other items are reported."""
        child = self.at(key)
        if child is None:
            return ()
        return tuple(
            text for item in child.items() if (text := item.as_text()) is not None
        )

    def as_text(self) -> str | None:
        """This value as a string; anything else is reported."""
        if isinstance(self.value, str):
            return self.value
        self.expected("a string")
        return None

    def unknown_keys(self, known: Collection[str]) -> Iterator[tuple[Self, str | None]]:
        """The entries of a mapping whose key is not known, each with the likeliest known one."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                if key not in known:
                    yield self._step(key, value), closest(key, known)

    def expected(self, kind: str) -> None:
        """Report that this value is of another kind than expected, e.g. ``"a list"``."""
        found = {
            dict: "a mapping",
            list: "a list",
            str: "a string",
            bool: "a boolean",
        }.get(type(self.value), "null" if self.value is None else "a number")
        severity, code = self.on_wrong_type
        message = f"'{self.name}' must be {kind}, not {found}"
        self.report.add(
            Diagnostic(severity, code, message, self.place, help=f"write {kind}")
        )

    def _step(self, token: str | int, value: Value) -> Self:
        return replace(self, pointer=self.pointer / token, value=value)

    def _typed(self, key: str, kind: type[T], words: str) -> T | None:
        child = self.at(key)
        if child is None or child.value is None:
            return None
        if isinstance(child.value, kind) and (
            kind is bool or not isinstance(child.value, bool)
        ):
            return child.value
        child.expected(words)
        return None
