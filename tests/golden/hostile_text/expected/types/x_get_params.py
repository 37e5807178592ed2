"""Parameters of x.get."""

from __future__ import annotations

from typing import Literal, TypedDict

__all__ = ["XGetParams"]


class XGetParams(TypedDict, total=False):
    q: Literal['"; import os; "', "a\nb"]
    """trailing backslash \\"""
