"""The resource x, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._x_async import AsyncXResource
    from .x import XResource

__all__ = [
    "XResourceWithRawResponse",
    "XResourceWithStreamingResponse",
    "AsyncXResourceWithRawResponse",
    "AsyncXResourceWithStreamingResponse",
]


class XResourceWithRawResponse:
    """View of ``x`` whose methods return the raw ``APIResponse``."""

    def __init__(self, x: XResource) -> None:
        raw = x._with_mode("raw")
        self.get = returns_raw(raw.get)


class XResourceWithStreamingResponse:
    """View of ``x`` whose methods return before the body is read."""

    def __init__(self, x: XResource) -> None:
        stream = x._with_mode("stream")
        self.get = returns_stream(stream.get)


class AsyncXResourceWithRawResponse:
    """View of ``x`` whose methods return the raw ``APIResponse``."""

    def __init__(self, x: AsyncXResource) -> None:
        raw = x._with_mode("raw")
        self.get = async_returns_raw(raw.get)


class AsyncXResourceWithStreamingResponse:
    """View of ``x`` whose methods return before the body is read."""

    def __init__(self, x: AsyncXResource) -> None:
        stream = x._with_mode("stream")
        self.get = async_returns_stream(stream.get)
