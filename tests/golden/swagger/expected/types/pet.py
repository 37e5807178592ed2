"""The type Pet."""

from datetime import date

from .._core import BaseModel

__all__ = ["Pet"]


class Pet(BaseModel):
    name: str
    born: date | None = None
