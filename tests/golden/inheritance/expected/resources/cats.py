"""The resource cats."""

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
    "CatsResource",
    "AsyncCatsResource",
    "CatsResourceWithRawResponse",
    "AsyncCatsResourceWithRawResponse",
    "CatsResourceWithStreamingResponse",
    "AsyncCatsResourceWithStreamingResponse",
]

_ANY: Endpoint[types.CatAnyResponse] = Endpoint(
    "GET",
    "/cats",
    returns=lambda: types.CatAnyResponse,
)


class CatsResource(SyncResource):
    """Calls under cats."""

    @cached_property
    def with_raw_response(self) -> CatsResourceWithRawResponse:
        """``cats`` whose calls return the response itself, its body read."""
        return CatsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CatsResourceWithStreamingResponse:
        """``cats`` whose calls return the response before its body is read."""
        return CatsResourceWithStreamingResponse(self)

    def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.CatAnyResponse:
        """GET /cats

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            InheritanceError: the call failed; its subclasses say how.
        """
        return self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncCatsResource(AsyncResource):
    """Calls under cats."""

    @cached_property
    def with_raw_response(self) -> AsyncCatsResourceWithRawResponse:
        """``cats`` whose calls return the response itself, its body read."""
        return AsyncCatsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCatsResourceWithStreamingResponse:
        """``cats`` whose calls return the response before its body is read."""
        return AsyncCatsResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.CatAnyResponse:
        """GET /cats

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            InheritanceError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class CatsResourceWithRawResponse:
    """``cats`` whose calls return the response itself, its body read."""

    def __init__(self, cats: CatsResource) -> None:
        raw = cats._with_mode("raw")
        self.any = returns_raw(raw.any)


class CatsResourceWithStreamingResponse:
    """``cats`` whose calls return the response before its body is read."""

    def __init__(self, cats: CatsResource) -> None:
        stream = cats._with_mode("stream")
        self.any = returns_stream(stream.any)


class AsyncCatsResourceWithRawResponse:
    """``cats`` whose calls return the response itself, its body read."""

    def __init__(self, cats: AsyncCatsResource) -> None:
        raw = cats._with_mode("raw")
        self.any = async_returns_raw(raw.any)


class AsyncCatsResourceWithStreamingResponse:
    """``cats`` whose calls return the response before its body is read."""

    def __init__(self, cats: AsyncCatsResource) -> None:
        stream = cats._with_mode("stream")
        self.any = async_returns_stream(stream.any)
