"""The resource lamps."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

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
    "LampsResource",
    "AsyncLampsResource",
    "LampsResourceWithRawResponse",
    "AsyncLampsResourceWithRawResponse",
    "LampsResourceWithStreamingResponse",
    "AsyncLampsResourceWithStreamingResponse",
]

_FIND: Endpoint[types.LampFindResponse] = Endpoint(
    "GET",
    "/lamps",
    returns=lambda: types.LampFindResponse,
)


class LampsResource(SyncResource):
    """Calls under lamps."""

    @cached_property
    def with_raw_response(self) -> LampsResourceWithRawResponse:
        """``lamps`` whose calls return the response itself, its body read."""
        return LampsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> LampsResourceWithStreamingResponse:
        """``lamps`` whose calls return the response before its body is read."""
        return LampsResourceWithStreamingResponse(self)

    def find(
        self,
        *,
        level: Literal[1, 2, 3],
        colour: Literal["red", "green"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.LampFindResponse:
        """GET /lamps

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            EnumsError: the call failed; its subclasses say how.
        """
        return self._request(
            _FIND,
            query={"level": level, "colour": colour},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncLampsResource(AsyncResource):
    """Calls under lamps."""

    @cached_property
    def with_raw_response(self) -> AsyncLampsResourceWithRawResponse:
        """``lamps`` whose calls return the response itself, its body read."""
        return AsyncLampsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncLampsResourceWithStreamingResponse:
        """``lamps`` whose calls return the response before its body is read."""
        return AsyncLampsResourceWithStreamingResponse(self)

    async def find(
        self,
        *,
        level: Literal[1, 2, 3],
        colour: Literal["red", "green"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.LampFindResponse:
        """GET /lamps

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            EnumsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _FIND,
            query={"level": level, "colour": colour},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class LampsResourceWithRawResponse:
    """``lamps`` whose calls return the response itself, its body read."""

    def __init__(self, lamps: LampsResource) -> None:
        raw = lamps._with_mode("raw")
        self.find = returns_raw(raw.find)


class LampsResourceWithStreamingResponse:
    """``lamps`` whose calls return the response before its body is read."""

    def __init__(self, lamps: LampsResource) -> None:
        stream = lamps._with_mode("stream")
        self.find = returns_stream(stream.find)


class AsyncLampsResourceWithRawResponse:
    """``lamps`` whose calls return the response itself, its body read."""

    def __init__(self, lamps: AsyncLampsResource) -> None:
        raw = lamps._with_mode("raw")
        self.find = async_returns_raw(raw.find)


class AsyncLampsResourceWithStreamingResponse:
    """``lamps`` whose calls return the response before its body is read."""

    def __init__(self, lamps: AsyncLampsResource) -> None:
        stream = lamps._with_mode("stream")
        self.find = async_returns_stream(stream.find)
