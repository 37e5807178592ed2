"""The resource rooms."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import types
from .._core import (
    AsyncResource,
    Endpoint,
    Omit,
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
    from .._core import Body, Headers, NotGiven, Query

__all__ = [
    "RoomsResource",
    "AsyncRoomsResource",
    "RoomsResourceWithRawResponse",
    "AsyncRoomsResourceWithRawResponse",
    "RoomsResourceWithStreamingResponse",
    "AsyncRoomsResourceWithStreamingResponse",
]

_RETRIEVE: Endpoint[types.RoomRetrieveResponse] = Endpoint(
    "GET",
    "/rooms/{id}",
    returns=lambda: types.RoomRetrieveResponse,
)


class RoomsResource(SyncResource):
    """Calls under rooms."""

    @cached_property
    def with_raw_response(self) -> RoomsResourceWithRawResponse:
        """``rooms`` whose calls return the response itself, its body read."""
        return RoomsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> RoomsResourceWithStreamingResponse:
        """``rooms`` whose calls return the response before its body is read."""
        return RoomsResourceWithStreamingResponse(self)

    def retrieve(
        self,
        id: str,
        *,
        sort_by: str | Omit = omit,
        timeout_: int | Omit = omit,
        header_sort_by: str | Omit = omit,
        header_timeout: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.RoomRetrieveResponse:
        """GET /rooms/{id}

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``id`` is empty.
            CollisionsError: the call failed; its subclasses say how.
        """
        return self._request(
            _RETRIEVE,
            path={"id": id},
            query={"sort-by": sort_by, "timeout": timeout_},
            headers={"sort_by": header_sort_by, "Timeout": header_timeout},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncRoomsResource(AsyncResource):
    """Calls under rooms."""

    @cached_property
    def with_raw_response(self) -> AsyncRoomsResourceWithRawResponse:
        """``rooms`` whose calls return the response itself, its body read."""
        return AsyncRoomsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncRoomsResourceWithStreamingResponse:
        """``rooms`` whose calls return the response before its body is read."""
        return AsyncRoomsResourceWithStreamingResponse(self)

    async def retrieve(
        self,
        id: str,
        *,
        sort_by: str | Omit = omit,
        timeout_: int | Omit = omit,
        header_sort_by: str | Omit = omit,
        header_timeout: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.RoomRetrieveResponse:
        """GET /rooms/{id}

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``id`` is empty.
            CollisionsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _RETRIEVE,
            path={"id": id},
            query={"sort-by": sort_by, "timeout": timeout_},
            headers={"sort_by": header_sort_by, "Timeout": header_timeout},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class RoomsResourceWithRawResponse:
    """``rooms`` whose calls return the response itself, its body read."""

    def __init__(self, rooms: RoomsResource) -> None:
        raw = rooms._with_mode("raw")
        self.retrieve = returns_raw(raw.retrieve)


class RoomsResourceWithStreamingResponse:
    """``rooms`` whose calls return the response before its body is read."""

    def __init__(self, rooms: RoomsResource) -> None:
        stream = rooms._with_mode("stream")
        self.retrieve = returns_stream(stream.retrieve)


class AsyncRoomsResourceWithRawResponse:
    """``rooms`` whose calls return the response itself, its body read."""

    def __init__(self, rooms: AsyncRoomsResource) -> None:
        raw = rooms._with_mode("raw")
        self.retrieve = async_returns_raw(raw.retrieve)


class AsyncRoomsResourceWithStreamingResponse:
    """``rooms`` whose calls return the response before its body is read."""

    def __init__(self, rooms: AsyncRoomsResource) -> None:
        stream = rooms._with_mode("stream")
        self.retrieve = async_returns_stream(stream.retrieve)
