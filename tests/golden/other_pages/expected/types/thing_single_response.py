"""The type ThingSingleResponse."""

from .._core import BaseModel

__all__ = ["ThingSingleResponse"]


class ThingSingleResponse(BaseModel):
    id: str | None = None
