"""The type Task."""

from datetime import date
from pydantic import Field

from .._core import BaseModel
from .shared.state import State

__all__ = ["Task"]


class Task(BaseModel):
    id: str
    title: str
    """What to do."""

    after: "list[Task] | None" = None
    due_on: date | None = Field(default=None, alias="dueOn")
    state: State | None = None
