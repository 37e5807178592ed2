"""The resource tests, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._tests_async import AsyncTestsResource
    from .tests import TestsResource

__all__ = [
    "TestsResourceWithRawResponse",
    "TestsResourceWithStreamingResponse",
    "AsyncTestsResourceWithRawResponse",
    "AsyncTestsResourceWithStreamingResponse",
]


class TestsResourceWithRawResponse:
    """View of ``tests`` whose methods return the raw ``APIResponse``."""

    def __init__(self, tests: TestsResource) -> None:
        raw = tests._with_mode("raw")
        self.create = returns_raw(raw.create)


class TestsResourceWithStreamingResponse:
    """View of ``tests`` whose methods return before the body is read."""

    def __init__(self, tests: TestsResource) -> None:
        stream = tests._with_mode("stream")
        self.create = returns_stream(stream.create)


class AsyncTestsResourceWithRawResponse:
    """View of ``tests`` whose methods return the raw ``APIResponse``."""

    def __init__(self, tests: AsyncTestsResource) -> None:
        raw = tests._with_mode("raw")
        self.create = async_returns_raw(raw.create)


class AsyncTestsResourceWithStreamingResponse:
    """View of ``tests`` whose methods return before the body is read."""

    def __init__(self, tests: AsyncTestsResource) -> None:
        stream = tests._with_mode("stream")
        self.create = async_returns_stream(stream.create)
