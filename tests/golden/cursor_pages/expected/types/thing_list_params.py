"""Parameters of things.list."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["ThingListParams"]


class ThingListParams(TypedDict, total=False):
    cursor: str
    size: int
