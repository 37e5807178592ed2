"""The resource harbours."""

from __future__ import annotations

from .._core import Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports
from ..types import shared

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._harbours_async import AsyncHarboursResource
    from ._harbours_modes import (
        AsyncHarboursResourceWithRawResponse,
        AsyncHarboursResourceWithStreamingResponse,
        HarboursResourceWithRawResponse,
        HarboursResourceWithStreamingResponse,
    )

__all__ = [
    "HarboursResource",
    "AsyncHarboursResource",
    "HarboursResourceWithRawResponse",
    "AsyncHarboursResourceWithRawResponse",
    "HarboursResourceWithStreamingResponse",
    "AsyncHarboursResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncHarboursResource": ".._harbours_async",
            "HarboursResourceWithRawResponse": ".._harbours_modes",
            "AsyncHarboursResourceWithRawResponse": ".._harbours_modes",
            "HarboursResourceWithStreamingResponse": ".._harbours_modes",
            "AsyncHarboursResourceWithStreamingResponse": ".._harbours_modes",
        },
    )

_ANY: Endpoint[shared.Position] = Endpoint(
    "GET",
    "/harbours",
    returns=lambda: shared.Position,
)


class HarboursResource(SyncResource):
    """Calls under harbours."""

    @cached_property
    def with_raw_response(self) -> HarboursResourceWithRawResponse:
        """View of ``harbours`` whose methods return the raw ``APIResponse``."""
        from ._harbours_modes import HarboursResourceWithRawResponse

        return HarboursResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> HarboursResourceWithStreamingResponse:
        """View of ``harbours`` whose methods return before the body is read."""
        from ._harbours_modes import HarboursResourceWithStreamingResponse

        return HarboursResourceWithStreamingResponse(self)

    def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> shared.Position:
        """GET /harbours

        Raises:
            SharedModelsError: the call failed; its subclasses say how.
        """
        return self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
