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
    """View of ``old`` whose methods return the raw ``APIResponse``."""

    def __init__(self, old: OldResource) -> None:
        raw = old._with_mode("raw")
        self.get = returns_raw(raw.get)


class OldResourceWithStreamingResponse:
    """View of ``old`` whose methods return before the body is read."""

    def __init__(self, old: OldResource) -> None:
        stream = old._with_mode("stream")
        self.get = returns_stream(stream.get)


class AsyncOldResourceWithRawResponse:
    """View of ``old`` whose methods return the raw ``APIResponse``."""

    def __init__(self, old: AsyncOldResource) -> None:
        raw = old._with_mode("raw")
        self.get = async_returns_raw(raw.get)


class AsyncOldResourceWithStreamingResponse:
    """View of ``old`` whose methods return before the body is read."""

    def __init__(self, old: AsyncOldResource) -> None:
        stream = old._with_mode("stream")
        self.get = async_returns_stream(stream.get)
