"""The resource keys."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from .. import types
from .._core import (
    AsyncResource,
    Endpoint,
    Omit,
    PathScope,
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
    "KeysResource",
    "AsyncKeysResource",
    "KeysResourceWithRawResponse",
    "AsyncKeysResourceWithRawResponse",
    "KeysResourceWithStreamingResponse",
    "AsyncKeysResourceWithStreamingResponse",
]

_OWNER = PathScope(
    names=("owners", "owner_id"),
    choices={"user_id": "users", "team_id": "teams"},
)

_GET: Endpoint[types.KeyGetResponse] = Endpoint(
    "GET",
    "/{owners}/{owner_id}/keys/{key_id}",
    scope=_OWNER,
    returns=lambda: types.KeyGetResponse,
)


class KeysResource(SyncResource):
    """Calls under keys."""

    @cached_property
    def with_raw_response(self) -> KeysResourceWithRawResponse:
        """``keys`` whose calls return the response itself, its body read."""
        return KeysResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> KeysResourceWithStreamingResponse:
        """``keys`` whose calls return the response before its body is read."""
        return KeysResourceWithStreamingResponse(self)

    @overload
    def get(
        self,
        key_id: str,
        *,
        user_id: str,
        team_id: Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.KeyGetResponse: ...
    @overload
    def get(
        self,
        key_id: str,
        *,
        team_id: str,
        user_id: Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.KeyGetResponse: ...
    def get(
        self,
        key_id: str,
        *,
        user_id: str | Omit = omit,
        team_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.KeyGetResponse:
        """GET /{owners}/{owner_id}/keys/{key_id}

        Args:
            user_id: The user who owns the key.
            team_id: The team that owns the key.
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``key_id`` is empty, or not exactly one of ``user_id`` and
                ``team_id`` is given.
            PathScopesError: the call failed; its subclasses say how.
        """
        return self._request(
            _GET,
            path={"key_id": key_id},
            scope={"user_id": user_id, "team_id": team_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class AsyncKeysResource(AsyncResource):
    """Calls under keys."""

    @cached_property
    def with_raw_response(self) -> AsyncKeysResourceWithRawResponse:
        """``keys`` whose calls return the response itself, its body read."""
        return AsyncKeysResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncKeysResourceWithStreamingResponse:
        """``keys`` whose calls return the response before its body is read."""
        return AsyncKeysResourceWithStreamingResponse(self)

    @overload
    async def get(
        self,
        key_id: str,
        *,
        user_id: str,
        team_id: Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.KeyGetResponse: ...
    @overload
    async def get(
        self,
        key_id: str,
        *,
        team_id: str,
        user_id: Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.KeyGetResponse: ...
    async def get(
        self,
        key_id: str,
        *,
        user_id: str | Omit = omit,
        team_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.KeyGetResponse:
        """GET /{owners}/{owner_id}/keys/{key_id}

        Args:
            user_id: The user who owns the key.
            team_id: The team that owns the key.
            extra_headers: Further headers, which win over all others.
            extra_query: Further query parameters.
            extra_body: Further properties of the JSON body.
            timeout: Seconds for each phase of this call (connect, read, write,
                pool).

        Raises:
            ValueError: ``key_id`` is empty, or not exactly one of ``user_id`` and
                ``team_id`` is given.
            PathScopesError: the call failed; its subclasses say how.
        """
        return await self._request(
            _GET,
            path={"key_id": key_id},
            scope={"user_id": user_id, "team_id": team_id},
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )


class KeysResourceWithRawResponse:
    """``keys`` whose calls return the response itself, its body read."""

    def __init__(self, keys: KeysResource) -> None:
        raw = keys._with_mode("raw")
        self.get = returns_raw(raw.get)


class KeysResourceWithStreamingResponse:
    """``keys`` whose calls return the response before its body is read."""

    def __init__(self, keys: KeysResource) -> None:
        stream = keys._with_mode("stream")
        self.get = returns_stream(stream.get)


class AsyncKeysResourceWithRawResponse:
    """``keys`` whose calls return the response itself, its body read."""

    def __init__(self, keys: AsyncKeysResource) -> None:
        raw = keys._with_mode("raw")
        self.get = async_returns_raw(raw.get)


class AsyncKeysResourceWithStreamingResponse:
    """``keys`` whose calls return the response before its body is read."""

    def __init__(self, keys: AsyncKeysResource) -> None:
        stream = keys._with_mode("stream")
        self.get = async_returns_stream(stream.get)
