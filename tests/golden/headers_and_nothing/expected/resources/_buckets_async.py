"""The resource buckets, asynchronous."""

from __future__ import annotations

from typing import Literal

from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .buckets import _CHECK, _DELETE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._buckets_modes import (
        AsyncBucketsResourceWithRawResponse,
        AsyncBucketsResourceWithStreamingResponse,
    )

__all__ = ["AsyncBucketsResource"]


class AsyncBucketsResource(AsyncResource):
    """Calls under buckets."""

    @cached_property
    def with_raw_response(self) -> AsyncBucketsResourceWithRawResponse:
        """View of ``buckets`` whose methods return the raw ``APIResponse``."""
        from ._buckets_modes import AsyncBucketsResourceWithRawResponse

        return AsyncBucketsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncBucketsResourceWithStreamingResponse:
        """View of ``buckets`` whose methods return before the body is read."""
        from ._buckets_modes import AsyncBucketsResourceWithStreamingResponse

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

        Raises:
            ValueError: ``name`` is empty.
            HeadersAndNothingError: the call failed; its subclasses say how.
        """
        return await self._request(
            _DELETE,
            name=name,
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

        Raises:
            ValueError: ``name`` is empty.
            HeadersAndNothingError: the call failed; its subclasses say how.
        """
        return await self._request(
            _CHECK,
            name=name,
            x_region=x_region,
            x_trace=x_trace,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
