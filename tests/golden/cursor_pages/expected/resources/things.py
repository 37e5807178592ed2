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

_LIST = PagedEndpoint(
    "GET",
    "/things",
    query_params=params("cursor", "size"),
    page=lambda: pagination.SyncPage[types.ThingListResponse],
    async_page=lambda: pagination.AsyncPage[types.ThingListResponse],
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

    def list(
        self,
        *,
        cursor: str | Omit = omit,
        size: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> pagination.SyncPage[types.ThingListResponse]:
        """GET /things

        Raises:
            CursorPagesError: the call failed; its subclasses say how.
        """
        return self._list(
            _LIST,
            cursor=cursor,
            size=size,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
