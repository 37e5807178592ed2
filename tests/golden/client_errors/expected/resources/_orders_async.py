"""The resource orders, asynchronous."""

from __future__ import annotations

from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .orders import _CREATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._orders_modes import (
        AsyncOrdersResourceWithRawResponse,
        AsyncOrdersResourceWithStreamingResponse,
    )

__all__ = ["AsyncOrdersResource"]


class AsyncOrdersResource(AsyncResource):
    """Calls under orders."""

    @cached_property
    def with_raw_response(self) -> AsyncOrdersResourceWithRawResponse:
        """View of ``orders`` whose methods return the raw ``APIResponse``."""
        from ._orders_modes import AsyncOrdersResourceWithRawResponse

        return AsyncOrdersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncOrdersResourceWithStreamingResponse:
        """View of ``orders`` whose methods return before the body is read."""
        from ._orders_modes import AsyncOrdersResourceWithStreamingResponse

        return AsyncOrdersResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """POST /orders

        Raises:
            ClientErrorsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _CREATE,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
