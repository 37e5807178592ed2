"""A loaded file: its plain value, and the place of each part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from ..diagnostics import Place
from .index import Places
from .pointer import Pointer

Value = Any
"""A JSON value as Python holds it: dict, list, str, int, float, bool or None."""

Moves = Mapping[tuple[str, ...], tuple[str, ...]]
"""Where values of an upgraded copy stood in the file, by the tokens of both pointers."""


class Document(Struct, frozen=True, eq=False, dict=True):
    """A file's value, and the index of its places, which is made when first asked for.

    ``name`` is the path as it is shown to people.
    """

    name: str
    value: Value
    read_index: Callable[[], Places]
    moves: Moves = field(default_factory=lambda: MappingProxyType({}))

    def locate(self, pointer: Pointer | str) -> Place:
        """The place of the value: its key in a mapping, itself in a list.

        A pointer to something that is not there gives the nearest value around it.
        """
        if isinstance(pointer, str):
            pointer = Pointer.parse(pointer)
        return Place.late(partial(self._located, pointer))

    def _located(self, pointer: Pointer) -> Place:
        if self.moves:
            pointer = self._original(pointer)
        return self._index.place(self.name, pointer.tokens, str(pointer))

    def _original(self, pointer: Pointer) -> Pointer:
        """The pointer that the file has for a value of this upgraded copy."""
        for length in range(len(pointer.tokens), 0, -1):
            old = self.moves.get(pointer.tokens[:length])
            if old is not None:
                return Pointer((*old, *pointer.tokens[length:]))
        return pointer

    @cached_property
    def _index(self) -> Places:
        return self.read_index()
