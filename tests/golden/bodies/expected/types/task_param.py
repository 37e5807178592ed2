"""The type TaskParam of what a caller gives."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Required, TypedDict

from .._core import WireName
from .shared_params.state import State

__all__ = ["TaskParam"]


class TaskParam(TypedDict, total=False):
    title: Required[str]
    """What to do."""

    after: Iterable[TaskParam]
    due_on: Annotated[str | date, WireName("dueOn")]
    secret: str | bytes
    state: State
