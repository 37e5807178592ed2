"""The resource cats, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._cats_async import AsyncCatsResource
    from .cats import CatsResource

__all__ = [
    "CatsResourceWithRawResponse",
    "CatsResourceWithStreamingResponse",
    "AsyncCatsResourceWithRawResponse",
    "AsyncCatsResourceWithStreamingResponse",
]


class CatsResourceWithRawResponse:
    """View of ``cats`` whose methods return the raw ``APIResponse``."""

    def __init__(self, cats: CatsResource) -> None:
        raw = cats._with_mode("raw")
        self.any = returns_raw(raw.any)


class CatsResourceWithStreamingResponse:
    """View of ``cats`` whose methods return before the body is read."""

    def __init__(self, cats: CatsResource) -> None:
        stream = cats._with_mode("stream")
        self.any = returns_stream(stream.any)


class AsyncCatsResourceWithRawResponse:
    """View of ``cats`` whose methods return the raw ``APIResponse``."""

    def __init__(self, cats: AsyncCatsResource) -> None:
        raw = cats._with_mode("raw")
        self.any = async_returns_raw(raw.any)


class AsyncCatsResourceWithStreamingResponse:
    """View of ``cats`` whose methods return before the body is read."""

    def __init__(self, cats: AsyncCatsResource) -> None:
        stream = cats._with_mode("stream")
        self.any = async_returns_stream(stream.any)
