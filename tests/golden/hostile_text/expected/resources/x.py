"""The resource x."""

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
    "XResource",
    "AsyncXResource",
    "XResourceWithRawResponse",
    "AsyncXResourceWithRawResponse",
    "XResourceWithStreamingResponse",
    "AsyncXResourceWithStreamingResponse",
]

_GET: Endpoint[types.XGetResponse] = Endpoint(
    "GET",
    "/x",
    returns=lambda: types.XGetResponse,
)


class XResource(SyncResource):
    """A quote: " and another: \"\"\" """

    @cached_property
    def with_raw_response(self) -> XResourceWithRawResponse:
        """``x`` whose calls return the response itself, its body read."""
        return XResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> XResourceWithStreamingResponse:
        """``x`` whose calls return the response before its body is read."""
        return XResourceWithStreamingResponse(self)

    def get(
        self,
        *,
        q: Literal['"; import os; "', "a\nb"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.XGetResponse:
        """line separator \u202eright to left\u0001 {{ 7 * 7 }} {% raw %} \"\"\"; import os

        Args:
            q: trailing backslash \\
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            HostileTextError: the call failed; its subclasses say how.
        """
        return self._request(
            _GET,
            query={"q'\"]\\": q},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncXResource(AsyncResource):
    """A quote: " and another: \"\"\" """

    @cached_property
    def with_raw_response(self) -> AsyncXResourceWithRawResponse:
        """``x`` whose calls return the response itself, its body read."""
        return AsyncXResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncXResourceWithStreamingResponse:
        """``x`` whose calls return the response before its body is read."""
        return AsyncXResourceWithStreamingResponse(self)

    async def get(
        self,
        *,
        q: Literal['"; import os; "', "a\nb"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.XGetResponse:
        """line separator \u202eright to left\u0001 {{ 7 * 7 }} {% raw %} \"\"\"; import os

        Args:
            q: trailing backslash \\
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            HostileTextError: the call failed; its subclasses say how.
        """
        return await self._request(
            _GET,
            query={"q'\"]\\": q},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class XResourceWithRawResponse:
    """``x`` whose calls return the response itself, its body read."""

    def __init__(self, x: XResource) -> None:
        raw = x._with_mode("raw")
        self.get = returns_raw(raw.get)


class XResourceWithStreamingResponse:
    """``x`` whose calls return the response before its body is read."""

    def __init__(self, x: XResource) -> None:
        stream = x._with_mode("stream")
        self.get = returns_stream(stream.get)


class AsyncXResourceWithRawResponse:
    """``x`` whose calls return the response itself, its body read."""

    def __init__(self, x: AsyncXResource) -> None:
        raw = x._with_mode("raw")
        self.get = async_returns_raw(raw.get)


class AsyncXResourceWithStreamingResponse:
    """``x`` whose calls return the response before its body is read."""

    def __init__(self, x: AsyncXResource) -> None:
        stream = x._with_mode("stream")
        self.get = async_returns_stream(stream.get)
