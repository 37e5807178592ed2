"""The type State of what a caller gives."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["State"]

State: TypeAlias = Literal["open", "done"]
