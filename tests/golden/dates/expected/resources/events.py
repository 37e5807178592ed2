"""The resource events."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from .. import types
from .._core import (
    AsyncResource,
    Endpoint,
    Omit,
    SyncResource,
    async_returns_raw,
    async_returns_stream,
    not_given,
    omit,
    returns_raw,
    returns_stream,
)

if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query

__all__ = [
    "EventsResource",
    "AsyncEventsResource",
    "EventsResourceWithRawResponse",
    "AsyncEventsResourceWithRawResponse",
    "EventsResourceWithStreamingResponse",
    "AsyncEventsResourceWithStreamingResponse",
]

_LATEST: Endpoint[types.EventLatestResponse] = Endpoint(
    "GET",
    "/events",
    returns=lambda: types.EventLatestResponse,
)


class EventsResource(SyncResource):
    """Calls under events."""

    @cached_property
    def with_raw_response(self) -> EventsResourceWithRawResponse:
        """``events`` whose calls return the response itself, its body read."""
        return EventsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> EventsResourceWithStreamingResponse:
        """``events`` whose calls return the response before its body is read."""
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

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            DatesError: the call failed; its subclasses say how.
        """
        return self._request(
            _LATEST,
            query={"day": day, "since": since},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncEventsResource(AsyncResource):
    """Calls under events."""

    @cached_property
    def with_raw_response(self) -> AsyncEventsResourceWithRawResponse:
        """``events`` whose calls return the response itself, its body read."""
        return AsyncEventsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncEventsResourceWithStreamingResponse:
        """``events`` whose calls return the response before its body is read."""
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

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            DatesError: the call failed; its subclasses say how.
        """
        return await self._request(
            _LATEST,
            query={"day": day, "since": since},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class EventsResourceWithRawResponse:
    """``events`` whose calls return the response itself, its body read."""

    def __init__(self, events: EventsResource) -> None:
        raw = events._with_mode("raw")
        self.latest = returns_raw(raw.latest)


class EventsResourceWithStreamingResponse:
    """``events`` whose calls return the response before its body is read."""

    def __init__(self, events: EventsResource) -> None:
        stream = events._with_mode("stream")
        self.latest = returns_stream(stream.latest)


class AsyncEventsResourceWithRawResponse:
    """``events`` whose calls return the response itself, its body read."""

    def __init__(self, events: AsyncEventsResource) -> None:
        raw = events._with_mode("raw")
        self.latest = async_returns_raw(raw.latest)


class AsyncEventsResourceWithStreamingResponse:
    """``events`` whose calls return the response before its body is read."""

    def __init__(self, events: AsyncEventsResource) -> None:
        stream = events._with_mode("stream")
        self.latest = async_returns_stream(stream.latest)
