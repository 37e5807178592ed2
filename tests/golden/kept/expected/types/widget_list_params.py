"""Parameters of widgets.list."""

from __future__ import annotations

from typing import Literal, TypedDict

__all__ = ["WidgetListParams"]


class WidgetListParams(TypedDict, total=False):
    color: str
    colour: str
    """Removed from the API, and from this client in 1.6.0; use `color` instead."""

    size: Literal["small", "large", "medium"]
    """Removed from the API, and from this client in 1.6.0: `medium`."""
