"""A reader that can follow references."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..diagnostics import Report
from ..source import Document, Pointer, Reader, Value
from .documents import DocumentSet


@dataclass(frozen=True, kw_only=True)
class Cursor(Reader):
    """A value of a description, in which references can be followed."""

    documents: DocumentSet

    @classmethod
    def root(cls, documents: DocumentSet, report: Report) -> Cursor:
        """The cursor at the root of the main document."""
        return cls._at(
            documents, report, documents.root, Pointer(), documents.root.value
        )

    @classmethod
    def _at(
        cls,
        documents: DocumentSet,
        report: Report,
        document: Document,
        pointer: Pointer,
        value: Value,
    ) -> Cursor:
        return cls(report, document, pointer, value, documents=documents)

    @cached_property
    def id(self) -> str:
        """A stable name of the place: ``#/components/…``, with the file before ``#`` if not the root."""
        return f"{self.documents.key(self.document)}#{self.pointer}"

    def resolve(self) -> Cursor:
        """The value that a chain of ``$ref`` leads to, or this one where there is none.

        References were checked when the documents were loaded; a broken one stays where it is.
        """
        cursor, seen = self, {self.id}
        while isinstance(ref := cursor._ref(), str):
            target = cursor.documents.follow(cursor.document, ref)
            if target is None:
                return cursor
            cursor = self._at(self.documents, self.report, *target)
            if cursor.id in seen:
                return cursor
            seen.add(cursor.id)
        return cursor

    def goto(self, ref: str) -> Cursor | None:
        """The value that a reference written at this place leads to."""
        target = self.documents.follow(self.document, ref)
        return self._at(self.documents, self.report, *target) if target else None

    def _ref(self) -> Value:
        return self.value.get("$ref") if isinstance(self.value, dict) else None

    def _step(self, token: str | int, value: Value) -> Cursor:
        return self._at(
            self.documents, self.report, self.document, self.pointer / token, value
        )
