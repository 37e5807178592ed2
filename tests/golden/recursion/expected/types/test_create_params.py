"""Parameters of tests.create."""

from __future__ import annotations

from typing import Required, TypedDict

from .test_param import TestParam

__all__ = ["TestCreateParams"]


class TestCreateParams(TypedDict, total=False):
    left: Required[TestParam]
    """A test, or what it is combined of."""

    right: Required[TestParam]
    """A test, or what it is combined of."""
