"""The type BicycleParam of what a caller gives."""

from __future__ import annotations

from typing import Annotated, Required, TypedDict

from .._core import WireName

__all__ = ["BicycleParam"]


class BicycleParam(TypedDict, total=False):
    vehicle_kind: Required[Annotated[str, WireName("vehicleKind")]]
    gears: int
    owner: str
