"""The resource reports, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._reports_async import AsyncReportsResource
    from .reports import ReportsResource

__all__ = [
    "ReportsResourceWithRawResponse",
    "ReportsResourceWithStreamingResponse",
    "AsyncReportsResourceWithRawResponse",
    "AsyncReportsResourceWithStreamingResponse",
]


class ReportsResourceWithRawResponse:
    """View of ``reports`` whose methods return the raw ``APIResponse``."""

    def __init__(self, reports: ReportsResource) -> None:
        raw = reports._with_mode("raw")
        self.retrieve = returns_raw(raw.retrieve)
        self.events = returns_raw(raw.events)
        self.lines = returns_raw(raw.lines)
        self.pdf = returns_raw(raw.pdf)
        self.summary = returns_raw(raw.summary)
        self.text = returns_raw(raw.text)


class ReportsResourceWithStreamingResponse:
    """View of ``reports`` whose methods return before the body is read."""

    def __init__(self, reports: ReportsResource) -> None:
        stream = reports._with_mode("stream")
        self.retrieve = returns_stream(stream.retrieve)
        self.events = returns_stream(stream.events)
        self.lines = returns_stream(stream.lines)
        self.pdf = returns_stream(stream.pdf)
        self.summary = returns_stream(stream.summary)
        self.text = returns_stream(stream.text)


class AsyncReportsResourceWithRawResponse:
    """View of ``reports`` whose methods return the raw ``APIResponse``."""

    def __init__(self, reports: AsyncReportsResource) -> None:
        raw = reports._with_mode("raw")
        self.retrieve = async_returns_raw(raw.retrieve)
        self.events = async_returns_raw(raw.events)
        self.lines = async_returns_raw(raw.lines)
        self.pdf = async_returns_raw(raw.pdf)
        self.summary = async_returns_raw(raw.summary)
        self.text = async_returns_raw(raw.text)


class AsyncReportsResourceWithStreamingResponse:
    """View of ``reports`` whose methods return before the body is read."""

    def __init__(self, reports: AsyncReportsResource) -> None:
        stream = reports._with_mode("stream")
        self.retrieve = async_returns_stream(stream.retrieve)
        self.events = async_returns_stream(stream.events)
        self.lines = async_returns_stream(stream.lines)
        self.pdf = async_returns_stream(stream.pdf)
        self.summary = async_returns_stream(stream.summary)
        self.text = async_returns_stream(stream.text)
