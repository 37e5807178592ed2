"""The kinds of values that a configuration key can have, and what a row of the table holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True)
class Shape:
    """What a text must look like: what it is called, a pattern for all of it, how to write it."""

    noun: str
    pattern: str
    remedy: str

    def fits(self, text: str) -> bool:
        """Whether a text has the shape."""
        return re.fullmatch(self.pattern, text) is not None


@dataclass(frozen=True, slots=True)
class Text:
    """A string, of a certain shape if one is given."""

    shape: Shape | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One string of a closed list."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number from ``minimum`` to ``maximum``; without a fraction if ``whole``."""

    minimum: int
    maximum: int
    whole: bool = False

    def fits(self, number: float) -> bool:
        """Whether a number lies within the bounds."""
        is_whole = not self.whole or number == int(number)
        return is_whole and self.minimum <= number <= self.maximum


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value; nothing below it is checked."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one kind."""

    item: Kind


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping whose keys the owner chooses: ``key`` is the word for one of them."""

    key: str
    value: Kind


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping with the keys of a section of the table, by the section's name."""

    section: str


@dataclass(frozen=True, slots=True)
class Either:
    """A value of one of several kinds, each of another JSON type."""

    kinds: tuple[Kind, ...]


Kind: TypeAlias = (
    Text | Choice | Flag | Number | Anything | ListOf | MapOf | Fields | Either
)


@dataclass(frozen=True, slots=True)
class Used:
    """The key decides something about the client or its documentation."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """The key has no effect on purpose; ``why`` says the reason."""

    why: str


Effect: TypeAlias = Used | Ignored


@dataclass(frozen=True, slots=True)
class Key:
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


@dataclass(frozen=True, slots=True)
class Section:
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
