"""The resource old, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._old_async import AsyncOldResource
    from .old import OldResource

__all__ = [
    "OldResourceWithRawResponse",
    "OldResourceWithStreamingResponse",
    "AsyncOldResourceWithRawResponse",
    "AsyncOldResourceWithStreamingResponse",
]


class OldResourceWithRawResponse:
    """``old`` whose calls return the response itself, its body read."""

    def __init__(self, old: OldResource) -> None:
        raw = old._with_mode("raw")
        self.get = returns_raw(raw.get)


class OldResourceWithStreamingResponse:
    """``old`` whose calls return the response before its body is read."""

    def __init__(self, old: OldResource) -> None:
        stream = old._with_mode("stream")
        self.get = returns_stream(stream.get)


class AsyncOldResourceWithRawResponse:
    """``old`` whose calls return the response itself, its body read."""

    def __init__(self, old: AsyncOldResource) -> None:
        raw = old._with_mode("raw")
        self.get = async_returns_raw(raw.get)


class AsyncOldResourceWithStreamingResponse:
    """``old`` whose calls return the response before its body is read."""

    def __init__(self, old: AsyncOldResource) -> None:
        stream = old._with_mode("stream")
        self.get = async_returns_stream(stream.get)
