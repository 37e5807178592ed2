"""Parameters of kites.query."""

from __future__ import annotations

from typing import Required, TypedDict

__all__ = ["KiteQueryParams"]


class KiteQueryParams(TypedDict, total=False):
    path: Required[str]
