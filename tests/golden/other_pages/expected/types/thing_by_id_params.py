"""Parameters of things.by_id."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["ThingByIDParams"]


class ThingByIDParams(TypedDict, total=False):
    after: str
