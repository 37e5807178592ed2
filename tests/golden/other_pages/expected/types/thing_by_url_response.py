"""The type ThingByURLResponse."""

from .._core import BaseModel

__all__ = ["ThingByURLResponse"]


class ThingByURLResponse(BaseModel):
    id: str | None = None
