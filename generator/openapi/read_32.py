"""Reads OpenAPI 3.2 into the model: 3.1 with more verbs, whole query strings and sequences of items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar

from .cursor import Cursor
from .grammar import METHODS
from .model import Location
from .read_31 import Read31


class Read32(Read31):
    """A reader of a description in OpenAPI 3.2."""

    VERBS: ClassVar[tuple[str, ...]] = METHODS
    READ: ClassVar[Mapping[str, tuple[str, ...]]] = MappingProxyType(
        {**Read31.READ, "media": (*Read31.READ["media"], "itemSchema")}
    )
    LOCATIONS: ClassVar[tuple[Location, ...]] = tuple(Location)

    def path_item(self, item: Cursor) -> Iterator[tuple[str, Cursor]]:
        """The operations of a path item, including custom verbs."""
        yield from super().path_item(item)
        more = item.at("additionalOperations")
        for verb, operation in more.entries() if more else ():
            yield verb.lower(), operation
