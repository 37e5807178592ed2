"""The resource events, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._events_async import AsyncEventsResource
    from .events import EventsResource

__all__ = [
    "EventsResourceWithRawResponse",
    "EventsResourceWithStreamingResponse",
    "AsyncEventsResourceWithRawResponse",
    "AsyncEventsResourceWithStreamingResponse",
]


class EventsResourceWithRawResponse:
    """View of ``events`` whose methods return the raw ``APIResponse``."""

    def __init__(self, events: EventsResource) -> None:
        raw = events._with_mode("raw")
        self.latest = returns_raw(raw.latest)


class EventsResourceWithStreamingResponse:
    """View of ``events`` whose methods return before the body is read."""

    def __init__(self, events: EventsResource) -> None:
        stream = events._with_mode("stream")
        self.latest = returns_stream(stream.latest)


class AsyncEventsResourceWithRawResponse:
    """View of ``events`` whose methods return the raw ``APIResponse``."""

    def __init__(self, events: AsyncEventsResource) -> None:
        raw = events._with_mode("raw")
        self.latest = async_returns_raw(raw.latest)


class AsyncEventsResourceWithStreamingResponse:
    """View of ``events`` whose methods return before the body is read."""

    def __init__(self, events: AsyncEventsResource) -> None:
        stream = events._with_mode("stream")
        self.latest = async_returns_stream(stream.latest)
