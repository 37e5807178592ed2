"""The resource folders."""

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
    "FoldersResource",
    "AsyncFoldersResource",
    "FoldersResourceWithRawResponse",
    "AsyncFoldersResourceWithRawResponse",
    "FoldersResourceWithStreamingResponse",
    "AsyncFoldersResourceWithStreamingResponse",
]

_ANY: Endpoint[types.Folder] = Endpoint(
    "GET",
    "/folders",
    returns=lambda: types.Folder,
)


class FoldersResource(SyncResource):
    """Calls under folders."""

    @cached_property
    def with_raw_response(self) -> FoldersResourceWithRawResponse:
        """``folders`` whose calls return the response itself, its body read."""
        return FoldersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FoldersResourceWithStreamingResponse:
        """``folders`` whose calls return the response before its body is read."""
        return FoldersResourceWithStreamingResponse(self)

    def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.Folder:
        """GET /folders

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            RecursionError: the call failed; its subclasses say how.
        """
        return self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncFoldersResource(AsyncResource):
    """Calls under folders."""

    @cached_property
    def with_raw_response(self) -> AsyncFoldersResourceWithRawResponse:
        """``folders`` whose calls return the response itself, its body read."""
        return AsyncFoldersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFoldersResourceWithStreamingResponse:
        """``folders`` whose calls return the response before its body is read."""
        return AsyncFoldersResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.Folder:
        """GET /folders

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            RecursionError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class FoldersResourceWithRawResponse:
    """``folders`` whose calls return the response itself, its body read."""

    def __init__(self, folders: FoldersResource) -> None:
        raw = folders._with_mode("raw")
        self.any = returns_raw(raw.any)


class FoldersResourceWithStreamingResponse:
    """``folders`` whose calls return the response before its body is read."""

    def __init__(self, folders: FoldersResource) -> None:
        stream = folders._with_mode("stream")
        self.any = returns_stream(stream.any)


class AsyncFoldersResourceWithRawResponse:
    """``folders`` whose calls return the response itself, its body read."""

    def __init__(self, folders: AsyncFoldersResource) -> None:
        raw = folders._with_mode("raw")
        self.any = async_returns_raw(raw.any)


class AsyncFoldersResourceWithStreamingResponse:
    """``folders`` whose calls return the response before its body is read."""

    def __init__(self, folders: AsyncFoldersResource) -> None:
        stream = folders._with_mode("stream")
        self.any = async_returns_stream(stream.any)
