"""The resource orders, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._orders_async import AsyncOrdersResource
    from .orders import OrdersResource

__all__ = [
    "OrdersResourceWithRawResponse",
    "OrdersResourceWithStreamingResponse",
    "AsyncOrdersResourceWithRawResponse",
    "AsyncOrdersResourceWithStreamingResponse",
]


class OrdersResourceWithRawResponse:
    """View of ``orders`` whose methods return the raw ``APIResponse``."""

    def __init__(self, orders: OrdersResource) -> None:
        raw = orders._with_mode("raw")
        self.create = returns_raw(raw.create)


class OrdersResourceWithStreamingResponse:
    """View of ``orders`` whose methods return before the body is read."""

    def __init__(self, orders: OrdersResource) -> None:
        stream = orders._with_mode("stream")
        self.create = returns_stream(stream.create)


class AsyncOrdersResourceWithRawResponse:
    """View of ``orders`` whose methods return the raw ``APIResponse``."""

    def __init__(self, orders: AsyncOrdersResource) -> None:
        raw = orders._with_mode("raw")
        self.create = async_returns_raw(raw.create)


class AsyncOrdersResourceWithStreamingResponse:
    """View of ``orders`` whose methods return before the body is read."""

    def __init__(self, orders: AsyncOrdersResource) -> None:
        stream = orders._with_mode("stream")
        self.create = async_returns_stream(stream.create)
