"""Parameters of lamps.find."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

__all__ = ["LampFindParams"]


class LampFindParams(TypedDict, total=False):
    level: Required[Literal[1, 2, 3]]
    colour: Literal["red", "green"]
