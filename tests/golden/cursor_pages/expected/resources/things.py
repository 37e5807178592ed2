"""The resource things."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import pagination, types
from .._core import (
    AsyncResource,
    Omit,
    PagedEndpoint,
    SyncResource,
    async_returns_raw,
    async_returns_stream,
    not_given,
    omit,
    returns_raw,
    returns_stream,
)

if TYPE_CHECKING:
    import httpx2
    from .._core import AsyncPaginator, Body, Headers, NotGiven, Query

__all__ = [
    "ThingsResource",
    "AsyncThingsResource",
    "ThingsResourceWithRawResponse",
    "AsyncThingsResourceWithRawResponse",
    "ThingsResourceWithStreamingResponse",
    "AsyncThingsResourceWithStreamingResponse",
]

_LIST = PagedEndpoint(
    "GET",
    "/things",
    page=lambda: pagination.SyncPage[types.ThingListResponse],
    async_page=lambda: pagination.AsyncPage[types.ThingListResponse],
)


class ThingsResource(SyncResource):
    """Calls under things."""

    @cached_property
    def with_raw_response(self) -> ThingsResourceWithRawResponse:
        """``things`` whose calls return the response itself, its body read."""
        return ThingsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ThingsResourceWithStreamingResponse:
        """``things`` whose calls return the response before its body is read."""
        return ThingsResourceWithStreamingResponse(self)

    def list(
        self,
        *,
        cursor: str | Omit = omit,
        size: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> pagination.SyncPage[types.ThingListResponse]:
        """GET /things

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            CursorPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _LIST,
            query={"cursor": cursor, "size": size},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncThingsResource(AsyncResource):
    """Calls under things."""

    @cached_property
    def with_raw_response(self) -> AsyncThingsResourceWithRawResponse:
        """``things`` whose calls return the response itself, its body read."""
        return AsyncThingsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncThingsResourceWithStreamingResponse:
        """``things`` whose calls return the response before its body is read."""
        return AsyncThingsResourceWithStreamingResponse(self)

    def list(
        self,
        *,
        cursor: str | Omit = omit,
        size: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingListResponse, pagination.AsyncPage[types.ThingListResponse]
    ]:
        """GET /things

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            CursorPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _LIST,
            query={"cursor": cursor, "size": size},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ThingsResourceWithRawResponse:
    """``things`` whose calls return the response itself, its body read."""

    def __init__(self, things: ThingsResource) -> None:
        raw = things._with_mode("raw")
        self.list = returns_raw(raw.list)


class ThingsResourceWithStreamingResponse:
    """``things`` whose calls return the response before its body is read."""

    def __init__(self, things: ThingsResource) -> None:
        stream = things._with_mode("stream")
        self.list = returns_stream(stream.list)


class AsyncThingsResourceWithRawResponse:
    """``things`` whose calls return the response itself, its body read."""

    def __init__(self, things: AsyncThingsResource) -> None:
        raw = things._with_mode("raw")
        self.list = async_returns_raw(raw.list)


class AsyncThingsResourceWithStreamingResponse:
    """``things`` whose calls return the response before its body is read."""

    def __init__(self, things: AsyncThingsResource) -> None:
        stream = things._with_mode("stream")
        self.list = async_returns_stream(stream.list)
