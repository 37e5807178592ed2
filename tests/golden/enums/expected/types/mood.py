"""The type Mood."""

from typing import Literal, TypeAlias

__all__ = ["Mood"]

Mood: TypeAlias = Literal["calm", 'it"s loud']
"""How a lamp feels."""
