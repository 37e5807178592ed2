"""The type EventLatestResponse."""

import datetime

from .._core import BaseModel

__all__ = ["EventLatestResponse"]


class EventLatestResponse(BaseModel):
    at: datetime.datetime | None = None
    changes: list[datetime.datetime] | None = None
    date: datetime.date | None = None
    """A field with the name of its own type."""

    ended: datetime.datetime | None = None
