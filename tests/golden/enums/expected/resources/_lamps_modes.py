"""The resource lamps, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._lamps_async import AsyncLampsResource
    from .lamps import LampsResource

__all__ = [
    "LampsResourceWithRawResponse",
    "LampsResourceWithStreamingResponse",
    "AsyncLampsResourceWithRawResponse",
    "AsyncLampsResourceWithStreamingResponse",
]


class LampsResourceWithRawResponse:
    """View of ``lamps`` whose methods return the raw ``APIResponse``."""

    def __init__(self, lamps: LampsResource) -> None:
        raw = lamps._with_mode("raw")
        self.find = returns_raw(raw.find)


class LampsResourceWithStreamingResponse:
    """View of ``lamps`` whose methods return before the body is read."""

    def __init__(self, lamps: LampsResource) -> None:
        stream = lamps._with_mode("stream")
        self.find = returns_stream(stream.find)


class AsyncLampsResourceWithRawResponse:
    """View of ``lamps`` whose methods return the raw ``APIResponse``."""

    def __init__(self, lamps: AsyncLampsResource) -> None:
        raw = lamps._with_mode("raw")
        self.find = async_returns_raw(raw.find)


class AsyncLampsResourceWithStreamingResponse:
    """View of ``lamps`` whose methods return before the body is read."""

    def __init__(self, lamps: AsyncLampsResource) -> None:
        stream = lamps._with_mode("stream")
        self.find = async_returns_stream(stream.find)
