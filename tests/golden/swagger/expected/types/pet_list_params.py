"""Parameters of pets.list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypedDict

__all__ = ["PetListParams"]


class PetListParams(TypedDict, total=False):
    kind: Iterable[Literal["cat", "dog"]]
    limit: int
