"""Parameters of things.by_url."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["ThingByURLParams"]


class ThingByURLParams(TypedDict, total=False):
    unused: str
