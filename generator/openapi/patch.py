"""Changes to a document's value, of which each part still knows the text that it comes from.

Nothing of what is changed is shared: a container is copied before its first change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from ..diagnostics import Place
from ..source.document import Document, Value
from ..source.index import is_index
from ..source.pointer import Pointer

Path = tuple[str | int, ...]
"""The keys and indices from the root to a value."""

Source = tuple[Document, tuple[str, ...]]
"""Where a value is written: a document, and the tokens from its root."""


MOST_BROUGHT = 100_000
"""Values that changes may bring, or as many as the document has if those are more; long texts count
as several."""

_TEXT = 20
"""Characters of a text that count as a value."""


class Incompatible(Exception):
    """A value that cannot be merged with what is there; the message says what it would be."""


class TooLarge(Incompatible):
    """A value that would make the document too large."""


class _Before(Struct, frozen=True):
    """A container before the changes that may be taken back, and the sources of what was in it."""

    container: Value
    content: Value
    sources: dict[str | int, Source]


class Patch:
    """The value of a document with changes, and the source of each of its parts."""

    def __init__(self, document: Document) -> None:
        self.value = document.value
        self._document = document
        self._start: Source = (document, ())
        self._sources: dict[int, dict[str | int, Source]] = {}
        self._owned: list[Value] = []  # ids stay unique while these are alive
        self._brought = 0
        self._before: dict[int, _Before] | None = None

    @contextmanager
    def together(self) -> Iterator[None]:
        """Changes of which all are made or none: an exception takes them back."""
        start = self.value, self._start, self._brought
        self._before = {}
        try:
            yield
        except BaseException:
            for before in self._before.values():
                _refill(before.container, before.content)
                self._sources[id(before.container)] = before.sources
            self.value, self._start, self._brought = start
            raise
        finally:
            self._before = None

    def document(self) -> Document:
        """The changed document, which places each part where it is written."""
        return replace(self._document, value=self.value, read_index=lambda: self)

    def place(self, name: str, tokens: Sequence[str], pointer: str) -> Place:
        """The place of a value, or of its nearest ancestor."""
        node, source = self.value, self._start
        for token in tokens:
            if isinstance(node, dict) and token in node:
                key: str | int = token
            elif isinstance(node, list) and is_index(token, len(node)):
                key = int(token)
            else:
                break
            source = self._source(node, key, source)
            node = node[key]
        document, at = source
        return document.locate(Pointer(at))

    def remove(self, path: Path) -> None:
        """Take a value out of its container; the root cannot be removed."""
        container, key = self._changed(path[:-1]), path[-1]
        sources = self._sources[id(container)]
        del container[key]
        if isinstance(container, list):
            kept = [s for index, s in sources.items() if index != key]
            self._sources[id(container)] = dict(enumerate(kept))
        else:
            del sources[key]

    def merge(self, path: Path, value: Value, source: Source) -> None:
        """Bring a value into the one at a path: entries into a mapping, items into a list.

        Raises:
            Incompatible: one is a mapping, a list or neither, and the other is not.
        """
        here = self._at(path)
        if value is None and isinstance(here, (dict, list)):
            return  # an entry without a value in YAML brings nothing
        if isinstance(here, list):
            self._append(path, value, source)
        elif isinstance(here, dict) and isinstance(value, dict):
            for key, child in value.items():
                inner = self._source(value, key, source)
                if key in self._at(path):
                    self.merge((*path, key), child, inner)
                else:
                    self._put(path, key, child, inner)
        elif isinstance(here, dict) or isinstance(value, (dict, list)):
            raise Incompatible(f"{_kind(value)} cannot be merged into {_kind(here)}")
        elif not path:
            self.value, self._start = value, source
        else:
            self._put(path[:-1], path[-1], value, source)

    def put(self, path: Path, value: Value, source: Source) -> None:
        """Place a value at a path below the root, where there may be one already."""
        self._put(path[:-1], path[-1], value, source)

    def copy(self, path: Path) -> tuple[Value, Source]:
        """The value at a path, and where it is written."""
        node, source = self.value, self._start
        for key in path:
            source = self._source(node, key, source)
            node = node[key]
        return self._copied(node, source), source

    def _copied(self, value: Value, source: Source) -> Value:
        """A copy that shares no container that may be changed."""
        if id(value) not in self._sources:
            return value
        sources = dict(self._sources[id(value)])
        if isinstance(value, dict):
            copy: Value = {k: self._copied(v, sources[k]) for k, v in value.items()}
        else:
            copy = [self._copied(v, sources[i]) for i, v in enumerate(value)]
        self._sources[id(copy)] = sources
        self._owned.append(copy)
        return copy

    def _append(self, path: Path, value: Value, source: Source) -> None:
        container = self._changed(path)
        sources = self._sources[id(container)]
        items = value if isinstance(value, list) else [value]
        self._take(value)
        for index, item in enumerate(items):
            is_one = items is value
            sources[len(container)] = (
                self._source(value, index, source) if is_one else source
            )
            container.append(item)

    def _put(self, path: Path, key: str | int, value: Value, source: Source) -> None:
        container = self._changed(path)
        if isinstance(container, list) and isinstance(key, str):
            raise Incompatible(f"a list has no '{key}'")
        self._take(value)
        container[key] = value
        self._sources[id(container)][key] = source

    def _take(self, value: Value) -> None:
        """Count what a change brings: copies of copies could fill any memory."""
        for size in _sizes(value):
            self._brought += size
            if self._brought > MOST_BROUGHT and self._brought > self._size:
                raise TooLarge("the description would become too large")

    @cached_property
    def _size(self) -> int:
        """The size of the document without changes."""
        return sum(_sizes(self._document.value))

    def _at(self, path: Path) -> Value:
        node = self.value
        for key in path:
            node = node[key]
        return node

    def _source(self, container: Value, key: str | int, source: Source) -> Source:
        """The source of an entry or item, where ``source`` is that of its container."""
        known = self._sources.get(id(container))
        return known[key] if known is not None else (source[0], (*source[1], str(key)))

    def _changed(self, path: Path) -> Value:
        """The container at a path, which is about to be changed."""
        container = self._own(path)
        if self._before is not None and id(container) not in self._before:
            sources = dict(self._sources[id(container)])
            before = _Before(container, container.copy(), sources)
            self._before[id(container)] = before
        return container

    def _own(self, path: Path) -> Value:
        """The container at a path, which may be changed from here on."""
        self.value = node = self._mine(self.value, self._start)
        for key in path:
            child = self._mine(node[key], self._sources[id(node)][key])
            node[key] = child
            node = child
        return node

    def _mine(self, value: Value, source: Source) -> Value:
        if id(value) in self._sources:
            return value
        keys = list(value) if isinstance(value, dict) else range(len(value))
        copy = value.copy()
        document, tokens = source
        self._sources[id(copy)] = {key: (document, (*tokens, str(key))) for key in keys}
        self._owned.append(copy)
        return copy


def _refill(container: Value, content: Value) -> None:
    """Give a container the content of another one."""
    container.clear()
    if isinstance(container, dict):
        container.update(content)
    else:
        container.extend(content)


def _sizes(value: Value) -> Iterator[int]:
    """For each value in a value, itself included, for how many it counts."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        yield 1 + (len(found) // _TEXT if isinstance(found, str) else 0)
        if isinstance(found, dict):
            waiting += found.values()
        elif isinstance(found, list):
            waiting += found


def _kind(value: Value) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else "a single value"
