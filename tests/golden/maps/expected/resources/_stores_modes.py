"""The resource stores, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._stores_async import AsyncStoresResource
    from .stores import StoresResource

__all__ = [
    "StoresResourceWithRawResponse",
    "StoresResourceWithStreamingResponse",
    "AsyncStoresResourceWithRawResponse",
    "AsyncStoresResourceWithStreamingResponse",
]


class StoresResourceWithRawResponse:
    """View of ``stores`` whose methods return the raw ``APIResponse``."""

    def __init__(self, stores: StoresResource) -> None:
        raw = stores._with_mode("raw")
        self.any = returns_raw(raw.any)
        self.prices = returns_raw(raw.prices)


class StoresResourceWithStreamingResponse:
    """View of ``stores`` whose methods return before the body is read."""

    def __init__(self, stores: StoresResource) -> None:
        stream = stores._with_mode("stream")
        self.any = returns_stream(stream.any)
        self.prices = returns_stream(stream.prices)


class AsyncStoresResourceWithRawResponse:
    """View of ``stores`` whose methods return the raw ``APIResponse``."""

    def __init__(self, stores: AsyncStoresResource) -> None:
        raw = stores._with_mode("raw")
        self.any = async_returns_raw(raw.any)
        self.prices = async_returns_raw(raw.prices)


class AsyncStoresResourceWithStreamingResponse:
    """View of ``stores`` whose methods return before the body is read."""

    def __init__(self, stores: AsyncStoresResource) -> None:
        stream = stores._with_mode("stream")
        self.any = async_returns_stream(stream.any)
        self.prices = async_returns_stream(stream.prices)
