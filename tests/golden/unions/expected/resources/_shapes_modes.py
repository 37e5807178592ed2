"""The resource shapes, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._shapes_async import AsyncShapesResource
    from .shapes import ShapesResource

__all__ = [
    "ShapesResourceWithRawResponse",
    "ShapesResourceWithStreamingResponse",
    "AsyncShapesResourceWithRawResponse",
    "AsyncShapesResourceWithStreamingResponse",
]


class ShapesResourceWithRawResponse:
    """View of ``shapes`` whose methods return the raw ``APIResponse``."""

    def __init__(self, shapes: ShapesResource) -> None:
        raw = shapes._with_mode("raw")
        self.draw = returns_raw(raw.draw)


class ShapesResourceWithStreamingResponse:
    """View of ``shapes`` whose methods return before the body is read."""

    def __init__(self, shapes: ShapesResource) -> None:
        stream = shapes._with_mode("stream")
        self.draw = returns_stream(stream.draw)


class AsyncShapesResourceWithRawResponse:
    """View of ``shapes`` whose methods return the raw ``APIResponse``."""

    def __init__(self, shapes: AsyncShapesResource) -> None:
        raw = shapes._with_mode("raw")
        self.draw = async_returns_raw(raw.draw)


class AsyncShapesResourceWithStreamingResponse:
    """View of ``shapes`` whose methods return before the body is read."""

    def __init__(self, shapes: AsyncShapesResource) -> None:
        stream = shapes._with_mode("stream")
        self.draw = async_returns_stream(stream.draw)
