"""Parameters of things.single."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["ThingSingleParams"]


class ThingSingleParams(TypedDict, total=False):
    none: str
