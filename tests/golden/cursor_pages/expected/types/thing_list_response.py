"""The type ThingListResponse."""

from .._core import BaseModel

__all__ = ["ThingListResponse"]


class ThingListResponse(BaseModel):
    id: str
