"""Parameters of things.by_offset."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["ThingByOffsetParams"]


class ThingByOffsetParams(TypedDict, total=False):
    skip: int
