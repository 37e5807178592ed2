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
        self.list = returns_raw(raw.list)


class ThingsResourceWithStreamingResponse:
    """View of ``things`` whose methods return before the body is read."""

    def __init__(self, things: ThingsResource) -> None:
        stream = things._with_mode("stream")
        self.list = returns_stream(stream.list)


class AsyncThingsResourceWithRawResponse:
    """View of ``things`` whose methods return the raw ``APIResponse``."""

    def __init__(self, things: AsyncThingsResource) -> None:
        raw = things._with_mode("raw")
        self.list = async_returns_raw(raw.list)


class AsyncThingsResourceWithStreamingResponse:
    """View of ``things`` whose methods return before the body is read."""

    def __init__(self, things: AsyncThingsResource) -> None:
        stream = things._with_mode("stream")
        self.list = async_returns_stream(stream.list)
