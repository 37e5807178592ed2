"""The kinds of values that a configuration key can have, and what a row of the table holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from msgspec import Struct, field


class Shape(Struct, frozen=True):
    """What a text must look like: what it is called, a pattern for all of it, how to write it."""

    noun: str
    pattern: str
    remedy: str

    def fits(self, text: str) -> bool:
        """Whether a text has the shape."""
        return re.fullmatch(self.pattern, text) is not None


class Text(Struct, frozen=True):
    """A string, of a certain shape if one is given."""

    shape: Shape | None = None


class Choice(Struct, frozen=True):
    """One string of a closed list."""

    values: tuple[str, ...]


class Flag(Struct, frozen=True):
    """``true`` or ``false``."""


class Number(Struct, frozen=True):
    """A number from ``minimum`` to ``maximum``; without a fraction if ``whole``."""

    minimum: int
    maximum: int
    whole: bool = False

    def fits(self, number: float) -> bool:
        """Whether a number lies within the bounds."""
        is_whole = not self.whole or number == int(number)
        return is_whole and self.minimum <= number <= self.maximum


class Anything(Struct, frozen=True):
    """Any JSON value; nothing below it is checked."""


class ListOf(Struct, frozen=True):
    """A list of values of one kind."""

    item: Kind


class MapOf(Struct, frozen=True):
    """A mapping whose keys the owner chooses: ``key`` is the word for one of them."""

    key: str
    value: Kind


class Fields(Struct, frozen=True):
    """A mapping with the keys of a section of the table, by the section's name."""

    section: str


class Either(Struct, frozen=True):
    """A value of one of several kinds, each of another JSON type."""

    kinds: tuple[Kind, ...]


Kind: TypeAlias = (
    Text | Choice | Flag | Number | Anything | ListOf | MapOf | Fields | Either
)


class Used(Struct, frozen=True):
    """The key decides something about the client or its documentation."""


class Ignored(Struct, frozen=True):
    """The key has no effect on purpose; ``why`` says the reason."""

    why: str


Effect: TypeAlias = Used | Ignored


class Key(Struct, frozen=True):
    """A row of the table: one key of a section.

    ``default`` is the value of an absent key, or None. ``example`` is
    a value that the kind accepts. The entry is incomplete without a ``required`` key.
    """

    name: str
    kind: Kind
    meaning: str
    example: Any
    default: Any = None
    effect: Effect = field(default_factory=Used)
    required: bool = False


class Section(Struct, frozen=True):
    """The keys that one kind of mapping has.

    ``path`` shows where such a mapping belongs. ``others`` is the kind of the values under keys
    without a row; if None, such keys are unknown. ``missing`` is the code of the finding for a
    required key that is absent.
    """

    name: str
    path: str
    about: str
    keys: tuple[Key, ...]
    others: MapOf | None = None
    missing: str = "C005"

    def find(self, name: str) -> Key | None:
        """The row of a key."""
        return next((key for key in self.keys if key.name == name), None)


def either(*kinds: Kind) -> Either:
    """A value of one of several kinds, or of their alternatives."""
    parts = (kind.kinds if isinstance(kind, Either) else (kind,) for kind in kinds)
    return Either(tuple(part for alternatives in parts for part in alternatives))


def sections(*all: Section) -> Mapping[str, Section]:
    """Sections by name."""
    return {section.name: section for section in all}
