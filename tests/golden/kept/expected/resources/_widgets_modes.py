"""The resource widgets, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._widgets_async import AsyncWidgetsResource
    from .widgets import WidgetsResource

__all__ = [
    "WidgetsResourceWithRawResponse",
    "WidgetsResourceWithStreamingResponse",
    "AsyncWidgetsResourceWithRawResponse",
    "AsyncWidgetsResourceWithStreamingResponse",
]


class WidgetsResourceWithRawResponse:
    """View of ``widgets`` whose methods return the raw ``APIResponse``."""

    def __init__(self, widgets: WidgetsResource) -> None:
        raw = widgets._with_mode("raw")
        self.create = returns_raw(raw.create)
        self.list = returns_raw(raw.list)
        self.find = returns_raw(raw.find)
        self.search = returns_raw(raw.search)


class WidgetsResourceWithStreamingResponse:
    """View of ``widgets`` whose methods return before the body is read."""

    def __init__(self, widgets: WidgetsResource) -> None:
        stream = widgets._with_mode("stream")
        self.create = returns_stream(stream.create)
        self.list = returns_stream(stream.list)
        self.find = returns_stream(stream.find)
        self.search = returns_stream(stream.search)


class AsyncWidgetsResourceWithRawResponse:
    """View of ``widgets`` whose methods return the raw ``APIResponse``."""

    def __init__(self, widgets: AsyncWidgetsResource) -> None:
        raw = widgets._with_mode("raw")
        self.create = async_returns_raw(raw.create)
        self.list = async_returns_raw(raw.list)
        self.find = async_returns_raw(raw.find)
        self.search = async_returns_raw(raw.search)


class AsyncWidgetsResourceWithStreamingResponse:
    """View of ``widgets`` whose methods return before the body is read."""

    def __init__(self, widgets: AsyncWidgetsResource) -> None:
        stream = widgets._with_mode("stream")
        self.create = async_returns_stream(stream.create)
        self.list = async_returns_stream(stream.list)
        self.find = async_returns_stream(stream.find)
        self.search = async_returns_stream(stream.search)
