"""The resource things, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._things_async import AsyncThingsResource
    from .things import ThingsResource

__all__ = [
    "ThingsResourceWithRawResponse",
    "ThingsResourceWithStreamingResponse",
    "AsyncThingsResourceWithRawResponse",
    "AsyncThingsResourceWithStreamingResponse",
]


class ThingsResourceWithRawResponse:
    """View of ``things`` whose methods return the raw ``APIResponse``."""

    def __init__(self, things: ThingsResource) -> None:
        raw = things._with_mode("raw")
        self.by_id = returns_raw(raw.by_id)
        self.by_number = returns_raw(raw.by_number)
        self.by_offset = returns_raw(raw.by_offset)
        self.by_url = returns_raw(raw.by_url)
        self.single = returns_raw(raw.single)


class ThingsResourceWithStreamingResponse:
    """View of ``things`` whose methods return before the body is read."""

    def __init__(self, things: ThingsResource) -> None:
        stream = things._with_mode("stream")
        self.by_id = returns_stream(stream.by_id)
        self.by_number = returns_stream(stream.by_number)
        self.by_offset = returns_stream(stream.by_offset)
        self.by_url = returns_stream(stream.by_url)
        self.single = returns_stream(stream.single)


class AsyncThingsResourceWithRawResponse:
    """View of ``things`` whose methods return the raw ``APIResponse``."""

    def __init__(self, things: AsyncThingsResource) -> None:
        raw = things._with_mode("raw")
        self.by_id = async_returns_raw(raw.by_id)
        self.by_number = async_returns_raw(raw.by_number)
        self.by_offset = async_returns_raw(raw.by_offset)
        self.by_url = async_returns_raw(raw.by_url)
        self.single = async_returns_raw(raw.single)


class AsyncThingsResourceWithStreamingResponse:
    """View of ``things`` whose methods return before the body is read."""

    def __init__(self, things: AsyncThingsResource) -> None:
        stream = things._with_mode("stream")
        self.by_id = async_returns_stream(stream.by_id)
        self.by_number = async_returns_stream(stream.by_number)
        self.by_offset = async_returns_stream(stream.by_offset)
        self.by_url = async_returns_stream(stream.by_url)
        self.single = async_returns_stream(stream.single)
