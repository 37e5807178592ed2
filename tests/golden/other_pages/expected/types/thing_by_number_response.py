"""The type ThingByNumberResponse."""

from .._core import BaseModel

__all__ = ["ThingByNumberResponse"]


class ThingByNumberResponse(BaseModel):
    id: str | None = None
