"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._calls_async import AsyncCallsResource as AsyncCallsResource
    from ._calls_modes import (
        AsyncCallsResourceWithRawResponse as AsyncCallsResourceWithRawResponse,
    )
    from ._calls_modes import (
        AsyncCallsResourceWithStreamingResponse as AsyncCallsResourceWithStreamingResponse,
    )
    from .calls import CallsResource as CallsResource
    from ._calls_modes import (
        CallsResourceWithRawResponse as CallsResourceWithRawResponse,
    )
    from ._calls_modes import (
        CallsResourceWithStreamingResponse as CallsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncCallsResource": "._calls_async",
            "AsyncCallsResourceWithRawResponse": "._calls_modes",
            "AsyncCallsResourceWithStreamingResponse": "._calls_modes",
            "CallsResource": ".calls",
            "CallsResourceWithRawResponse": "._calls_modes",
            "CallsResourceWithStreamingResponse": "._calls_modes",
        },
    )

__all__ = [
    "AsyncCallsResource",
    "AsyncCallsResourceWithRawResponse",
    "AsyncCallsResourceWithStreamingResponse",
    "CallsResource",
    "CallsResourceWithRawResponse",
    "CallsResourceWithStreamingResponse",
]
