"""The resource rooms, asynchronous."""

from __future__ import annotations

from .. import types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .rooms import _RETRIEVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._rooms_modes import (
        AsyncRoomsResourceWithRawResponse,
        AsyncRoomsResourceWithStreamingResponse,
    )

__all__ = ["AsyncRoomsResource"]


class AsyncRoomsResource(AsyncResource):
    """Calls under rooms."""

    @cached_property
    def with_raw_response(self) -> AsyncRoomsResourceWithRawResponse:
        """View of ``rooms`` whose methods return the raw ``APIResponse``."""
        from ._rooms_modes import AsyncRoomsResourceWithRawResponse

        return AsyncRoomsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncRoomsResourceWithStreamingResponse:
        """View of ``rooms`` whose methods return before the body is read."""
        from ._rooms_modes import AsyncRoomsResourceWithStreamingResponse

        return AsyncRoomsResourceWithStreamingResponse(self)

    async def retrieve(
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
        return await self._request(
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
