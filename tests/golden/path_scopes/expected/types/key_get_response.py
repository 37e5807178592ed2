"""The type KeyGetResponse."""

from .._core import BaseModel

__all__ = ["KeyGetResponse"]


class KeyGetResponse(BaseModel):
    value: str | None = None
