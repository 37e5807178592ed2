"""Parameters of old.get."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["OldGetParams"]


class OldGetParams(TypedDict, total=False):
    q: str
    """Unused."""
