"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._tasks_async import AsyncTasksResource as AsyncTasksResource
    from ._tasks_modes import (
        AsyncTasksResourceWithRawResponse as AsyncTasksResourceWithRawResponse,
    )
    from ._tasks_modes import (
        AsyncTasksResourceWithStreamingResponse as AsyncTasksResourceWithStreamingResponse,
    )
    from .tasks import TasksResource as TasksResource
    from ._tasks_modes import (
        TasksResourceWithRawResponse as TasksResourceWithRawResponse,
    )
    from ._tasks_modes import (
        TasksResourceWithStreamingResponse as TasksResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncTasksResource": "._tasks_async",
            "AsyncTasksResourceWithRawResponse": "._tasks_modes",
            "AsyncTasksResourceWithStreamingResponse": "._tasks_modes",
            "TasksResource": ".tasks",
            "TasksResourceWithRawResponse": "._tasks_modes",
            "TasksResourceWithStreamingResponse": "._tasks_modes",
        },
    )

__all__ = [
    "AsyncTasksResource",
    "AsyncTasksResourceWithRawResponse",
    "AsyncTasksResourceWithStreamingResponse",
    "TasksResource",
    "TasksResourceWithRawResponse",
    "TasksResourceWithStreamingResponse",
]
