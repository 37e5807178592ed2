"""The resource checks, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._checks_async import AsyncChecksResource
    from .checks import ChecksResource

__all__ = [
    "ChecksResourceWithRawResponse",
    "ChecksResourceWithStreamingResponse",
    "AsyncChecksResourceWithRawResponse",
    "AsyncChecksResourceWithStreamingResponse",
]


class ChecksResourceWithRawResponse:
    """View of ``checks`` whose methods return the raw ``APIResponse``."""

    def __init__(self, checks: ChecksResource) -> None:
        raw = checks._with_mode("raw")
        self.create = returns_raw(raw.create)


class ChecksResourceWithStreamingResponse:
    """View of ``checks`` whose methods return before the body is read."""

    def __init__(self, checks: ChecksResource) -> None:
        stream = checks._with_mode("stream")
        self.create = returns_stream(stream.create)


class AsyncChecksResourceWithRawResponse:
    """View of ``checks`` whose methods return the raw ``APIResponse``."""

    def __init__(self, checks: AsyncChecksResource) -> None:
        raw = checks._with_mode("raw")
        self.create = async_returns_raw(raw.create)


class AsyncChecksResourceWithStreamingResponse:
    """View of ``checks`` whose methods return before the body is read."""

    def __init__(self, checks: AsyncChecksResource) -> None:
        stream = checks._with_mode("stream")
        self.create = async_returns_stream(stream.create)
