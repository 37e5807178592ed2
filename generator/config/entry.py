"""Typed reads of a configuration that has been compared with the table.

A read names a key of the table, whose row must be one that has an effect. A value that the audit
has reported reads as absent, so nothing is reported here.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..diagnostics import Place
from ..source import Reader
from .audit import allowed, narrowed
from .table import SECTIONS, Fields, Key, Kind, ListOf, MapOf, Used


class Entry(Struct, frozen=True):
    """A value of the configuration and its kind."""

    reader: Reader
    kind: Kind

    @property
    def name(self) -> str:
        """The key or index of the entry."""
        return self.reader.name

    @property
    def value(self) -> object:
        """The value as it was parsed."""
        return self.reader.value

    @property
    def place(self) -> Place:
        """The place of the entry."""
        return self.reader.place

    def error(self, code: str, message: str, *, help: str) -> None:
        """Report an error at this place."""
        self.reader.error(code, message, help=help)

    def warning(self, code: str, message: str, *, help: str) -> None:
        """Report a warning at this place."""
        self.reader.warning(code, message, help=help)

    def at(self, key: str) -> Entry | None:
        """The value under a key of this entry's section; None if absent, null or refused.

        Raises:
            KeyError: the section has no such key, or the table says that it has no effect.
        """
        row, child = self._row(key), self.reader.at(key)
        return None if child is None or child.value is None else _entry(child, row.kind)

    def lacks(self, key: str) -> bool:
        """Whether there is nothing under a key, not even a value that was refused."""
        child = self.reader.at(key)
        return child is None or child.value is None

    def section(self, key: str) -> Entry:
        """The mapping under a key, or an empty one at its place."""
        empty = Entry(replace(self.reader, value={}), self._row(key).kind)
        return self.at(key) or empty

    def value_at(self, key: str) -> object:
        """The value under a key, or the default that the table has for it."""
        found = self.at(key)
        return self._row(key).default if found is None else found.value

    def text(self, key: str) -> str | None:
        """The string under a key, or its default."""
        value = self.value_at(key)
        return value if isinstance(value, str) else None

    def choice(self, key: str) -> str:
        """The string under a key that has a default."""
        value = self.value_at(key)
        assert isinstance(value, str), f"'{key}' has no string default"
        return value

    def integer(self, key: str) -> int:
        """The whole number under a key that has a default."""
        value = self.value_at(key)
        assert isinstance(value, (int, float)), f"'{key}' has no default"
        return int(value)

    def flag(self, key: str) -> bool:
        """The boolean under a key, or its default, or false."""
        return self.value_at(key) is True

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """The entries whose keys the owner chooses; refused ones are left out."""
        kind = self.kind
        if isinstance(kind, Fields):
            section = SECTIONS[kind.section]
            others, rows = section.others, {key.name for key in section.keys}
        else:
            others, rows = kind if isinstance(kind, MapOf) else None, set[str]()
        for name, child in self.reader.entries() if others else ():
            entry = _entry(child, others.value) if others and name not in rows else None
            if entry is not None:
                yield name, entry

    def items(self) -> Iterator[Entry]:
        """The items of a list; refused ones are left out."""
        if isinstance(self.kind, ListOf):
            for child in self.reader.items():
                entry = _entry(child, self.kind.item)
                if entry is not None:
                    yield entry

    def as_text(self) -> str | None:
        """The value if it is a string."""
        return self.value if isinstance(self.value, str) else None

    def _row(self, key: str) -> Key:
        """The row of a key that has an effect."""
        row = None
        if isinstance(self.kind, Fields):
            row = SECTIONS[self.kind.section].find(key)
        if row is None or not isinstance(row.effect, Used):
            raise KeyError(f"'{key}' of {self.kind} is not marked as used in the table")
        return row


def _entry(reader: Reader, kind: Kind) -> Entry | None:
    found = narrowed(kind, reader.value)
    usable = found is not None and allowed(found, reader.value)
    return Entry(reader, found) if found is not None and usable else None
