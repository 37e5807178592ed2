"""Exists for migrated programs and tests: these names have public homes elsewhere."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._core import AsyncStream as AsyncStream
    from .._core.compat.response_types import (
        extract_stream_chunk_type as extract_stream_chunk_type,
    )
    from .._core.compat.response_types import (
        is_stream_class_type as is_stream_class_type,
    )
    from .._core import ServerSentEvent as ServerSentEvent
    from .._core import Stream as Stream
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncStream": ".._core",
            "extract_stream_chunk_type": ".._core.compat.response_types",
            "is_stream_class_type": ".._core.compat.response_types",
            "ServerSentEvent": ".._core",
            "Stream": ".._core",
        },
    )

__all__ = [
    "AsyncStream",
    "extract_stream_chunk_type",
    "is_stream_class_type",
    "ServerSentEvent",
    "Stream",
]
