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
    """View of ``rooms`` whose methods return the raw ``APIResponse``."""

    def __init__(self, rooms: RoomsResource) -> None:
        raw = rooms._with_mode("raw")
        self.retrieve = returns_raw(raw.retrieve)


class RoomsResourceWithStreamingResponse:
    """View of ``rooms`` whose methods return before the body is read."""

    def __init__(self, rooms: RoomsResource) -> None:
        stream = rooms._with_mode("stream")
        self.retrieve = returns_stream(stream.retrieve)


class AsyncRoomsResourceWithRawResponse:
    """View of ``rooms`` whose methods return the raw ``APIResponse``."""

    def __init__(self, rooms: AsyncRoomsResource) -> None:
        raw = rooms._with_mode("raw")
        self.retrieve = async_returns_raw(raw.retrieve)


class AsyncRoomsResourceWithStreamingResponse:
    """View of ``rooms`` whose methods return before the body is read."""

    def __init__(self, rooms: AsyncRoomsResource) -> None:
        stream = rooms._with_mode("stream")
        self.retrieve = async_returns_stream(stream.retrieve)
