"""The resource files, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._files_async import AsyncFilesResource
    from .files import FilesResource

__all__ = [
    "FilesResourceWithRawResponse",
    "FilesResourceWithStreamingResponse",
    "AsyncFilesResourceWithRawResponse",
    "AsyncFilesResourceWithStreamingResponse",
]


class FilesResourceWithRawResponse:
    """View of ``files`` whose methods return the raw ``APIResponse``."""

    def __init__(self, files: FilesResource) -> None:
        raw = files._with_mode("raw")
        self.replace = returns_raw(raw.replace)
        self.upload = returns_raw(raw.upload)


class FilesResourceWithStreamingResponse:
    """View of ``files`` whose methods return before the body is read."""

    def __init__(self, files: FilesResource) -> None:
        stream = files._with_mode("stream")
        self.replace = returns_stream(stream.replace)
        self.upload = returns_stream(stream.upload)


class AsyncFilesResourceWithRawResponse:
    """View of ``files`` whose methods return the raw ``APIResponse``."""

    def __init__(self, files: AsyncFilesResource) -> None:
        raw = files._with_mode("raw")
        self.replace = async_returns_raw(raw.replace)
        self.upload = async_returns_raw(raw.upload)


class AsyncFilesResourceWithStreamingResponse:
    """View of ``files`` whose methods return before the body is read."""

    def __init__(self, files: AsyncFilesResource) -> None:
        stream = files._with_mode("stream")
        self.replace = async_returns_stream(stream.replace)
        self.upload = async_returns_stream(stream.upload)
