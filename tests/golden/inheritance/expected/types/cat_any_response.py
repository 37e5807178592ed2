"""The type CatAnyResponse."""

from .animal import Animal

__all__ = ["CatAnyResponse"]


class CatAnyResponse(Animal):
    lives: int
