"""The resource harbours."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

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
from ..types import shared

if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query

__all__ = [
    "HarboursResource",
    "AsyncHarboursResource",
    "HarboursResourceWithRawResponse",
    "AsyncHarboursResourceWithRawResponse",
    "HarboursResourceWithStreamingResponse",
    "AsyncHarboursResourceWithStreamingResponse",
]

_ANY: Endpoint[shared.Position] = Endpoint(
    "GET",
    "/harbours",
    returns=lambda: shared.Position,
)


class HarboursResource(SyncResource):
    """Calls under harbours."""

    @cached_property
    def with_raw_response(self) -> HarboursResourceWithRawResponse:
        """``harbours`` whose calls return the response itself, its body read."""
        return HarboursResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> HarboursResourceWithStreamingResponse:
        """``harbours`` whose calls return the response before its body is read."""
        return HarboursResourceWithStreamingResponse(self)

    def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> shared.Position:
        """GET /harbours

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            SharedModelsError: the call failed; its subclasses say how.
        """
        return self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncHarboursResource(AsyncResource):
    """Calls under harbours."""

    @cached_property
    def with_raw_response(self) -> AsyncHarboursResourceWithRawResponse:
        """``harbours`` whose calls return the response itself, its body read."""
        return AsyncHarboursResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncHarboursResourceWithStreamingResponse:
        """``harbours`` whose calls return the response before its body is read."""
        return AsyncHarboursResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> shared.Position:
        """GET /harbours

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            SharedModelsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class HarboursResourceWithRawResponse:
    """``harbours`` whose calls return the response itself, its body read."""

    def __init__(self, harbours: HarboursResource) -> None:
        raw = harbours._with_mode("raw")
        self.any = returns_raw(raw.any)


class HarboursResourceWithStreamingResponse:
    """``harbours`` whose calls return the response before its body is read."""

    def __init__(self, harbours: HarboursResource) -> None:
        stream = harbours._with_mode("stream")
        self.any = returns_stream(stream.any)


class AsyncHarboursResourceWithRawResponse:
    """``harbours`` whose calls return the response itself, its body read."""

    def __init__(self, harbours: AsyncHarboursResource) -> None:
        raw = harbours._with_mode("raw")
        self.any = async_returns_raw(raw.any)


class AsyncHarboursResourceWithStreamingResponse:
    """``harbours`` whose calls return the response before its body is read."""

    def __init__(self, harbours: AsyncHarboursResource) -> None:
        stream = harbours._with_mode("stream")
        self.any = async_returns_stream(stream.any)
