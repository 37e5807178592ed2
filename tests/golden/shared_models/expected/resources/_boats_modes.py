"""The resource boats, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._boats_async import AsyncBoatsResource
    from .boats import BoatsResource

__all__ = [
    "BoatsResourceWithRawResponse",
    "BoatsResourceWithStreamingResponse",
    "AsyncBoatsResourceWithRawResponse",
    "AsyncBoatsResourceWithStreamingResponse",
]


class BoatsResourceWithRawResponse:
    """View of ``boats`` whose methods return the raw ``APIResponse``."""

    def __init__(self, boats: BoatsResource) -> None:
        raw = boats._with_mode("raw")
        self.any = returns_raw(raw.any)


class BoatsResourceWithStreamingResponse:
    """View of ``boats`` whose methods return before the body is read."""

    def __init__(self, boats: BoatsResource) -> None:
        stream = boats._with_mode("stream")
        self.any = returns_stream(stream.any)


class AsyncBoatsResourceWithRawResponse:
    """View of ``boats`` whose methods return the raw ``APIResponse``."""

    def __init__(self, boats: AsyncBoatsResource) -> None:
        raw = boats._with_mode("raw")
        self.any = async_returns_raw(raw.any)


class AsyncBoatsResourceWithStreamingResponse:
    """View of ``boats`` whose methods return before the body is read."""

    def __init__(self, boats: AsyncBoatsResource) -> None:
        stream = boats._with_mode("stream")
        self.any = async_returns_stream(stream.any)
