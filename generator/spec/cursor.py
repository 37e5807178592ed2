"""A place in a description that one can ask typed questions.

A getter that does not find what it asks for reports the place and gives None (or a default), so
that one run shows every problem.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ..diagnostics import Place, Report
from .document import Document, Value
from .documents import DocumentSet
from .pointer import Pointer
from .suggest import closest

T = TypeVar("T")


@dataclass(frozen=True)
class Cursor:
    """A value of a document, with the way back to its place."""

    documents: DocumentSet
    report: Report
    document: Document
    pointer: Pointer
    value: Value

    @classmethod
    def root(cls, documents: DocumentSet, report: Report) -> Cursor:
        """The cursor at the root of the main document."""
        return cls(documents, report, documents.root, Pointer(), documents.root.value)

    @cached_property
    def place(self) -> Place:
        """Where the value stands."""
        return self.document.locate(self.pointer)

    @cached_property
    def id(self) -> str:
        """A stable name of the place: ``#/components/…``, with the file before ``#`` if not the root."""
        return f"{self.documents.key(self.document)}#{self.pointer}"

    @property
    def name(self) -> str:
        """The key or index under which the value stands."""
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

    def at(self, key: str) -> Cursor | None:
        """The value under a key; None where there is none."""
        return self._step(key, self.value[key]) if self.has(key) else None

    def descend(self, *keys: str) -> Cursor | None:
        """The value at the end of a path of keys; None where the path breaks off."""
        cursor: Cursor | None = self
        for key in keys:
            cursor = cursor.at(key) if cursor else None
        return cursor

    def entries(self) -> Iterator[tuple[str, Cursor]]:
        """The entries of a mapping; anything else but null is reported."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, self._step(key, value)
        elif self.value is not None:
            self._wrong("a mapping")

    def items(self) -> Iterator[Cursor]:
        """The items of a list; anything else but null is reported."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield self._step(index, value)
        elif self.value is not None:
            self._wrong("a list")

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
        self._wrong("a string")
        return None

    def resolve(self) -> Cursor:
        """The value that a chain of ``$ref`` leads to, or this one where there is none.

        References were checked when the documents were loaded; a broken one stays where it is.
        """
        cursor, seen = self, {self.id}
        while isinstance(ref := cursor._ref(), str):
            target = cursor.documents.follow(cursor.document, ref)
            if target is None:
                return cursor
            document, pointer, value = target
            cursor = Cursor(self.documents, self.report, document, pointer, value)
            if cursor.id in seen:
                return cursor
            seen.add(cursor.id)
        return cursor

    def goto(self, ref: str) -> Cursor | None:
        """The value that a reference written at this place leads to."""
        target = self.documents.follow(self.document, ref)
        return Cursor(self.documents, self.report, *target) if target else None

    def unknown_keys(
        self, known: Collection[str]
    ) -> Iterator[tuple[Cursor, str | None]]:
        """The entries of a mapping whose key is not known, each with the likeliest known one."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                if key not in known:
                    yield self._step(key, value), closest(key, known)

    def _ref(self) -> Value:
        return self.value.get("$ref") if isinstance(self.value, dict) else None

    def _step(self, token: str | int, value: Value) -> Cursor:
        return Cursor(
            self.documents, self.report, self.document, self.pointer / token, value
        )

    def _typed(self, key: str, kind: type[T], words: str) -> T | None:
        child = self.at(key)
        if child is None or child.value is None:
            return None
        if isinstance(child.value, kind) and (
            kind is bool or not isinstance(child.value, bool)
        ):
            return child.value
        child._wrong(words)
        return None

    def _wrong(self, expected: str) -> None:
        found = {
            dict: "a mapping",
            list: "a list",
            str: "a string",
            bool: "a boolean",
        }.get(type(self.value), "null" if self.value is None else "a number")
        self.error(
            "S010",
            f"'{self.name}' must be {expected}, not {found}",
            help=f"write {expected}",
        )
