"""The type StoreAnyResponse."""

from datetime import datetime
from typing import TYPE_CHECKING

from .._core import BaseModel

__all__ = ["StoreAnyResponse", "Mixed", "NothingElse", "Shelves"]


class Mixed(BaseModel):
    name: str | None = None

    if TYPE_CHECKING:

        def __getattr__(self, attr: str) -> int: ...

    else:
        __pydantic_extra__: dict[str, int]


class NothingElse(BaseModel):
    a: str | None = None


class Shelves(BaseModel):
    row: int | None = None


class StoreAnyResponse(BaseModel):
    stock: dict[str, int]
    anything: dict[str, object] | None = None
    bare: dict[str, object] | None = None
    gaps: dict[str, str | None] | None = None
    grid: dict[str, dict[str, bool]] | None = None
    mixed: Mixed | None = None
    nothing_else: NothingElse | None = None
    shelves: dict[str, Shelves] | None = None
    tags: dict[str, list[str]] | None = None
    times: dict[str, datetime] | None = None
