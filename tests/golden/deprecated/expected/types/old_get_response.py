"""The type OldGetResponse."""

from .._core import BaseModel

__all__ = ["OldGetResponse"]


class OldGetResponse(BaseModel):
    gone: str | None = None
