"""The resource events, asynchronous."""

from __future__ import annotations

from datetime import date, datetime

from .. import types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .events import _LATEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._events_modes import (
        AsyncEventsResourceWithRawResponse,
        AsyncEventsResourceWithStreamingResponse,
    )

__all__ = ["AsyncEventsResource"]


class AsyncEventsResource(AsyncResource):
    """Calls under events."""

    @cached_property
    def with_raw_response(self) -> AsyncEventsResourceWithRawResponse:
        """View of ``events`` whose methods return the raw ``APIResponse``."""
        from ._events_modes import AsyncEventsResourceWithRawResponse

        return AsyncEventsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncEventsResourceWithStreamingResponse:
        """View of ``events`` whose methods return before the body is read."""
        from ._events_modes import AsyncEventsResourceWithStreamingResponse

        return AsyncEventsResourceWithStreamingResponse(self)

    async def latest(
        self,
        *,
        day: str | date | Omit = omit,
        since: str | datetime | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.EventLatestResponse:
        """GET /events

        Raises:
            DatesError: the call failed; its subclasses say how.
        """
        return await self._request(
            _LATEST,
            day=day,
            since=since,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
