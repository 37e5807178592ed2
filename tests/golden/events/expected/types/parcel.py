"""The type Parcel."""

from .._core import BaseModel

__all__ = ["Parcel"]


class Parcel(BaseModel):
    weight: float | None = None
