"""The type VehicleParam of what a caller gives."""

from __future__ import annotations

from typing import Annotated, Required, TypedDict

from .._core import WireName

__all__ = ["VehicleParam"]


class VehicleParam(TypedDict, total=False):
    vehicle_kind: Required[Annotated[str, WireName("vehicleKind")]]
    owner: str
