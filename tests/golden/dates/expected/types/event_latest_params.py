"""Parameters of events.latest."""

from __future__ import annotations

from datetime import date, datetime
from typing import TypedDict

__all__ = ["EventLatestParams"]


class EventLatestParams(TypedDict, total=False):
    day: str | date
    since: str | datetime
