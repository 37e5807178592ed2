"""The resource boats."""

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
    "BoatsResource",
    "AsyncBoatsResource",
    "BoatsResourceWithRawResponse",
    "AsyncBoatsResourceWithRawResponse",
    "BoatsResourceWithStreamingResponse",
    "AsyncBoatsResourceWithStreamingResponse",
]

_ANY: Endpoint[types.BoatAnyResponse] = Endpoint(
    "GET",
    "/boats",
    returns=lambda: types.BoatAnyResponse,
)


class BoatsResource(SyncResource):
    """Calls under boats."""

    @cached_property
    def with_raw_response(self) -> BoatsResourceWithRawResponse:
        """``boats`` whose calls return the response itself, its body read."""
        return BoatsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> BoatsResourceWithStreamingResponse:
        """``boats`` whose calls return the response before its body is read."""
        return BoatsResourceWithStreamingResponse(self)

    def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.BoatAnyResponse:
        """GET /boats

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


class AsyncBoatsResource(AsyncResource):
    """Calls under boats."""

    @cached_property
    def with_raw_response(self) -> AsyncBoatsResourceWithRawResponse:
        """``boats`` whose calls return the response itself, its body read."""
        return AsyncBoatsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncBoatsResourceWithStreamingResponse:
        """``boats`` whose calls return the response before its body is read."""
        return AsyncBoatsResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.BoatAnyResponse:
        """GET /boats

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


class BoatsResourceWithRawResponse:
    """``boats`` whose calls return the response itself, its body read."""

    def __init__(self, boats: BoatsResource) -> None:
        raw = boats._with_mode("raw")
        self.any = returns_raw(raw.any)


class BoatsResourceWithStreamingResponse:
    """``boats`` whose calls return the response before its body is read."""

    def __init__(self, boats: BoatsResource) -> None:
        stream = boats._with_mode("stream")
        self.any = returns_stream(stream.any)


class AsyncBoatsResourceWithRawResponse:
    """``boats`` whose calls return the response itself, its body read."""

    def __init__(self, boats: AsyncBoatsResource) -> None:
        raw = boats._with_mode("raw")
        self.any = async_returns_raw(raw.any)


class AsyncBoatsResourceWithStreamingResponse:
    """``boats`` whose calls return the response before its body is read."""

    def __init__(self, boats: AsyncBoatsResource) -> None:
        stream = boats._with_mode("stream")
        self.any = async_returns_stream(stream.any)
