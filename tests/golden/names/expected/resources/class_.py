"""The resource class."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

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
    "ClassResource",
    "AsyncClassResource",
    "ClassResourceWithRawResponse",
    "AsyncClassResourceWithRawResponse",
    "ClassResourceWithStreamingResponse",
    "AsyncClassResourceWithStreamingResponse",
]

_LIST: Endpoint[types.ClassListResponse] = Endpoint(
    "GET",
    "/lists",
    returns=lambda: types.ClassListResponse,
)

_IMPORT_: Endpoint[types.ClassImportResponse] = Endpoint(
    "GET",
    "/class/{from}",
    returns=lambda: types.ClassImportResponse,
)


class ClassResource(SyncResource):
    """Calls under class."""

    @cached_property
    def with_raw_response(self) -> ClassResourceWithRawResponse:
        """``class_`` whose calls return the response itself, its body read."""
        return ClassResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ClassResourceWithStreamingResponse:
        """``class_`` whose calls return the response before its body is read."""
        return ClassResourceWithStreamingResponse(self)

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ClassListResponse:
        """GET /lists

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            NamesError: the call failed; its subclasses say how.
        """
        return self._request(
            _LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def import_(
        self,
        from_: str,
        *,
        value_2nd_id: str | Omit = omit,
        query_from: str | Omit = omit,
        self_: str | Omit = omit,
        timeout_: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ClassImportResponse:
        """GET /class/{from}

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``from_`` is empty.
            NamesError: the call failed; its subclasses say how.
        """
        return self._request(
            _IMPORT_,
            path={"from": from_},
            query={
                "2nd-Id": value_2nd_id,
                "from": query_from,
                "self": self_,
                "timeout": timeout_,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncClassResource(AsyncResource):
    """Calls under class."""

    @cached_property
    def with_raw_response(self) -> AsyncClassResourceWithRawResponse:
        """``class_`` whose calls return the response itself, its body read."""
        return AsyncClassResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncClassResourceWithStreamingResponse:
        """``class_`` whose calls return the response before its body is read."""
        return AsyncClassResourceWithStreamingResponse(self)

    async def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ClassListResponse:
        """GET /lists

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            NamesError: the call failed; its subclasses say how.
        """
        return await self._request(
            _LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def import_(
        self,
        from_: str,
        *,
        value_2nd_id: str | Omit = omit,
        query_from: str | Omit = omit,
        self_: str | Omit = omit,
        timeout_: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ClassImportResponse:
        """GET /class/{from}

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``from_`` is empty.
            NamesError: the call failed; its subclasses say how.
        """
        return await self._request(
            _IMPORT_,
            path={"from": from_},
            query={
                "2nd-Id": value_2nd_id,
                "from": query_from,
                "self": self_,
                "timeout": timeout_,
            },
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class ClassResourceWithRawResponse:
    """``class_`` whose calls return the response itself, its body read."""

    def __init__(self, class_: ClassResource) -> None:
        raw = class_._with_mode("raw")
        self.list = returns_raw(raw.list)
        self.import_ = returns_raw(raw.import_)


class ClassResourceWithStreamingResponse:
    """``class_`` whose calls return the response before its body is read."""

    def __init__(self, class_: ClassResource) -> None:
        stream = class_._with_mode("stream")
        self.list = returns_stream(stream.list)
        self.import_ = returns_stream(stream.import_)


class AsyncClassResourceWithRawResponse:
    """``class_`` whose calls return the response itself, its body read."""

    def __init__(self, class_: AsyncClassResource) -> None:
        raw = class_._with_mode("raw")
        self.list = async_returns_raw(raw.list)
        self.import_ = async_returns_raw(raw.import_)


class AsyncClassResourceWithStreamingResponse:
    """``class_`` whose calls return the response before its body is read."""

    def __init__(self, class_: AsyncClassResource) -> None:
        stream = class_._with_mode("stream")
        self.list = async_returns_stream(stream.list)
        self.import_ = async_returns_stream(stream.import_)
