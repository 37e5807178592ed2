"""The resource old."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from typing_extensions import deprecated

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
    "OldResource",
    "AsyncOldResource",
    "OldResourceWithRawResponse",
    "AsyncOldResourceWithRawResponse",
    "OldResourceWithStreamingResponse",
    "AsyncOldResourceWithStreamingResponse",
]

_GET: Endpoint[types.OldGetResponse] = Endpoint(
    "GET",
    "/old",
    returns=lambda: types.OldGetResponse,
)


class OldResource(SyncResource):
    """Calls under old."""

    @cached_property
    def with_raw_response(self) -> OldResourceWithRawResponse:
        """``old`` whose calls return the response itself, its body read."""
        return OldResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> OldResourceWithStreamingResponse:
        """``old`` whose calls return the response before its body is read."""
        return OldResourceWithStreamingResponse(self)

    @deprecated("use `new` instead")
    def get(
        self,
        *,
        q: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.OldGetResponse:
        """GET /old

        Args:
            q: Unused.
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            DeprecatedError: the call failed; its subclasses say how.
        """
        return self._request(
            _GET,
            query={"q": q},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncOldResource(AsyncResource):
    """Calls under old."""

    @cached_property
    def with_raw_response(self) -> AsyncOldResourceWithRawResponse:
        """``old`` whose calls return the response itself, its body read."""
        return AsyncOldResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncOldResourceWithStreamingResponse:
        """``old`` whose calls return the response before its body is read."""
        return AsyncOldResourceWithStreamingResponse(self)

    @deprecated("use `new` instead")
    async def get(
        self,
        *,
        q: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.OldGetResponse:
        """GET /old

        Args:
            q: Unused.
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            DeprecatedError: the call failed; its subclasses say how.
        """
        return await self._request(
            _GET,
            query={"q": q},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class OldResourceWithRawResponse:
    """``old`` whose calls return the response itself, its body read."""

    def __init__(self, old: OldResource) -> None:
        raw = old._with_mode("raw")
        self.get = returns_raw(raw.get)


class OldResourceWithStreamingResponse:
    """``old`` whose calls return the response before its body is read."""

    def __init__(self, old: OldResource) -> None:
        stream = old._with_mode("stream")
        self.get = returns_stream(stream.get)


class AsyncOldResourceWithRawResponse:
    """``old`` whose calls return the response itself, its body read."""

    def __init__(self, old: AsyncOldResource) -> None:
        raw = old._with_mode("raw")
        self.get = async_returns_raw(raw.get)


class AsyncOldResourceWithStreamingResponse:
    """``old`` whose calls return the response before its body is read."""

    def __init__(self, old: AsyncOldResource) -> None:
        stream = old._with_mode("stream")
        self.get = async_returns_stream(stream.get)
