"""The resource stores, asynchronous."""

from __future__ import annotations

from .. import types
from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .stores import _ANY, _PRICES

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._stores_modes import (
        AsyncStoresResourceWithRawResponse,
        AsyncStoresResourceWithStreamingResponse,
    )

__all__ = ["AsyncStoresResource"]


class AsyncStoresResource(AsyncResource):
    """Calls under stores."""

    @cached_property
    def with_raw_response(self) -> AsyncStoresResourceWithRawResponse:
        """View of ``stores`` whose methods return the raw ``APIResponse``."""
        from ._stores_modes import AsyncStoresResourceWithRawResponse

        return AsyncStoresResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncStoresResourceWithStreamingResponse:
        """View of ``stores`` whose methods return before the body is read."""
        from ._stores_modes import AsyncStoresResourceWithStreamingResponse

        return AsyncStoresResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.StoreAnyResponse:
        """GET /stores

        Raises:
            MapsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def prices(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.StorePricesResponse:
        """GET /prices

        Raises:
            MapsError: the call failed; its subclasses say how.
        """
        return await self._request(
            _PRICES,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
