"""The resource rooms."""

from __future__ import annotations

from .. import types
from .._core import Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._rooms_async import AsyncRoomsResource
    from ._rooms_modes import (
        AsyncRoomsResourceWithRawResponse,
        AsyncRoomsResourceWithStreamingResponse,
        RoomsResourceWithRawResponse,
        RoomsResourceWithStreamingResponse,
    )

__all__ = [
    "RoomsResource",
    "AsyncRoomsResource",
    "RoomsResourceWithRawResponse",
    "AsyncRoomsResourceWithRawResponse",
    "RoomsResourceWithStreamingResponse",
    "AsyncRoomsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncRoomsResource": ".._rooms_async",
            "RoomsResourceWithRawResponse": ".._rooms_modes",
            "AsyncRoomsResourceWithRawResponse": ".._rooms_modes",
            "RoomsResourceWithStreamingResponse": ".._rooms_modes",
            "AsyncRoomsResourceWithStreamingResponse": ".._rooms_modes",
        },
    )

_RETRIEVE: Endpoint[types.RoomRetrieveResponse] = Endpoint(
    "GET",
    "/rooms/{id}",
    path_params=params("id"),
    query_params=params(("sort_by", "sort-by"), ("timeout_", "timeout")),
    header_params=params(("header_sort_by", "sort_by"), ("header_timeout", "Timeout")),
    returns=lambda: types.RoomRetrieveResponse,
)


class RoomsResource(SyncResource):
    """Calls under rooms."""

    @cached_property
    def with_raw_response(self) -> RoomsResourceWithRawResponse:
        """View of ``rooms`` whose methods return the raw ``APIResponse``."""
        from ._rooms_modes import RoomsResourceWithRawResponse

        return RoomsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> RoomsResourceWithStreamingResponse:
        """View of ``rooms`` whose methods return before the body is read."""
        from ._rooms_modes import RoomsResourceWithStreamingResponse

        return RoomsResourceWithStreamingResponse(self)

    def retrieve(
        self,
        id: str,
        *,
        sort_by: str | Omit = omit,
        timeout_: int | Omit = omit,
        header_sort_by: str | Omit = omit,
        header_timeout: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.RoomRetrieveResponse:
        """GET /rooms/{id}

        Raises:
            ValueError: ``id`` is empty.
            CollisionsError: the call failed; its subclasses say how.
        """
        return self._request(
            _RETRIEVE,
            id=id,
            sort_by=sort_by,
            timeout_=timeout_,
            header_sort_by=header_sort_by,
            header_timeout=header_timeout,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
