"""Parameters of buckets.check."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

__all__ = ["BucketCheckParams"]


class BucketCheckParams(TypedDict, total=False):
    x_region: Required[Literal["eu", "us"]]
    """Where."""

    x_trace: bool
