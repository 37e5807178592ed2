"""The resource kites, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._kites_async import AsyncKitesResource
    from .kites import KitesResource

__all__ = [
    "KitesResourceWithRawResponse",
    "KitesResourceWithStreamingResponse",
    "AsyncKitesResourceWithRawResponse",
    "AsyncKitesResourceWithStreamingResponse",
]


class KitesResourceWithRawResponse:
    """View of ``kites`` whose methods return the raw ``APIResponse``."""

    def __init__(self, kites: KitesResource) -> None:
        raw = kites._with_mode("raw")
        self.list = returns_raw(raw.list)
        self.query = returns_raw(raw.query)


class KitesResourceWithStreamingResponse:
    """View of ``kites`` whose methods return before the body is read."""

    def __init__(self, kites: KitesResource) -> None:
        stream = kites._with_mode("stream")
        self.list = returns_stream(stream.list)
        self.query = returns_stream(stream.query)


class AsyncKitesResourceWithRawResponse:
    """View of ``kites`` whose methods return the raw ``APIResponse``."""

    def __init__(self, kites: AsyncKitesResource) -> None:
        raw = kites._with_mode("raw")
        self.list = async_returns_raw(raw.list)
        self.query = async_returns_raw(raw.query)


class AsyncKitesResourceWithStreamingResponse:
    """View of ``kites`` whose methods return before the body is read."""

    def __init__(self, kites: AsyncKitesResource) -> None:
        stream = kites._with_mode("stream")
        self.list = async_returns_stream(stream.list)
        self.query = async_returns_stream(stream.query)
