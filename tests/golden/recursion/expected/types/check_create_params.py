"""Parameters of checks.create."""

from __future__ import annotations

from typing import Required, TypedDict

from .check_param import CheckParam

__all__ = ["CheckCreateParams"]


class CheckCreateParams(TypedDict, total=False):
    left: Required[CheckParam]
    """A check, or what it is combined of."""

    right: Required[CheckParam]
    """A check, or what it is combined of."""
