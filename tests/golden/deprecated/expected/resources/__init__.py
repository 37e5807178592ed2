"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .old import AsyncOldResource as AsyncOldResource
    from .old import AsyncOldResourceWithRawResponse as AsyncOldResourceWithRawResponse
    from .old import (
        AsyncOldResourceWithStreamingResponse as AsyncOldResourceWithStreamingResponse,
    )
    from .old import OldResource as OldResource
    from .old import OldResourceWithRawResponse as OldResourceWithRawResponse
    from .old import (
        OldResourceWithStreamingResponse as OldResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncOldResource": ".old",
            "AsyncOldResourceWithRawResponse": ".old",
            "AsyncOldResourceWithStreamingResponse": ".old",
            "OldResource": ".old",
            "OldResourceWithRawResponse": ".old",
            "OldResourceWithStreamingResponse": ".old",
        },
    )

__all__ = [
    "AsyncOldResource",
    "AsyncOldResourceWithRawResponse",
    "AsyncOldResourceWithStreamingResponse",
    "OldResource",
    "OldResourceWithRawResponse",
    "OldResourceWithStreamingResponse",
]
