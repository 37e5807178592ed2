"""The resource buckets, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._buckets_async import AsyncBucketsResource
    from .buckets import BucketsResource

__all__ = [
    "BucketsResourceWithRawResponse",
    "BucketsResourceWithStreamingResponse",
    "AsyncBucketsResourceWithRawResponse",
    "AsyncBucketsResourceWithStreamingResponse",
]


class BucketsResourceWithRawResponse:
    """View of ``buckets`` whose methods return the raw ``APIResponse``."""

    def __init__(self, buckets: BucketsResource) -> None:
        raw = buckets._with_mode("raw")
        self.delete = returns_raw(raw.delete)
        self.check = returns_raw(raw.check)


class BucketsResourceWithStreamingResponse:
    """View of ``buckets`` whose methods return before the body is read."""

    def __init__(self, buckets: BucketsResource) -> None:
        stream = buckets._with_mode("stream")
        self.delete = returns_stream(stream.delete)
        self.check = returns_stream(stream.check)


class AsyncBucketsResourceWithRawResponse:
    """View of ``buckets`` whose methods return the raw ``APIResponse``."""

    def __init__(self, buckets: AsyncBucketsResource) -> None:
        raw = buckets._with_mode("raw")
        self.delete = async_returns_raw(raw.delete)
        self.check = async_returns_raw(raw.check)


class AsyncBucketsResourceWithStreamingResponse:
    """View of ``buckets`` whose methods return before the body is read."""

    def __init__(self, buckets: AsyncBucketsResource) -> None:
        stream = buckets._with_mode("stream")
        self.delete = async_returns_stream(stream.delete)
        self.check = async_returns_stream(stream.check)
