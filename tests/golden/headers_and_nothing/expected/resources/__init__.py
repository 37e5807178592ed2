"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .buckets import AsyncBucketsResource as AsyncBucketsResource
    from .buckets import (
        AsyncBucketsResourceWithRawResponse as AsyncBucketsResourceWithRawResponse,
    )
    from .buckets import (
        AsyncBucketsResourceWithStreamingResponse as AsyncBucketsResourceWithStreamingResponse,
    )
    from .buckets import BucketsResource as BucketsResource
    from .buckets import (
        BucketsResourceWithRawResponse as BucketsResourceWithRawResponse,
    )
    from .buckets import (
        BucketsResourceWithStreamingResponse as BucketsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncBucketsResource": ".buckets",
            "AsyncBucketsResourceWithRawResponse": ".buckets",
            "AsyncBucketsResourceWithStreamingResponse": ".buckets",
            "BucketsResource": ".buckets",
            "BucketsResourceWithRawResponse": ".buckets",
            "BucketsResourceWithStreamingResponse": ".buckets",
        },
    )

__all__ = [
    "AsyncBucketsResource",
    "AsyncBucketsResourceWithRawResponse",
    "AsyncBucketsResourceWithStreamingResponse",
    "BucketsResource",
    "BucketsResourceWithRawResponse",
    "BucketsResourceWithStreamingResponse",
]
