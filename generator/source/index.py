"""Where the keys and items of a text start, and the line and column of each.

Belongs to reading; knows pointers' tokens, but neither YAML nor JSON.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Any, Protocol

from msgspec import Struct, field

from ..diagnostics import Place


class Places(Protocol):
    """Knows where the parts of a document are written."""

    def place(self, name: str, tokens: Sequence[str], pointer: str) -> Place:
        """The place of a value, or of its nearest ancestor in the text."""


class Index(Struct, frozen=True, eq=False, dict=True):
    """The starts of a text's values, as offsets into the text.

    ``shape`` has the containers of the text; ``starts`` gives, for the ``id`` of each of them,
    the offset of every key or item.
    """

    text: str
    shape: Any
    start: int = 0
    starts: dict[int, dict[str, int] | list[int]] = field(default_factory=dict)

    def place(self, name: str, tokens: Sequence[str], pointer: str) -> Place:
        """The place of a value, or of its nearest ancestor in the text."""
        node, offset = self.shape, self.start
        for token in tokens:
            starts = self.starts.get(id(node))
            if isinstance(starts, dict) and token in starts:
                offset, node = starts[token], node[token]
            elif isinstance(starts, list) and is_index(token, len(starts)):
                offset, node = starts[int(token)], node[int(token)]
            else:
                break
        return self.at(name, offset, pointer)

    def at(self, name: str, offset: int, pointer: str = "") -> Place:
        """The place of an offset; lines and columns count from 1."""
        line = bisect_right(self._lines, offset)
        return Place(name, line, offset - self._lines[line - 1] + 1, pointer)

    @cached_property
    def _lines(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts


def is_index(token: str, size: int) -> bool:
    """Whether a token addresses an item of a list of that size (RFC 6901, section 4)."""
    if not (token.isascii() and token.isdigit()) or len(token) > len(str(size)):
        return False
    return (token == "0" or token[0] != "0") and int(token) < size
