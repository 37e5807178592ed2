"""The type Address."""

from .._core import BaseModel

__all__ = ["Address"]


class Address(BaseModel):
    city: str | None = None
