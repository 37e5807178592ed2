"""The type ClassListResponse."""

import builtins
from typing import TypeAlias

from .._core import BaseModel

__all__ = ["ClassListResponse", "ClassListResponseItem"]


class ClassListResponseItem(BaseModel):
    str: builtins.str | None = None


ClassListResponse: TypeAlias = list[ClassListResponseItem]
