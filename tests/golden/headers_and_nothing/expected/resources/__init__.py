"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._buckets_async import AsyncBucketsResource as AsyncBucketsResource
    from ._buckets_modes import (
        AsyncBucketsResourceWithRawResponse as AsyncBucketsResourceWithRawResponse,
    )
    from ._buckets_modes import (
        AsyncBucketsResourceWithStreamingResponse as AsyncBucketsResourceWithStreamingResponse,
    )
    from .buckets import BucketsResource as BucketsResource
    from ._buckets_modes import (
        BucketsResourceWithRawResponse as BucketsResourceWithRawResponse,
    )
    from ._buckets_modes import (
        BucketsResourceWithStreamingResponse as BucketsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncBucketsResource": "._buckets_async",
            "AsyncBucketsResourceWithRawResponse": "._buckets_modes",
            "AsyncBucketsResourceWithStreamingResponse": "._buckets_modes",
            "BucketsResource": ".buckets",
            "BucketsResourceWithRawResponse": "._buckets_modes",
            "BucketsResourceWithStreamingResponse": "._buckets_modes",
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
