"""The resource pets."""

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
    "PetsResource",
    "AsyncPetsResource",
    "PetsResourceWithRawResponse",
    "AsyncPetsResourceWithRawResponse",
    "PetsResourceWithStreamingResponse",
    "AsyncPetsResourceWithStreamingResponse",
]

_RETRIEVE: Endpoint[types.PetRetrieveResponse] = Endpoint(
    "GET",
    "/pets/{id}",
    returns=lambda: types.PetRetrieveResponse,
)


class PetsResource(SyncResource):
    """Calls under pets."""

    @cached_property
    def with_raw_response(self) -> PetsResourceWithRawResponse:
        """``pets`` whose calls return the response itself, its body read."""
        return PetsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PetsResourceWithStreamingResponse:
        """``pets`` whose calls return the response before its body is read."""
        return PetsResourceWithStreamingResponse(self)

    def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.PetRetrieveResponse:
        """GET /pets/{id}

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``id`` is empty.
            FieldsError: the call failed; its subclasses say how.
        """
        return self._request(
            _RETRIEVE,
            path={"id": id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncPetsResource(AsyncResource):
    """Calls under pets."""

    @cached_property
    def with_raw_response(self) -> AsyncPetsResourceWithRawResponse:
        """``pets`` whose calls return the response itself, its body read."""
        return AsyncPetsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPetsResourceWithStreamingResponse:
        """``pets`` whose calls return the response before its body is read."""
        return AsyncPetsResourceWithStreamingResponse(self)

    async def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.PetRetrieveResponse:
        """GET /pets/{id}

        Args:
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``id`` is empty.
            FieldsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _RETRIEVE,
            path={"id": id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class PetsResourceWithRawResponse:
    """``pets`` whose calls return the response itself, its body read."""

    def __init__(self, pets: PetsResource) -> None:
        raw = pets._with_mode("raw")
        self.retrieve = returns_raw(raw.retrieve)


class PetsResourceWithStreamingResponse:
    """``pets`` whose calls return the response before its body is read."""

    def __init__(self, pets: PetsResource) -> None:
        stream = pets._with_mode("stream")
        self.retrieve = returns_stream(stream.retrieve)


class AsyncPetsResourceWithRawResponse:
    """``pets`` whose calls return the response itself, its body read."""

    def __init__(self, pets: AsyncPetsResource) -> None:
        raw = pets._with_mode("raw")
        self.retrieve = async_returns_raw(raw.retrieve)


class AsyncPetsResourceWithStreamingResponse:
    """``pets`` whose calls return the response before its body is read."""

    def __init__(self, pets: AsyncPetsResource) -> None:
        stream = pets._with_mode("stream")
        self.retrieve = async_returns_stream(stream.retrieve)
