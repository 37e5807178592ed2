"""The resource rooms, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._rooms_async import AsyncRoomsResource
    from .rooms import RoomsResource

__all__ = [
    "RoomsResourceWithRawResponse",
    "RoomsResourceWithStreamingResponse",
    "AsyncRoomsResourceWithRawResponse",
    "AsyncRoomsResourceWithStreamingResponse",
]


class RoomsResourceWithRawResponse:
    """``rooms`` whose calls return the response itself, its body read."""

    def __init__(self, rooms: RoomsResource) -> None:
        raw = rooms._with_mode("raw")
        self.retrieve = returns_raw(raw.retrieve)


class RoomsResourceWithStreamingResponse:
    """``rooms`` whose calls return the response before its body is read."""

    def __init__(self, rooms: RoomsResource) -> None:
        stream = rooms._with_mode("stream")
        self.retrieve = returns_stream(stream.retrieve)


class AsyncRoomsResourceWithRawResponse:
    """``rooms`` whose calls return the response itself, its body read."""

    def __init__(self, rooms: AsyncRoomsResource) -> None:
        raw = rooms._with_mode("raw")
        self.retrieve = async_returns_raw(raw.retrieve)


class AsyncRoomsResourceWithStreamingResponse:
    """``rooms`` whose calls return the response before its body is read."""

    def __init__(self, rooms: AsyncRoomsResource) -> None:
        stream = rooms._with_mode("stream")
        self.retrieve = async_returns_stream(stream.retrieve)
