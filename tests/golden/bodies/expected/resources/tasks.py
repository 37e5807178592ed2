"""The resource tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import types
from .._core import BodySpec, Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ..types import shared_params, task_change_rules_params
    from ._tasks_async import AsyncTasksResource
    from ._tasks_modes import (
        AsyncTasksResourceWithRawResponse,
        AsyncTasksResourceWithStreamingResponse,
        TasksResourceWithRawResponse,
        TasksResourceWithStreamingResponse,
    )

__all__ = [
    "TasksResource",
    "AsyncTasksResource",
    "TasksResourceWithRawResponse",
    "AsyncTasksResourceWithRawResponse",
    "TasksResourceWithStreamingResponse",
    "AsyncTasksResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncTasksResource": ".._tasks_async",
            "TasksResourceWithRawResponse": ".._tasks_modes",
            "AsyncTasksResourceWithRawResponse": ".._tasks_modes",
            "TasksResourceWithStreamingResponse": ".._tasks_modes",
            "AsyncTasksResourceWithStreamingResponse": ".._tasks_modes",
        },
    )

_CREATE: Endpoint[types.Task] = Endpoint(
    "POST",
    "/tasks",
    body=BodySpec(
        "json",
        params("title", "after", ("due_on", "dueOn"), "secret", "state"),
        required=True,
    ),
    arguments=lambda: types.TaskCreateParams,
    returns=lambda: types.Task,
)

_CHANGE_RULES: Endpoint[None] = Endpoint(
    "PATCH",
    "/tasks/{id}/rules",
    path_params=params("id"),
    body=BodySpec("json", params(("body_id", "id"), ("from_", "from"), "rule")),
    accept="*/*",
    arguments=lambda: types.TaskChangeRulesParams,
    returns=lambda: None,
)

_REPLACE: Endpoint[None] = Endpoint(
    "PUT",
    "/tasks",
    body=BodySpec(whole="body", media_type="application/vnd.tasks+json"),
    accept="*/*",
    arguments=lambda: types.TaskReplaceParams,
    returns=lambda: None,
)


class TasksResource(SyncResource):
    """Calls under tasks."""

    @cached_property
    def with_raw_response(self) -> TasksResourceWithRawResponse:
        """View of ``tasks`` whose methods return the raw ``APIResponse``."""
        from ._tasks_modes import TasksResourceWithRawResponse

        return TasksResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> TasksResourceWithStreamingResponse:
        """View of ``tasks`` whose methods return before the body is read."""
        from ._tasks_modes import TasksResourceWithStreamingResponse

        return TasksResourceWithStreamingResponse(self)

    def create(
        self,
        *,
        title: str,
        after: Iterable[types.TaskParam] | Omit = omit,
        due_on: str | date | Omit = omit,
        secret: str | bytes | Omit = omit,
        state: shared_params.State | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.Task:
        """Create a task.

        Args:
            title: What to do.

        Raises:
            AcmeError: the call failed; its subclasses say how.
        """
        return self._request(
            _CREATE,
            title=title,
            after=after,
            due_on=due_on,
            secret=secret,
            state=state,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def change_rules(
        self,
        id: str,
        *,
        body_id: int | Omit = omit,
        from_: str | None | Omit = omit,
        rule: task_change_rules_params.Rule | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """PATCH /tasks/{id}/rules

        Args:
            from_: Who asks; null for nobody.

        Raises:
            ValueError: ``id`` is empty.
            AcmeError: the call failed; its subclasses say how.
        """
        return self._request(
            _CHANGE_RULES,
            id=id,
            body_id=body_id,
            from_=from_,
            rule=rule,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def replace(
        self,
        *,
        body: Iterable[types.TaskParam] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """PUT /tasks

        Args:
            body: All tasks, in order.

        Raises:
            AcmeError: the call failed; its subclasses say how.
        """
        return self._request(
            _REPLACE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
