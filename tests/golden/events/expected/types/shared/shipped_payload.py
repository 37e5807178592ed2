"""The type ShippedPayload."""

from ..._core import BaseModel
from ..parcel import Parcel

__all__ = ["ShippedPayload"]


class ShippedPayload(BaseModel):
    order: str
    """The order that was shipped."""

    parcels: list[Parcel] | None = None
