"""The resource buckets."""

from __future__ import annotations

from typing import Literal

from .._core import Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._buckets_async import AsyncBucketsResource
    from ._buckets_modes import (
        AsyncBucketsResourceWithRawResponse,
        AsyncBucketsResourceWithStreamingResponse,
        BucketsResourceWithRawResponse,
        BucketsResourceWithStreamingResponse,
    )

__all__ = [
    "BucketsResource",
    "AsyncBucketsResource",
    "BucketsResourceWithRawResponse",
    "AsyncBucketsResourceWithRawResponse",
    "BucketsResourceWithStreamingResponse",
    "AsyncBucketsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncBucketsResource": ".._buckets_async",
            "BucketsResourceWithRawResponse": ".._buckets_modes",
            "AsyncBucketsResourceWithRawResponse": ".._buckets_modes",
            "BucketsResourceWithStreamingResponse": ".._buckets_modes",
            "AsyncBucketsResourceWithStreamingResponse": ".._buckets_modes",
        },
    )

_DELETE: Endpoint[None] = Endpoint(
    "DELETE",
    "/buckets/{name}",
    path_params=params("name"),
    accept="*/*",
    returns=lambda: None,
)

_CHECK: Endpoint[None] = Endpoint(
    "HEAD",
    "/buckets/{name}",
    path_params=params("name"),
    header_params=params(("x_region", "X-Region"), ("x_trace", "X-Trace")),
    accept="*/*",
    returns=lambda: None,
)


class BucketsResource(SyncResource):
    """Calls under buckets."""

    @cached_property
    def with_raw_response(self) -> BucketsResourceWithRawResponse:
        """View of ``buckets`` whose methods return the raw ``APIResponse``."""
        from ._buckets_modes import BucketsResourceWithRawResponse

        return BucketsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> BucketsResourceWithStreamingResponse:
        """View of ``buckets`` whose methods return before the body is read."""
        from ._buckets_modes import BucketsResourceWithStreamingResponse

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

        Raises:
            ValueError: ``name`` is empty.
            HeadersAndNothingError: the call failed; its subclasses say how.
        """
        return self._request(
            _DELETE,
            name=name,
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

        Raises:
            ValueError: ``name`` is empty.
            HeadersAndNothingError: the call failed; its subclasses say how.
        """
        return self._request(
            _CHECK,
            name=name,
            x_region=x_region,
            x_trace=x_trace,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
