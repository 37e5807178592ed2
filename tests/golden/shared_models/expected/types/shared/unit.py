"""The type Unit."""

from typing import Literal, TypeAlias

__all__ = ["Unit"]

Unit: TypeAlias = Literal["m", "ft"]
