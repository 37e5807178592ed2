"""The resource harbours, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._harbours_async import AsyncHarboursResource
    from .harbours import HarboursResource

__all__ = [
    "HarboursResourceWithRawResponse",
    "HarboursResourceWithStreamingResponse",
    "AsyncHarboursResourceWithRawResponse",
    "AsyncHarboursResourceWithStreamingResponse",
]


class HarboursResourceWithRawResponse:
    """View of ``harbours`` whose methods return the raw ``APIResponse``."""

    def __init__(self, harbours: HarboursResource) -> None:
        raw = harbours._with_mode("raw")
        self.any = returns_raw(raw.any)


class HarboursResourceWithStreamingResponse:
    """View of ``harbours`` whose methods return before the body is read."""

    def __init__(self, harbours: HarboursResource) -> None:
        stream = harbours._with_mode("stream")
        self.any = returns_stream(stream.any)


class AsyncHarboursResourceWithRawResponse:
    """View of ``harbours`` whose methods return the raw ``APIResponse``."""

    def __init__(self, harbours: AsyncHarboursResource) -> None:
        raw = harbours._with_mode("raw")
        self.any = async_returns_raw(raw.any)


class AsyncHarboursResourceWithStreamingResponse:
    """View of ``harbours`` whose methods return before the body is read."""

    def __init__(self, harbours: AsyncHarboursResource) -> None:
        stream = harbours._with_mode("stream")
        self.any = async_returns_stream(stream.any)
