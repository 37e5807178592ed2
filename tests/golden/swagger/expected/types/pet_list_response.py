"""The type PetListResponse."""

from typing import TypeAlias

from .pet import Pet

__all__ = ["PetListResponse"]

PetListResponse: TypeAlias = list[Pet]
