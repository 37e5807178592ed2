"""Parameters of keys.get."""

from __future__ import annotations

from typing import TypedDict

from .._core import MethodOptions

__all__ = ["KeyGetParams"]


class KeyGetParams(TypedDict, total=False):
    user_id: str
    """The user who owns the key."""

    team_id: str
    """The team that owns the key."""


class KeyGetArguments(MethodOptions, total=False):
    """What ``get`` takes beside what decides its overload."""
