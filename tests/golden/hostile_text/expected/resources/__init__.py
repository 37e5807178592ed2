"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .x import AsyncXResource as AsyncXResource
    from .x import AsyncXResourceWithRawResponse as AsyncXResourceWithRawResponse
    from .x import (
        AsyncXResourceWithStreamingResponse as AsyncXResourceWithStreamingResponse,
    )
    from .x import XResource as XResource
    from .x import XResourceWithRawResponse as XResourceWithRawResponse
    from .x import XResourceWithStreamingResponse as XResourceWithStreamingResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncXResource": ".x",
            "AsyncXResourceWithRawResponse": ".x",
            "AsyncXResourceWithStreamingResponse": ".x",
            "XResource": ".x",
            "XResourceWithRawResponse": ".x",
            "XResourceWithStreamingResponse": ".x",
        },
    )

__all__ = [
    "AsyncXResource",
    "AsyncXResourceWithRawResponse",
    "AsyncXResourceWithStreamingResponse",
    "XResource",
    "XResourceWithRawResponse",
    "XResourceWithStreamingResponse",
]
