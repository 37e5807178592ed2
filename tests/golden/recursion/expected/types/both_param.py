"""The type BothParam of what a caller gives."""

from __future__ import annotations

from typing import Required, TypedDict

__all__ = ["BothParam"]


class BothParam(TypedDict, total=False):
    left: Required[types.CheckParam]
    """A check, or what it is combined of."""

    right: Required[types.CheckParam]
    """A check, or what it is combined of."""


from .. import types
