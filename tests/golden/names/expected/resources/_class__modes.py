"""The resource class, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._class__async import AsyncClassResource
    from .class_ import ClassResource

__all__ = [
    "ClassResourceWithRawResponse",
    "ClassResourceWithStreamingResponse",
    "AsyncClassResourceWithRawResponse",
    "AsyncClassResourceWithStreamingResponse",
]


class ClassResourceWithRawResponse:
    """View of ``class_`` whose methods return the raw ``APIResponse``."""

    def __init__(self, class_: ClassResource) -> None:
        raw = class_._with_mode("raw")
        self.list = returns_raw(raw.list)
        self.import_ = returns_raw(raw.import_)


class ClassResourceWithStreamingResponse:
    """View of ``class_`` whose methods return before the body is read."""

    def __init__(self, class_: ClassResource) -> None:
        stream = class_._with_mode("stream")
        self.list = returns_stream(stream.list)
        self.import_ = returns_stream(stream.import_)


class AsyncClassResourceWithRawResponse:
    """View of ``class_`` whose methods return the raw ``APIResponse``."""

    def __init__(self, class_: AsyncClassResource) -> None:
        raw = class_._with_mode("raw")
        self.list = async_returns_raw(raw.list)
        self.import_ = async_returns_raw(raw.import_)


class AsyncClassResourceWithStreamingResponse:
    """View of ``class_`` whose methods return before the body is read."""

    def __init__(self, class_: AsyncClassResource) -> None:
        stream = class_._with_mode("stream")
        self.list = async_returns_stream(stream.list)
        self.import_ = async_returns_stream(stream.import_)
