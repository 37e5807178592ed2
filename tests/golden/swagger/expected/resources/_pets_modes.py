"""The resource pets, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._pets_async import AsyncPetsResource
    from .pets import PetsResource

__all__ = [
    "PetsResourceWithRawResponse",
    "PetsResourceWithStreamingResponse",
    "AsyncPetsResourceWithRawResponse",
    "AsyncPetsResourceWithStreamingResponse",
]


class PetsResourceWithRawResponse:
    """View of ``pets`` whose methods return the raw ``APIResponse``."""

    def __init__(self, pets: PetsResource) -> None:
        raw = pets._with_mode("raw")
        self.retrieve = returns_raw(raw.retrieve)
        self.list = returns_raw(raw.list)
        self.delete = returns_raw(raw.delete)


class PetsResourceWithStreamingResponse:
    """View of ``pets`` whose methods return before the body is read."""

    def __init__(self, pets: PetsResource) -> None:
        stream = pets._with_mode("stream")
        self.retrieve = returns_stream(stream.retrieve)
        self.list = returns_stream(stream.list)
        self.delete = returns_stream(stream.delete)


class AsyncPetsResourceWithRawResponse:
    """View of ``pets`` whose methods return the raw ``APIResponse``."""

    def __init__(self, pets: AsyncPetsResource) -> None:
        raw = pets._with_mode("raw")
        self.retrieve = async_returns_raw(raw.retrieve)
        self.list = async_returns_raw(raw.list)
        self.delete = async_returns_raw(raw.delete)


class AsyncPetsResourceWithStreamingResponse:
    """View of ``pets`` whose methods return before the body is read."""

    def __init__(self, pets: AsyncPetsResource) -> None:
        stream = pets._with_mode("stream")
        self.retrieve = async_returns_stream(stream.retrieve)
        self.list = async_returns_stream(stream.list)
        self.delete = async_returns_stream(stream.delete)
