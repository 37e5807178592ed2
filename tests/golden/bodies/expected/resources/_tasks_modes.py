"""The resource tasks, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._tasks_async import AsyncTasksResource
    from .tasks import TasksResource

__all__ = [
    "TasksResourceWithRawResponse",
    "TasksResourceWithStreamingResponse",
    "AsyncTasksResourceWithRawResponse",
    "AsyncTasksResourceWithStreamingResponse",
]


class TasksResourceWithRawResponse:
    """View of ``tasks`` whose methods return the raw ``APIResponse``."""

    def __init__(self, tasks: TasksResource) -> None:
        raw = tasks._with_mode("raw")
        self.create = returns_raw(raw.create)
        self.change_rules = returns_raw(raw.change_rules)
        self.replace = returns_raw(raw.replace)


class TasksResourceWithStreamingResponse:
    """View of ``tasks`` whose methods return before the body is read."""

    def __init__(self, tasks: TasksResource) -> None:
        stream = tasks._with_mode("stream")
        self.create = returns_stream(stream.create)
        self.change_rules = returns_stream(stream.change_rules)
        self.replace = returns_stream(stream.replace)


class AsyncTasksResourceWithRawResponse:
    """View of ``tasks`` whose methods return the raw ``APIResponse``."""

    def __init__(self, tasks: AsyncTasksResource) -> None:
        raw = tasks._with_mode("raw")
        self.create = async_returns_raw(raw.create)
        self.change_rules = async_returns_raw(raw.change_rules)
        self.replace = async_returns_raw(raw.replace)


class AsyncTasksResourceWithStreamingResponse:
    """View of ``tasks`` whose methods return before the body is read."""

    def __init__(self, tasks: AsyncTasksResource) -> None:
        stream = tasks._with_mode("stream")
        self.create = async_returns_stream(stream.create)
        self.change_rules = async_returns_stream(stream.change_rules)
        self.replace = async_returns_stream(stream.replace)
