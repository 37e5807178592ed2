"""The resource buckets."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

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
    "BucketsResource",
    "AsyncBucketsResource",
    "BucketsResourceWithRawResponse",
    "AsyncBucketsResourceWithRawResponse",
    "BucketsResourceWithStreamingResponse",
    "AsyncBucketsResourceWithStreamingResponse",
]

_DELETE: Endpoint[None] = Endpoint(
    "DELETE",
    "/buckets/{name}",
    returns=lambda: None,
)

_CHECK: Endpoint[None] = Endpoint(
    "HEAD",
    "/buckets/{name}",
    returns=lambda: None,
)


class BucketsResource(SyncResource):
    """Calls under buckets."""

    @cached_property
    def with_raw_response(self) -> BucketsResourceWithRawResponse:
        """``buckets`` whose calls return the response itself, its body read."""
        return BucketsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> BucketsResourceWithStreamingResponse:
        """``buckets`` whose calls return the response before its body is read."""
        return BucketsResourceWithStreamingResponse(self)

    def delete(
        self,
        name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """DELETE /buckets/{name}

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``name`` is empty.
            HeadersAndNothingError: the call failed; its subclasses say how.
        """
        return self._request(
            _DELETE,
            path={"name": name},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def check(
        self,
        name: str,
        *,
        x_region: Literal["eu", "us"],
        x_trace: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """HEAD /buckets/{name}

        Args:
            x_region: Where.
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``name`` is empty.
            HeadersAndNothingError: the call failed; its subclasses say how.
        """
        return self._request(
            _CHECK,
            path={"name": name},
            headers={"X-Region": x_region, "X-Trace": x_trace},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncBucketsResource(AsyncResource):
    """Calls under buckets."""

    @cached_property
    def with_raw_response(self) -> AsyncBucketsResourceWithRawResponse:
        """``buckets`` whose calls return the response itself, its body read."""
        return AsyncBucketsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncBucketsResourceWithStreamingResponse:
        """``buckets`` whose calls return the response before its body is read."""
        return AsyncBucketsResourceWithStreamingResponse(self)

    async def delete(
        self,
        name: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """DELETE /buckets/{name}

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``name`` is empty.
            HeadersAndNothingError: the call failed; its subclasses say how.
        """
        return await self._request(
            _DELETE,
            path={"name": name},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def check(
        self,
        name: str,
        *,
        x_region: Literal["eu", "us"],
        x_trace: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """HEAD /buckets/{name}

        Args:
            x_region: Where.
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``name`` is empty.
            HeadersAndNothingError: the call failed; its subclasses say how.
        """
        return await self._request(
            _CHECK,
            path={"name": name},
            headers={"X-Region": x_region, "X-Trace": x_trace},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class BucketsResourceWithRawResponse:
    """``buckets`` whose calls return the response itself, its body read."""

    def __init__(self, buckets: BucketsResource) -> None:
        raw = buckets._with_mode("raw")
        self.delete = returns_raw(raw.delete)
        self.check = returns_raw(raw.check)


class BucketsResourceWithStreamingResponse:
    """``buckets`` whose calls return the response before its body is read."""

    def __init__(self, buckets: BucketsResource) -> None:
        stream = buckets._with_mode("stream")
        self.delete = returns_stream(stream.delete)
        self.check = returns_stream(stream.check)


class AsyncBucketsResourceWithRawResponse:
    """``buckets`` whose calls return the response itself, its body read."""

    def __init__(self, buckets: AsyncBucketsResource) -> None:
        raw = buckets._with_mode("raw")
        self.delete = async_returns_raw(raw.delete)
        self.check = async_returns_raw(raw.check)


class AsyncBucketsResourceWithStreamingResponse:
    """``buckets`` whose calls return the response before its body is read."""

    def __init__(self, buckets: AsyncBucketsResource) -> None:
        stream = buckets._with_mode("stream")
        self.delete = async_returns_stream(stream.delete)
        self.check = async_returns_stream(stream.check)
