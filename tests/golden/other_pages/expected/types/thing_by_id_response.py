"""The type ThingByIDResponse."""

from .._core import BaseModel

__all__ = ["ThingByIDResponse"]


class ThingByIDResponse(BaseModel):
    id: str | None = None
