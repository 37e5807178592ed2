"""A reader of a description, which can follow references."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from ..diagnostics import Report, Severity
from ..source import Document, Pointer, Reader, Value
from .documents import DocumentSet
from .model import Origin

T = TypeVar("T")


class Cursor(Reader, frozen=True, kw_only=True, dict=True):
    """A value of a description; one of the wrong type costs only what needs it."""

    documents: DocumentSet
    on_wrong_type: tuple[Severity, str] = (Severity.WARNING, "S010")

    @classmethod
    def root(cls, documents: DocumentSet, report: Report) -> Cursor:
        """The cursor at the root of the main document."""
        root = documents.root
        return cls(report, root, Pointer(), root.value, documents=documents)

    @cached_property
    def id(self) -> str:
        """A stable name of the place: ``#/components/…``, with the file before ``#`` if not the root."""
        return f"{self.documents.key(self.document)}#{self.pointer}"

    @property
    def origin(self) -> Origin:
        """The origin of the value, for the model."""
        return Origin(self.documents.key(self.document), self.pointer, self.document)

    @property
    def ref(self) -> Value:
        """What ``$ref`` holds here; None if absent."""
        return self.value.get("$ref") if isinstance(self.value, dict) else None

    def one_of(self, key: str, known: Mapping[str, T]) -> T | None:
        """What the text under a key stands for; one that is not known is reported."""
        text = self.text(key)
        if text is not None and text not in known:
            message = f"unknown {key} '{text}'"
            help = f"write one of {', '.join(known)}"
            place = self.origin.place_of(key)
            self.report.warning("S024", place, message, help=help)
        return known.get(text) if text is not None else None

    def goto(self, ref: str) -> Cursor | None:
        """The value that a reference written at this place leads to."""
        target = self.documents.follow(self.document, ref)
        return self._at(*target) if target else None

    def target(self) -> Cursor | None:
        """The value at the end of a chain of ``$ref``; None if it leads to nothing.

        Without a ``$ref`` this is the value itself.
        """
        cursor: Cursor | None = self
        seen = set()
        while cursor is not None and cursor.has("$ref"):
            if not isinstance(cursor.ref, str) or cursor.id in seen:
                return None
            seen.add(cursor.id)
            cursor = cursor.goto(cursor.ref)
        return cursor

    def resolve(self) -> Cursor:
        """As ``target``, but this value where the chain leads to nothing."""
        return self.target() or self

    def _at(self, document: Document, pointer: Pointer, value: Value) -> Cursor:
        return Cursor(self.report, document, pointer, value, documents=self.documents)

    def _step(self, token: str | int, value: Value) -> Cursor:
        return self._at(self.document, self.pointer / token, value)
