"""Texts that no traceback shows."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import SupportsIndex


class Secret(str):
    """A text whose ``repr`` does not show it, so that tracebacks with locals do not either.

    Nor does that of a part of it, which is what some of them show of long texts.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "<secret>"

    def __getitem__(self, key: SupportsIndex | slice) -> Secret:
        return Secret(super().__getitem__(key))
