"""The resource rules."""

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
    "RulesResource",
    "AsyncRulesResource",
    "RulesResourceWithRawResponse",
    "AsyncRulesResourceWithRawResponse",
    "RulesResourceWithStreamingResponse",
    "AsyncRulesResourceWithStreamingResponse",
]

_ANY: Endpoint[types.RuleAnyResponse] = Endpoint(
    "GET",
    "/rules",
    returns=lambda: types.RuleAnyResponse,
)


class RulesResource(SyncResource):
    """Calls under rules."""

    @cached_property
    def with_raw_response(self) -> RulesResourceWithRawResponse:
        """``rules`` whose calls return the response itself, its body read."""
        return RulesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> RulesResourceWithStreamingResponse:
        """``rules`` whose calls return the response before its body is read."""
        return RulesResourceWithStreamingResponse(self)

    def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.RuleAnyResponse:
        """GET /rules

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


class AsyncRulesResource(AsyncResource):
    """Calls under rules."""

    @cached_property
    def with_raw_response(self) -> AsyncRulesResourceWithRawResponse:
        """``rules`` whose calls return the response itself, its body read."""
        return AsyncRulesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncRulesResourceWithStreamingResponse:
        """``rules`` whose calls return the response before its body is read."""
        return AsyncRulesResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.RuleAnyResponse:
        """GET /rules

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


class RulesResourceWithRawResponse:
    """``rules`` whose calls return the response itself, its body read."""

    def __init__(self, rules: RulesResource) -> None:
        raw = rules._with_mode("raw")
        self.any = returns_raw(raw.any)


class RulesResourceWithStreamingResponse:
    """``rules`` whose calls return the response before its body is read."""

    def __init__(self, rules: RulesResource) -> None:
        stream = rules._with_mode("stream")
        self.any = returns_stream(stream.any)


class AsyncRulesResourceWithRawResponse:
    """``rules`` whose calls return the response itself, its body read."""

    def __init__(self, rules: AsyncRulesResource) -> None:
        raw = rules._with_mode("raw")
        self.any = async_returns_raw(raw.any)


class AsyncRulesResourceWithStreamingResponse:
    """``rules`` whose calls return the response before its body is read."""

    def __init__(self, rules: AsyncRulesResource) -> None:
        stream = rules._with_mode("stream")
        self.any = async_returns_stream(stream.any)
