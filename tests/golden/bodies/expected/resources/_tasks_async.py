"""The resource tasks, asynchronous."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .. import types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .tasks import _CHANGE_RULES, _CREATE, _REPLACE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ..types import shared_params, task_change_rules_params
    from ._tasks_modes import (
        AsyncTasksResourceWithRawResponse,
        AsyncTasksResourceWithStreamingResponse,
    )

__all__ = ["AsyncTasksResource"]


class AsyncTasksResource(AsyncResource):
    """Calls under tasks."""

    @cached_property
    def with_raw_response(self) -> AsyncTasksResourceWithRawResponse:
        """View of ``tasks`` whose methods return the raw ``APIResponse``."""
        from ._tasks_modes import AsyncTasksResourceWithRawResponse

        return AsyncTasksResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTasksResourceWithStreamingResponse:
        """View of ``tasks`` whose methods return before the body is read."""
        from ._tasks_modes import AsyncTasksResourceWithStreamingResponse

        return AsyncTasksResourceWithStreamingResponse(self)

    async def create(
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
        return await self._request(
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

    async def change_rules(
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
        return await self._request(
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

    async def replace(
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
        return await self._request(
            _REPLACE,
            body=body,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
