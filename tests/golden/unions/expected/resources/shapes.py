"""The resource shapes."""

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
    "ShapesResource",
    "AsyncShapesResource",
    "ShapesResourceWithRawResponse",
    "AsyncShapesResourceWithRawResponse",
    "ShapesResourceWithStreamingResponse",
    "AsyncShapesResourceWithStreamingResponse",
]

_DRAW: Endpoint[types.ShapeDrawResponse] = Endpoint(
    "GET",
    "/shapes",
    returns=lambda: types.ShapeDrawResponse,
)


class ShapesResource(SyncResource):
    """Calls under shapes."""

    @cached_property
    def with_raw_response(self) -> ShapesResourceWithRawResponse:
        """``shapes`` whose calls return the response itself, its body read."""
        return ShapesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ShapesResourceWithStreamingResponse:
        """``shapes`` whose calls return the response before its body is read."""
        return ShapesResourceWithStreamingResponse(self)

    def draw(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ShapeDrawResponse:
        """GET /shapes

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            UnionsError: the call failed; its subclasses say how.
        """
        return self._request(
            _DRAW,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncShapesResource(AsyncResource):
    """Calls under shapes."""

    @cached_property
    def with_raw_response(self) -> AsyncShapesResourceWithRawResponse:
        """``shapes`` whose calls return the response itself, its body read."""
        return AsyncShapesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncShapesResourceWithStreamingResponse:
        """``shapes`` whose calls return the response before its body is read."""
        return AsyncShapesResourceWithStreamingResponse(self)

    async def draw(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ShapeDrawResponse:
        """GET /shapes

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            UnionsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _DRAW,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ShapesResourceWithRawResponse:
    """``shapes`` whose calls return the response itself, its body read."""

    def __init__(self, shapes: ShapesResource) -> None:
        raw = shapes._with_mode("raw")
        self.draw = returns_raw(raw.draw)


class ShapesResourceWithStreamingResponse:
    """``shapes`` whose calls return the response before its body is read."""

    def __init__(self, shapes: ShapesResource) -> None:
        stream = shapes._with_mode("stream")
        self.draw = returns_stream(stream.draw)


class AsyncShapesResourceWithRawResponse:
    """``shapes`` whose calls return the response itself, its body read."""

    def __init__(self, shapes: AsyncShapesResource) -> None:
        raw = shapes._with_mode("raw")
        self.draw = async_returns_raw(raw.draw)


class AsyncShapesResourceWithStreamingResponse:
    """``shapes`` whose calls return the response before its body is read."""

    def __init__(self, shapes: AsyncShapesResource) -> None:
        stream = shapes._with_mode("stream")
        self.draw = async_returns_stream(stream.draw)
