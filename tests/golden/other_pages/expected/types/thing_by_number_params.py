"""Parameters of things.by_number."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["ThingByNumberParams"]


class ThingByNumberParams(TypedDict, total=False):
    page: int
