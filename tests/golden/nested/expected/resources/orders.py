"""The resource orders."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import types
from .._core import (
    AsyncResource,
    Endpoint,
    SyncResource,
    async_returns_raw,
    async_returns_stream,
    not_given,
    returns_raw,
    returns_stream,
)

if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query

__all__ = [
    "OrdersResource",
    "AsyncOrdersResource",
    "OrdersResourceWithRawResponse",
    "AsyncOrdersResourceWithRawResponse",
    "OrdersResourceWithStreamingResponse",
    "AsyncOrdersResourceWithStreamingResponse",
]

_LATEST: Endpoint[types.OrderLatestResponse] = Endpoint(
    "GET",
    "/orders",
    returns=lambda: types.OrderLatestResponse,
)


class OrdersResource(SyncResource):
    """Calls under orders."""

    @cached_property
    def with_raw_response(self) -> OrdersResourceWithRawResponse:
        """``orders`` whose calls return the response itself, its body read."""
        return OrdersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> OrdersResourceWithStreamingResponse:
        """``orders`` whose calls return the response before its body is read."""
        return OrdersResourceWithStreamingResponse(self)

    def latest(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.OrderLatestResponse:
        """GET /orders

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            NestedError: the call failed; its subclasses say how.
        """
        return self._request(
            _LATEST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncOrdersResource(AsyncResource):
    """Calls under orders."""

    @cached_property
    def with_raw_response(self) -> AsyncOrdersResourceWithRawResponse:
        """``orders`` whose calls return the response itself, its body read."""
        return AsyncOrdersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncOrdersResourceWithStreamingResponse:
        """``orders`` whose calls return the response before its body is read."""
        return AsyncOrdersResourceWithStreamingResponse(self)

    async def latest(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.OrderLatestResponse:
        """GET /orders

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            NestedError: the call failed; its subclasses say how.
        """
        return await self._request(
            _LATEST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class OrdersResourceWithRawResponse:
    """``orders`` whose calls return the response itself, its body read."""

    def __init__(self, orders: OrdersResource) -> None:
        raw = orders._with_mode("raw")
        self.latest = returns_raw(raw.latest)


class OrdersResourceWithStreamingResponse:
    """``orders`` whose calls return the response before its body is read."""

    def __init__(self, orders: OrdersResource) -> None:
        stream = orders._with_mode("stream")
        self.latest = returns_stream(stream.latest)


class AsyncOrdersResourceWithRawResponse:
    """``orders`` whose calls return the response itself, its body read."""

    def __init__(self, orders: AsyncOrdersResource) -> None:
        raw = orders._with_mode("raw")
        self.latest = async_returns_raw(raw.latest)


class AsyncOrdersResourceWithStreamingResponse:
    """``orders`` whose calls return the response before its body is read."""

    def __init__(self, orders: AsyncOrdersResource) -> None:
        stream = orders._with_mode("stream")
        self.latest = async_returns_stream(stream.latest)
