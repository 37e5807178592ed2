"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .lamps import AsyncLampsResource as AsyncLampsResource
    from .lamps import (
        AsyncLampsResourceWithRawResponse as AsyncLampsResourceWithRawResponse,
    )
    from .lamps import (
        AsyncLampsResourceWithStreamingResponse as AsyncLampsResourceWithStreamingResponse,
    )
    from .lamps import LampsResource as LampsResource
    from .lamps import LampsResourceWithRawResponse as LampsResourceWithRawResponse
    from .lamps import (
        LampsResourceWithStreamingResponse as LampsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncLampsResource": ".lamps",
            "AsyncLampsResourceWithRawResponse": ".lamps",
            "AsyncLampsResourceWithStreamingResponse": ".lamps",
            "LampsResource": ".lamps",
            "LampsResourceWithRawResponse": ".lamps",
            "LampsResourceWithStreamingResponse": ".lamps",
        },
    )

__all__ = [
    "AsyncLampsResource",
    "AsyncLampsResourceWithRawResponse",
    "AsyncLampsResourceWithStreamingResponse",
    "LampsResource",
    "LampsResourceWithRawResponse",
    "LampsResourceWithStreamingResponse",
]
