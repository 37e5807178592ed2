"""The resource tracks, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._tracks_async import AsyncTracksResource
    from .tracks import TracksResource

__all__ = [
    "TracksResourceWithRawResponse",
    "TracksResourceWithStreamingResponse",
    "AsyncTracksResourceWithRawResponse",
    "AsyncTracksResourceWithStreamingResponse",
]


class TracksResourceWithRawResponse:
    """View of ``tracks`` whose methods return the raw ``APIResponse``."""

    def __init__(self, tracks: TracksResource) -> None:
        raw = tracks._with_mode("raw")
        self.get = returns_raw(raw.get)
        self.store = returns_raw(raw.store)


class TracksResourceWithStreamingResponse:
    """View of ``tracks`` whose methods return before the body is read."""

    def __init__(self, tracks: TracksResource) -> None:
        stream = tracks._with_mode("stream")
        self.get = returns_stream(stream.get)
        self.store = returns_stream(stream.store)


class AsyncTracksResourceWithRawResponse:
    """View of ``tracks`` whose methods return the raw ``APIResponse``."""

    def __init__(self, tracks: AsyncTracksResource) -> None:
        raw = tracks._with_mode("raw")
        self.get = async_returns_raw(raw.get)
        self.store = async_returns_raw(raw.store)


class AsyncTracksResourceWithStreamingResponse:
    """View of ``tracks`` whose methods return before the body is read."""

    def __init__(self, tracks: AsyncTracksResource) -> None:
        stream = tracks._with_mode("stream")
        self.get = async_returns_stream(stream.get)
        self.store = async_returns_stream(stream.store)
