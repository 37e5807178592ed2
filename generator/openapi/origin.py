"""Where a part of a description comes from."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from ..diagnostics import Place
from ..source import Document, Pointer, Value


class Origin(Struct, frozen=True, dict=True):
    """The origin of a part of a description.

    ``file`` is the path of its document relative to the description, empty for the root.
    """

    file: str
    pointer: Pointer
    document: Document

    @cached_property
    def id(self) -> str:
        """A stable name of the place: ``#/components/…``, with the file before ``#``."""
        return f"{self.file}#{self.pointer}"

    @property
    def place(self) -> Place:
        """The place to show in a finding."""
        return self.document.locate(self.pointer)

    @property
    def value(self) -> Value:
        """The part as it is written."""
        value = self.document.value
        for token in self.pointer.tokens:
            if isinstance(value, dict):
                value = value[token]
            elif isinstance(value, list):
                value = value[int(token)]
        return value

    def place_of(self, key: str) -> Place:
        """The place of a key of this part."""
        return self.document.locate(self.pointer / key)
