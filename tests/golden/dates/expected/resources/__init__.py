"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .events import AsyncEventsResource as AsyncEventsResource
    from .events import (
        AsyncEventsResourceWithRawResponse as AsyncEventsResourceWithRawResponse,
    )
    from .events import (
        AsyncEventsResourceWithStreamingResponse as AsyncEventsResourceWithStreamingResponse,
    )
    from .events import EventsResource as EventsResource
    from .events import EventsResourceWithRawResponse as EventsResourceWithRawResponse
    from .events import (
        EventsResourceWithStreamingResponse as EventsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncEventsResource": ".events",
            "AsyncEventsResourceWithRawResponse": ".events",
            "AsyncEventsResourceWithStreamingResponse": ".events",
            "EventsResource": ".events",
            "EventsResourceWithRawResponse": ".events",
            "EventsResourceWithStreamingResponse": ".events",
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
