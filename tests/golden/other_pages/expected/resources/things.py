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

_BY_ID = PagedEndpoint(
    "GET",
    "/id",
    page=lambda: pagination.SyncIDPage[types.ThingByIDResponse],
    async_page=lambda: pagination.AsyncIDPage[types.ThingByIDResponse],
)

_BY_NUMBER = PagedEndpoint(
    "GET",
    "/number",
    page=lambda: pagination.SyncNumberPage[types.ThingByNumberResponse],
    async_page=lambda: pagination.AsyncNumberPage[types.ThingByNumberResponse],
)

_BY_OFFSET = PagedEndpoint(
    "GET",
    "/offset",
    page=lambda: pagination.SyncOffsetPage[types.ThingByOffsetResponse],
    async_page=lambda: pagination.AsyncOffsetPage[types.ThingByOffsetResponse],
)

_BY_URL = PagedEndpoint(
    "GET",
    "/url",
    page=lambda: pagination.SyncURLPage[types.ThingByURLResponse],
    async_page=lambda: pagination.AsyncURLPage[types.ThingByURLResponse],
)

_SINGLE = PagedEndpoint(
    "GET",
    "/single",
    page=lambda: pagination.SyncSinglePage[types.ThingSingleResponse],
    async_page=lambda: pagination.AsyncSinglePage[types.ThingSingleResponse],
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

    def by_id(
        self,
        *,
        after: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> pagination.SyncIDPage[types.ThingByIDResponse]:
        """GET /id

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_ID,
            query={"after": after},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def by_number(
        self,
        *,
        page: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> pagination.SyncNumberPage[types.ThingByNumberResponse]:
        """GET /number

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_NUMBER,
            query={"page": page},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def by_offset(
        self,
        *,
        skip: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> pagination.SyncOffsetPage[types.ThingByOffsetResponse]:
        """GET /offset

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_OFFSET,
            query={"skip": skip},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def by_url(
        self,
        *,
        unused: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> pagination.SyncURLPage[types.ThingByURLResponse]:
        """GET /url

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_URL,
            query={"unused": unused},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def single(
        self,
        *,
        none: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> pagination.SyncSinglePage[types.ThingSingleResponse]:
        """GET /single

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _SINGLE,
            query={"none": none},
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

    def by_id(
        self,
        *,
        after: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingByIDResponse, pagination.AsyncIDPage[types.ThingByIDResponse]
    ]:
        """GET /id

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_ID,
            query={"after": after},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def by_number(
        self,
        *,
        page: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingByNumberResponse,
        pagination.AsyncNumberPage[types.ThingByNumberResponse],
    ]:
        """GET /number

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_NUMBER,
            query={"page": page},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def by_offset(
        self,
        *,
        skip: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingByOffsetResponse,
        pagination.AsyncOffsetPage[types.ThingByOffsetResponse],
    ]:
        """GET /offset

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_OFFSET,
            query={"skip": skip},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def by_url(
        self,
        *,
        unused: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingByURLResponse, pagination.AsyncURLPage[types.ThingByURLResponse]
    ]:
        """GET /url

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_URL,
            query={"unused": unused},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def single(
        self,
        *,
        none: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingSingleResponse, pagination.AsyncSinglePage[types.ThingSingleResponse]
    ]:
        """GET /single

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _SINGLE,
            query={"none": none},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ThingsResourceWithRawResponse:
    """``things`` whose calls return the response itself, its body read."""

    def __init__(self, things: ThingsResource) -> None:
        raw = things._with_mode("raw")
        self.by_id = returns_raw(raw.by_id)
        self.by_number = returns_raw(raw.by_number)
        self.by_offset = returns_raw(raw.by_offset)
        self.by_url = returns_raw(raw.by_url)
        self.single = returns_raw(raw.single)


class ThingsResourceWithStreamingResponse:
    """``things`` whose calls return the response before its body is read."""

    def __init__(self, things: ThingsResource) -> None:
        stream = things._with_mode("stream")
        self.by_id = returns_stream(stream.by_id)
        self.by_number = returns_stream(stream.by_number)
        self.by_offset = returns_stream(stream.by_offset)
        self.by_url = returns_stream(stream.by_url)
        self.single = returns_stream(stream.single)


class AsyncThingsResourceWithRawResponse:
    """``things`` whose calls return the response itself, its body read."""

    def __init__(self, things: AsyncThingsResource) -> None:
        raw = things._with_mode("raw")
        self.by_id = async_returns_raw(raw.by_id)
        self.by_number = async_returns_raw(raw.by_number)
        self.by_offset = async_returns_raw(raw.by_offset)
        self.by_url = async_returns_raw(raw.by_url)
        self.single = async_returns_raw(raw.single)


class AsyncThingsResourceWithStreamingResponse:
    """``things`` whose calls return the response before its body is read."""

    def __init__(self, things: AsyncThingsResource) -> None:
        stream = things._with_mode("stream")
        self.by_id = async_returns_stream(stream.by_id)
        self.by_number = async_returns_stream(stream.by_number)
        self.by_offset = async_returns_stream(stream.by_offset)
        self.by_url = async_returns_stream(stream.by_url)
        self.single = async_returns_stream(stream.single)
