"""The resource lamps."""

from __future__ import annotations

from typing import Literal

from .. import types
from .._core import Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._lamps_async import AsyncLampsResource
    from ._lamps_modes import (
        AsyncLampsResourceWithRawResponse,
        AsyncLampsResourceWithStreamingResponse,
        LampsResourceWithRawResponse,
        LampsResourceWithStreamingResponse,
    )

__all__ = [
    "LampsResource",
    "AsyncLampsResource",
    "LampsResourceWithRawResponse",
    "AsyncLampsResourceWithRawResponse",
    "LampsResourceWithStreamingResponse",
    "AsyncLampsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncLampsResource": ".._lamps_async",
            "LampsResourceWithRawResponse": ".._lamps_modes",
            "AsyncLampsResourceWithRawResponse": ".._lamps_modes",
            "LampsResourceWithStreamingResponse": ".._lamps_modes",
            "AsyncLampsResourceWithStreamingResponse": ".._lamps_modes",
        },
    )

_FIND: Endpoint[types.LampFindResponse] = Endpoint(
    "GET",
    "/lamps",
    query_params=params("level", "colour"),
    returns=lambda: types.LampFindResponse,
)


class LampsResource(SyncResource):
    """Calls under lamps."""

    @cached_property
    def with_raw_response(self) -> LampsResourceWithRawResponse:
        """View of ``lamps`` whose methods return the raw ``APIResponse``."""
        from ._lamps_modes import LampsResourceWithRawResponse

        return LampsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> LampsResourceWithStreamingResponse:
        """View of ``lamps`` whose methods return before the body is read."""
        from ._lamps_modes import LampsResourceWithStreamingResponse

        return LampsResourceWithStreamingResponse(self)

    def find(
        self,
        *,
        level: Literal[1, 2, 3],
        colour: Literal["red", "green"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.LampFindResponse:
        """GET /lamps

        Raises:
            EnumsError: the call failed; its subclasses say how.
        """
        return self._request(
            _FIND,
            level=level,
            colour=colour,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
