"""Parameters of kites.list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, Required, TypedDict

from .._core import SequenceNotStr

__all__ = ["KiteListParams"]


class KiteListParams(TypedDict, total=False):
    beach: Required[Iterable[int]]
    colour: Required[Literal["red", "blue"]]
    session_id: Required[str]
    link: str
    size: Mapping[str, int]
    sort: SequenceNotStr[str]
    tags: SequenceNotStr[str]
    where: Mapping[str, object]
    wind: Mapping[str, object]
    x_days: SequenceNotStr[str | date]
