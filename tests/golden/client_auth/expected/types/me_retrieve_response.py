"""The type MeRetrieveResponse."""

from .._core import BaseModel

__all__ = ["MeRetrieveResponse"]


class MeRetrieveResponse(BaseModel):
    name: str | None = None
