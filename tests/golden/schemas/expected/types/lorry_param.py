"""The type LorryParam of what a caller gives."""

from __future__ import annotations

from typing import Annotated, Required, TypedDict

from .._core import WireName

__all__ = ["LorryParam"]


class LorryParam(TypedDict, total=False):
    vehicle_kind: Required[Annotated[str, WireName("vehicleKind")]]
    load_kg: Annotated[float, WireName("loadKg")]
    owner: str
