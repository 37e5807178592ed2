"""Parameters of rooms.retrieve."""

from __future__ import annotations

from typing import TypedDict

__all__ = ["RoomRetrieveParams"]


class RoomRetrieveParams(TypedDict, total=False):
    sort_by: str
    timeout_: int
    header_sort_by: str
    header_timeout: int
