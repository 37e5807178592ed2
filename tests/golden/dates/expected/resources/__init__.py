"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._events_async import AsyncEventsResource as AsyncEventsResource
    from ._events_modes import (
        AsyncEventsResourceWithRawResponse as AsyncEventsResourceWithRawResponse,
    )
    from ._events_modes import (
        AsyncEventsResourceWithStreamingResponse as AsyncEventsResourceWithStreamingResponse,
    )
    from .events import EventsResource as EventsResource
    from ._events_modes import (
        EventsResourceWithRawResponse as EventsResourceWithRawResponse,
    )
    from ._events_modes import (
        EventsResourceWithStreamingResponse as EventsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncEventsResource": "._events_async",
            "AsyncEventsResourceWithRawResponse": "._events_modes",
            "AsyncEventsResourceWithStreamingResponse": "._events_modes",
            "EventsResource": ".events",
            "EventsResourceWithRawResponse": "._events_modes",
            "EventsResourceWithStreamingResponse": "._events_modes",
        },
    )

__all__ = [
    "AsyncEventsResource",
    "AsyncEventsResourceWithRawResponse",
    "AsyncEventsResourceWithStreamingResponse",
    "EventsResource",
    "EventsResourceWithRawResponse",
    "EventsResourceWithStreamingResponse",
]
