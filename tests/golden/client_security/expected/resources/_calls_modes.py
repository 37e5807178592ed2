"""The resource calls, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._calls_async import AsyncCallsResource
    from .calls import CallsResource

__all__ = [
    "CallsResourceWithRawResponse",
    "CallsResourceWithStreamingResponse",
    "AsyncCallsResourceWithRawResponse",
    "AsyncCallsResourceWithStreamingResponse",
]


class CallsResourceWithRawResponse:
    """View of ``calls`` whose methods return the raw ``APIResponse``."""

    def __init__(self, calls: CallsResource) -> None:
        raw = calls._with_mode("raw")
        self.admin = returns_raw(raw.admin)
        self.health = returns_raw(raw.health)
        self.me = returns_raw(raw.me)


class CallsResourceWithStreamingResponse:
    """View of ``calls`` whose methods return before the body is read."""

    def __init__(self, calls: CallsResource) -> None:
        stream = calls._with_mode("stream")
        self.admin = returns_stream(stream.admin)
        self.health = returns_stream(stream.health)
        self.me = returns_stream(stream.me)


class AsyncCallsResourceWithRawResponse:
    """View of ``calls`` whose methods return the raw ``APIResponse``."""

    def __init__(self, calls: AsyncCallsResource) -> None:
        raw = calls._with_mode("raw")
        self.admin = async_returns_raw(raw.admin)
        self.health = async_returns_raw(raw.health)
        self.me = async_returns_raw(raw.me)


class AsyncCallsResourceWithStreamingResponse:
    """View of ``calls`` whose methods return before the body is read."""

    def __init__(self, calls: AsyncCallsResource) -> None:
        stream = calls._with_mode("stream")
        self.admin = async_returns_stream(stream.admin)
        self.health = async_returns_stream(stream.health)
        self.me = async_returns_stream(stream.me)
