"""The resource things, asynchronous."""

from __future__ import annotations

from .. import pagination, types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .things import _BY_ID, _BY_NUMBER, _BY_OFFSET, _BY_URL, _SINGLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import AsyncPaginator, Body, Headers, NotGiven, Query
    from ._things_modes import (
        AsyncThingsResourceWithRawResponse,
        AsyncThingsResourceWithStreamingResponse,
    )

__all__ = ["AsyncThingsResource"]


class AsyncThingsResource(AsyncResource):
    """Calls under things."""

    @cached_property
    def with_raw_response(self) -> AsyncThingsResourceWithRawResponse:
        """View of ``things`` whose methods return the raw ``APIResponse``."""
        from ._things_modes import AsyncThingsResourceWithRawResponse

        return AsyncThingsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncThingsResourceWithStreamingResponse:
        """View of ``things`` whose methods return before the body is read."""
        from ._things_modes import AsyncThingsResourceWithStreamingResponse

        return AsyncThingsResourceWithStreamingResponse(self)

    def by_id(
        self,
        *,
        after: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingByIDResponse, pagination.AsyncIDPage[types.ThingByIDResponse]
    ]:
        """GET /id

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_ID,
            after=after,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def by_number(
        self,
        *,
        page: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingByNumberResponse,
        pagination.AsyncNumberPage[types.ThingByNumberResponse],
    ]:
        """GET /number

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_NUMBER,
            page=page,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def by_offset(
        self,
        *,
        skip: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingByOffsetResponse,
        pagination.AsyncOffsetPage[types.ThingByOffsetResponse],
    ]:
        """GET /offset

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_OFFSET,
            skip=skip,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def by_url(
        self,
        *,
        unused: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingByURLResponse, pagination.AsyncURLPage[types.ThingByURLResponse]
    ]:
        """GET /url

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _BY_URL,
            unused=unused,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def single(
        self,
        *,
        none: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingSingleResponse, pagination.AsyncSinglePage[types.ThingSingleResponse]
    ]:
        """GET /single

        Raises:
            OtherPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _SINGLE,
            none=none,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
