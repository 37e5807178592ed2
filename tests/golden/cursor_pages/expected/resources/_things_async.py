"""The resource things, asynchronous."""

from __future__ import annotations

from .. import pagination, types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .things import _LIST

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

    def list(
        self,
        *,
        cursor: str | Omit = omit,
        size: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> AsyncPaginator[
        types.ThingListResponse, pagination.AsyncPage[types.ThingListResponse]
    ]:
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
