"""The resource things."""

from __future__ import annotations

from .. import pagination, types
from .._core import Omit, PagedEndpoint, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._things_async import AsyncThingsResource
    from ._things_modes import (
        AsyncThingsResourceWithRawResponse,
        AsyncThingsResourceWithStreamingResponse,
        ThingsResourceWithRawResponse,
        ThingsResourceWithStreamingResponse,
    )

__all__ = [
    "ThingsResource",
    "AsyncThingsResource",
    "ThingsResourceWithRawResponse",
    "AsyncThingsResourceWithRawResponse",
    "ThingsResourceWithStreamingResponse",
    "AsyncThingsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncThingsResource": ".._things_async",
            "ThingsResourceWithRawResponse": ".._things_modes",
            "AsyncThingsResourceWithRawResponse": ".._things_modes",
            "ThingsResourceWithStreamingResponse": ".._things_modes",
            "AsyncThingsResourceWithStreamingResponse": ".._things_modes",
        },
    )

_BY_ID = PagedEndpoint(
    "GET",
    "/id",
    query_params=params("after"),
    page=lambda: pagination.SyncIDPage[types.ThingByIDResponse],
    async_page=lambda: pagination.AsyncIDPage[types.ThingByIDResponse],
)

_BY_NUMBER = PagedEndpoint(
    "GET",
    "/number",
    query_params=params("page"),
    page=lambda: pagination.SyncNumberPage[types.ThingByNumberResponse],
    async_page=lambda: pagination.AsyncNumberPage[types.ThingByNumberResponse],
)

_BY_OFFSET = PagedEndpoint(
    "GET",
    "/offset",
    query_params=params("skip"),
    page=lambda: pagination.SyncOffsetPage[types.ThingByOffsetResponse],
    async_page=lambda: pagination.AsyncOffsetPage[types.ThingByOffsetResponse],
)

_BY_URL = PagedEndpoint(
    "GET",
    "/url",
    query_params=params("unused"),
    page=lambda: pagination.SyncURLPage[types.ThingByURLResponse],
    async_page=lambda: pagination.AsyncURLPage[types.ThingByURLResponse],
)

_SINGLE = PagedEndpoint(
    "GET",
    "/single",
    query_params=params("none"),
    page=lambda: pagination.SyncSinglePage[types.ThingSingleResponse],
    async_page=lambda: pagination.AsyncSinglePage[types.ThingSingleResponse],
)


class ThingsResource(SyncResource):
    """Calls under things."""

    @cached_property
    def with_raw_response(self) -> ThingsResourceWithRawResponse:
        """View of ``things`` whose methods return the raw ``APIResponse``."""
        from ._things_modes import ThingsResourceWithRawResponse

        return ThingsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ThingsResourceWithStreamingResponse:
        """View of ``things`` whose methods return before the body is read."""
        from ._things_modes import ThingsResourceWithStreamingResponse

        return ThingsResourceWithStreamingResponse(self)

    def by_id(
        self,
        *,
        after: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> pagination.SyncIDPage[types.ThingByIDResponse]:
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
    ) -> pagination.SyncNumberPage[types.ThingByNumberResponse]:
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
    ) -> pagination.SyncOffsetPage[types.ThingByOffsetResponse]:
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
    ) -> pagination.SyncURLPage[types.ThingByURLResponse]:
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
    ) -> pagination.SyncSinglePage[types.ThingSingleResponse]:
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
