"""Parameters of tasks.create."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Required, TypedDict

from .shared_params.state import State
from .task_param import TaskParam

__all__ = ["TaskCreateParams"]


class TaskCreateParams(TypedDict, total=False):
    title: Required[str]
    """What to do."""

    after: Iterable[TaskParam]
    due_on: str | date
    secret: str | bytes
    state: State
