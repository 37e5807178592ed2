"""The resource stores."""

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
    "StoresResource",
    "AsyncStoresResource",
    "StoresResourceWithRawResponse",
    "AsyncStoresResourceWithRawResponse",
    "StoresResourceWithStreamingResponse",
    "AsyncStoresResourceWithStreamingResponse",
]

_ANY: Endpoint[types.StoreAnyResponse] = Endpoint(
    "GET",
    "/stores",
    returns=lambda: types.StoreAnyResponse,
)

_PRICES: Endpoint[types.StorePricesResponse] = Endpoint(
    "GET",
    "/prices",
    returns=lambda: types.StorePricesResponse,
)


class StoresResource(SyncResource):
    """Calls under stores."""

    @cached_property
    def with_raw_response(self) -> StoresResourceWithRawResponse:
        """``stores`` whose calls return the response itself, its body read."""
        return StoresResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> StoresResourceWithStreamingResponse:
        """``stores`` whose calls return the response before its body is read."""
        return StoresResourceWithStreamingResponse(self)

    def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.StoreAnyResponse:
        """GET /stores

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            MapsError: the call failed; its subclasses say how.
        """
        return self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def prices(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.StorePricesResponse:
        """GET /prices

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            MapsError: the call failed; its subclasses say how.
        """
        return self._request(
            _PRICES,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncStoresResource(AsyncResource):
    """Calls under stores."""

    @cached_property
    def with_raw_response(self) -> AsyncStoresResourceWithRawResponse:
        """``stores`` whose calls return the response itself, its body read."""
        return AsyncStoresResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncStoresResourceWithStreamingResponse:
        """``stores`` whose calls return the response before its body is read."""
        return AsyncStoresResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.StoreAnyResponse:
        """GET /stores

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            MapsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def prices(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.StorePricesResponse:
        """GET /prices

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            MapsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _PRICES,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class StoresResourceWithRawResponse:
    """``stores`` whose calls return the response itself, its body read."""

    def __init__(self, stores: StoresResource) -> None:
        raw = stores._with_mode("raw")
        self.any = returns_raw(raw.any)
        self.prices = returns_raw(raw.prices)


class StoresResourceWithStreamingResponse:
    """``stores`` whose calls return the response before its body is read."""

    def __init__(self, stores: StoresResource) -> None:
        stream = stores._with_mode("stream")
        self.any = returns_stream(stream.any)
        self.prices = returns_stream(stream.prices)


class AsyncStoresResourceWithRawResponse:
    """``stores`` whose calls return the response itself, its body read."""

    def __init__(self, stores: AsyncStoresResource) -> None:
        raw = stores._with_mode("raw")
        self.any = async_returns_raw(raw.any)
        self.prices = async_returns_raw(raw.prices)


class AsyncStoresResourceWithStreamingResponse:
    """``stores`` whose calls return the response before its body is read."""

    def __init__(self, stores: AsyncStoresResource) -> None:
        stream = stores._with_mode("stream")
        self.any = async_returns_stream(stream.any)
        self.prices = async_returns_stream(stream.prices)
