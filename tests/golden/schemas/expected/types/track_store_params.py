"""Parameters of tracks.store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, Required, TypedDict

from .bicycle_param import BicycleParam
from .lorry_param import LorryParam
from .vehicle_param import VehicleParam

__all__ = ["TrackStoreParams"]


class TrackStoreParams(TypedDict, total=False):
    points: Required[Iterable[tuple[float, BicycleParam | LorryParam | VehicleParam]]]
    key: str | bytes
    level: Literal["low", "high"]
    signed: str | date
