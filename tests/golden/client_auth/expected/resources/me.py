"""The resource me."""

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
    "MeResource",
    "AsyncMeResource",
    "MeResourceWithRawResponse",
    "AsyncMeResourceWithRawResponse",
    "MeResourceWithStreamingResponse",
    "AsyncMeResourceWithStreamingResponse",
]

_RETRIEVE: Endpoint[types.MeRetrieveResponse] = Endpoint(
    "GET",
    "/me",
    returns=lambda: types.MeRetrieveResponse,
)


class MeResource(SyncResource):
    """Calls under me."""

    @cached_property
    def with_raw_response(self) -> MeResourceWithRawResponse:
        """``me`` whose calls return the response itself, its body read."""
        return MeResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> MeResourceWithStreamingResponse:
        """``me`` whose calls return the response before its body is read."""
        return MeResourceWithStreamingResponse(self)

    def retrieve(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.MeRetrieveResponse:
        """GET /me

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ClientAuthError: the call failed; its subclasses say how.
        """
        return self._request(
            _RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncMeResource(AsyncResource):
    """Calls under me."""

    @cached_property
    def with_raw_response(self) -> AsyncMeResourceWithRawResponse:
        """``me`` whose calls return the response itself, its body read."""
        return AsyncMeResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMeResourceWithStreamingResponse:
        """``me`` whose calls return the response before its body is read."""
        return AsyncMeResourceWithStreamingResponse(self)

    async def retrieve(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.MeRetrieveResponse:
        """GET /me

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ClientAuthError: the call failed; its subclasses say how.
        """
        return await self._request(
            _RETRIEVE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class MeResourceWithRawResponse:
    """``me`` whose calls return the response itself, its body read."""

    def __init__(self, me: MeResource) -> None:
        raw = me._with_mode("raw")
        self.retrieve = returns_raw(raw.retrieve)


class MeResourceWithStreamingResponse:
    """``me`` whose calls return the response before its body is read."""

    def __init__(self, me: MeResource) -> None:
        stream = me._with_mode("stream")
        self.retrieve = returns_stream(stream.retrieve)


class AsyncMeResourceWithRawResponse:
    """``me`` whose calls return the response itself, its body read."""

    def __init__(self, me: AsyncMeResource) -> None:
        raw = me._with_mode("raw")
        self.retrieve = async_returns_raw(raw.retrieve)


class AsyncMeResourceWithStreamingResponse:
    """``me`` whose calls return the response before its body is read."""

    def __init__(self, me: AsyncMeResource) -> None:
        stream = me._with_mode("stream")
        self.retrieve = async_returns_stream(stream.retrieve)
