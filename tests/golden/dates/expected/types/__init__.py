"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .event_latest_params import EventLatestParams as EventLatestParams
    from .event_latest_response import EventLatestResponse as EventLatestResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "EventLatestParams": ".event_latest_params",
            "EventLatestResponse": ".event_latest_response",
        },
    )

__all__ = [
    "EventLatestParams",
    "EventLatestResponse",
]
