"""Parameters of widgets.find."""

from __future__ import annotations

from typing import Required, TypedDict

__all__ = ["WidgetFindParams"]


class WidgetFindParams(TypedDict, total=False):
    name: Required[str]
