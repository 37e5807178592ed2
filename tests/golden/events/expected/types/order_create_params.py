"""Parameters of orders.create."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["OrderCreateParams"]


class OrderCreateParams(TypedDict, total=False):
    notify: str
