"""The type State."""

from typing import Literal, TypeAlias

__all__ = ["State"]

State: TypeAlias = Literal["open", "done"]
