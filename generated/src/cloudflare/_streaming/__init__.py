"""Exists for migrated programs and tests: these names have public homes elsewhere."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core import AsyncStream as AsyncStream
    from .._core import ServerSentEvent as ServerSentEvent
    from .._core import Stream as Stream
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncStream": ".._core",
            "ServerSentEvent": ".._core",
            "Stream": ".._core",
        },
    )

__all__ = [
    "AsyncStream",
    "ServerSentEvent",
    "Stream",
]
