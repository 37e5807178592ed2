"""The resource folders, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._folders_async import AsyncFoldersResource
    from .folders import FoldersResource

__all__ = [
    "FoldersResourceWithRawResponse",
    "FoldersResourceWithStreamingResponse",
    "AsyncFoldersResourceWithRawResponse",
    "AsyncFoldersResourceWithStreamingResponse",
]


class FoldersResourceWithRawResponse:
    """View of ``folders`` whose methods return the raw ``APIResponse``."""

    def __init__(self, folders: FoldersResource) -> None:
        raw = folders._with_mode("raw")
        self.any = returns_raw(raw.any)


class FoldersResourceWithStreamingResponse:
    """View of ``folders`` whose methods return before the body is read."""

    def __init__(self, folders: FoldersResource) -> None:
        stream = folders._with_mode("stream")
        self.any = returns_stream(stream.any)


class AsyncFoldersResourceWithRawResponse:
    """View of ``folders`` whose methods return the raw ``APIResponse``."""

    def __init__(self, folders: AsyncFoldersResource) -> None:
        raw = folders._with_mode("raw")
        self.any = async_returns_raw(raw.any)


class AsyncFoldersResourceWithStreamingResponse:
    """View of ``folders`` whose methods return before the body is read."""

    def __init__(self, folders: AsyncFoldersResource) -> None:
        stream = folders._with_mode("stream")
        self.any = async_returns_stream(stream.any)
