"""Puts values together from the events of a reader, and refuses what must not be held.

Belongs to reading; knows neither YAML nor JSON. The guards against aliases that multiply,
anchors that contain themselves and endless nesting are here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from msgspec import Struct, field

from .document import Value
from .index import Index

DEEPEST = 200
MOST_REPEATED = 1_000_000
_TEXT = 100
"""Characters of a text that count as one value more where it is repeated."""
TOO_DEEP = f"nested more than {DEEPEST} levels deep"
FLATTEN = "move inner parts to components, and refer to them with $ref"


class Oddity(NamedTuple):
    """A part of a text that JSON does not have, and that is read as something else: its code,
    where (an offset), what it is and how it is read, and the remedy."""

    code: str
    offset: int
    message: str
    help: str


@dataclass(eq=False)
class Refusal(Exception):
    """A text that will not be read: where (an offset; None is the whole), why, and the remedy."""

    code: str
    offset: int | None
    message: str
    help: str


class _Anchor(Struct):
    value: Value
    size: int
    height: int


class _Frame(Struct):
    """A container that is being filled; ``awaiting`` says that a mapping needs a key next."""

    value: Value
    starts: dict[str, int] | list[int]
    anchor: str | None
    size_before: int
    awaiting: bool
    height: int = 1
    key: str | None = None
    key_start: int = 0
    merged: list[tuple[Value, int]] = field(default_factory=list)


class Builder:
    """Collects one value from ``open``, ``put``, ``alias`` and ``close``, with the places of its parts.

    In a mapping, keys are given to ``key`` (None is a merge key) before each value.
    """

    def __init__(self) -> None:
        self.root: Value = None
        self.start = 0
        self.starts: dict[int, dict[str, int] | list[int]] = {}
        self.duplicates: list[tuple[str, int, int]] = []
        self.oddities: list[Oddity] = []
        self._frames: list[_Frame] = []
        self._anchors: dict[str, _Anchor | None] = {}
        self._size = 0
        self._repeated = 0

    def index(self, text: str) -> Index:
        """The places of the parts of the value."""
        return Index(text, self.root, self.start, self.starts)

    @property
    def at_key(self) -> bool:
        """Whether the next thing is the key of a mapping."""
        return bool(self._frames) and self._frames[-1].awaiting

    def key(self, key: str | None, offset: int) -> None:
        """Take a mapping's next key; note a duplicate."""
        frame = self._frames[-1]
        assert isinstance(frame.starts, dict)
        if key is not None and key in frame.starts:
            self.duplicates.append((key, frame.starts[key], offset))
        frame.key, frame.key_start, frame.awaiting = key, offset, False

    def odd(self, code: str, offset: int, message: str, help: str) -> None:
        """Note a part that is not read as it is written."""
        self.oddities.append(Oddity(code, offset, message, help))

    def put(self, value: Value, offset: int, anchor: str | None = None) -> None:
        """Take a scalar."""
        size = 1 + (len(value) // _TEXT if isinstance(value, str) else 0)
        self._size += size
        if anchor is not None:
            self._anchors[anchor] = _Anchor(value, size, 0)
        self._store(value, offset)

    def open(self, container: Value, offset: int, anchor: str | None = None) -> None:
        """Begin a mapping or list."""
        if len(self._frames) >= DEEPEST:
            raise Refusal("I008", offset, TOO_DEEP, FLATTEN)
        self._store(container, offset)
        self._size += 1
        starts: dict[str, int] | list[int]
        starts = {} if (keyed := isinstance(container, dict)) else []
        self.starts[id(container)] = starts
        if anchor is not None:
            self._anchors[anchor] = None
        before = self._size + self._repeated - 1
        self._frames.append(_Frame(container, starts, anchor, before, keyed))

    def close(self) -> None:
        """End the innermost mapping or list."""
        frame = self._frames.pop()
        if frame.merged:
            self._merge(frame)
        if frame.anchor is not None:
            size = self._size + self._repeated - frame.size_before
            self._anchors[frame.anchor] = _Anchor(frame.value, size, frame.height)
        if self._frames:
            outer = self._frames[-1]
            outer.height = max(outer.height, frame.height + 1)

    def alias(self, name: str, offset: int) -> None:
        """Take the value of an anchor once more: the same object, counted as a copy.

        An anchor that is unknown, or contains itself, counts as null.
        """
        anchor = self._anchors.get(name)
        if anchor is None:
            if name in self._anchors:
                why, remedy = "contains itself", "use a $ref instead"
            else:
                why, remedy = "is unknown", f"put '&{name}' before the intended value"
            self.odd("I007", offset, f"the anchor '{name}' {why}", remedy)
            self.put(None, offset)
            return
        self._repeated += anchor.size
        if self._repeated > MOST_REPEATED:
            message = f"aliases expand to more than {MOST_REPEATED:,} values"
            raise Refusal("I007", offset, message, "use $ref instead of aliases")
        if len(self._frames) + anchor.height > DEEPEST:
            raise Refusal("I008", offset, TOO_DEEP, FLATTEN)
        if self._frames:
            outer = self._frames[-1]
            outer.height = max(outer.height, anchor.height + 1)
        self._store(anchor.value, offset)

    def scalar_of(self, name: str) -> Value:
        """The value of an anchor that holds a scalar; None for any other."""
        anchor = self._anchors.get(name)
        return anchor.value if anchor is not None and anchor.height == 0 else None

    def _store(self, value: Value, offset: int) -> None:
        if not self._frames:
            self.root, self.start = value, offset
            return
        frame = self._frames[-1]
        if isinstance(frame.starts, list):
            frame.value.append(value)
            frame.starts.append(offset)
            return
        if frame.key is None:
            frame.merged.append((value, offset))  # it may not be filled yet
        else:
            frame.value[frame.key] = value
            frame.starts[frame.key] = frame.key_start
        frame.awaiting = True

    def _merge(self, frame: _Frame) -> None:
        """Bring in the entries of merged mappings; own ones win, then those merged first."""
        assert isinstance(frame.starts, dict)
        for source in self._sources(frame.merged):
            starts = self.starts[id(source)]
            assert isinstance(starts, dict)
            for key, value in source.items():
                if key not in frame.value:
                    frame.value[key] = value
                    frame.starts[key] = starts[key]

    def _sources(self, merged: list[tuple[Value, int]]) -> Iterator[dict[str, Value]]:
        for value, offset in merged:
            for source in value if isinstance(value, list) else [value]:
                if isinstance(source, dict):
                    yield source
                elif source is not None:
                    remedy = "use an alias of a mapping, or quote the key"
                    self.odd("I006", offset, "'<<' merges mappings only", remedy)
