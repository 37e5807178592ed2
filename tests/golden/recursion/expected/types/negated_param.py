"""The type NegatedParam of what a caller gives."""

from __future__ import annotations

from typing import Required, TypedDict

__all__ = ["NegatedParam"]


class NegatedParam(TypedDict, total=False):
    child: Required[types.OperandParam]


from .. import types
