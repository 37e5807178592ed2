"""The type Animal."""

from .._core import BaseModel

__all__ = ["Animal"]


class Animal(BaseModel):
    name: str
