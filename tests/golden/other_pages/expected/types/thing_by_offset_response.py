"""The type ThingByOffsetResponse."""

from .._core import BaseModel

__all__ = ["ThingByOffsetResponse"]


class ThingByOffsetResponse(BaseModel):
    id: str | None = None
