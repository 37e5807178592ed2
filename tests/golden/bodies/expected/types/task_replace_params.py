"""Parameters of tasks.replace."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from .task_param import TaskParam

__all__ = ["TaskReplaceParams"]


class TaskReplaceParams(TypedDict, total=False):
    body: Iterable[TaskParam]
    """All tasks, in order."""
