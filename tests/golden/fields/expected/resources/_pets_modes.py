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


class PetsResourceWithStreamingResponse:
    """View of ``pets`` whose methods return before the body is read."""

    def __init__(self, pets: PetsResource) -> None:
        stream = pets._with_mode("stream")
        self.retrieve = returns_stream(stream.retrieve)


class AsyncPetsResourceWithRawResponse:
    """View of ``pets`` whose methods return the raw ``APIResponse``."""

    def __init__(self, pets: AsyncPetsResource) -> None:
        raw = pets._with_mode("raw")
        self.retrieve = async_returns_raw(raw.retrieve)


class AsyncPetsResourceWithStreamingResponse:
    """View of ``pets`` whose methods return before the body is read."""

    def __init__(self, pets: AsyncPetsResource) -> None:
        stream = pets._with_mode("stream")
        self.retrieve = async_returns_stream(stream.retrieve)
