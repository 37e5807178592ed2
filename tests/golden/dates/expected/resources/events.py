"""The resource events."""

from __future__ import annotations

from datetime import date, datetime

from .. import types
from .._core import Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._events_async import AsyncEventsResource
    from ._events_modes import (
        AsyncEventsResourceWithRawResponse,
        AsyncEventsResourceWithStreamingResponse,
        EventsResourceWithRawResponse,
        EventsResourceWithStreamingResponse,
    )

__all__ = [
    "EventsResource",
    "AsyncEventsResource",
    "EventsResourceWithRawResponse",
    "AsyncEventsResourceWithRawResponse",
    "EventsResourceWithStreamingResponse",
    "AsyncEventsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncEventsResource": ".._events_async",
            "EventsResourceWithRawResponse": ".._events_modes",
            "AsyncEventsResourceWithRawResponse": ".._events_modes",
            "EventsResourceWithStreamingResponse": ".._events_modes",
            "AsyncEventsResourceWithStreamingResponse": ".._events_modes",
        },
    )

_LATEST: Endpoint[types.EventLatestResponse] = Endpoint(
    "GET",
    "/events",
    query_params=params("day", "since"),
    returns=lambda: types.EventLatestResponse,
)


class EventsResource(SyncResource):
    """Calls under events."""

    @cached_property
    def with_raw_response(self) -> EventsResourceWithRawResponse:
        """View of ``events`` whose methods return the raw ``APIResponse``."""
        from ._events_modes import EventsResourceWithRawResponse

        return EventsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> EventsResourceWithStreamingResponse:
        """View of ``events`` whose methods return before the body is read."""
        from ._events_modes import EventsResourceWithStreamingResponse

        return EventsResourceWithStreamingResponse(self)

    def latest(
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
        return self._request(
            _LATEST,
            day=day,
            since=since,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
