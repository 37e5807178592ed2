"""The resource tracks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from .. import types
from .._core import BodySpec, Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._tracks_async import AsyncTracksResource
    from ._tracks_modes import (
        AsyncTracksResourceWithRawResponse,
        AsyncTracksResourceWithStreamingResponse,
        TracksResourceWithRawResponse,
        TracksResourceWithStreamingResponse,
    )

__all__ = [
    "TracksResource",
    "AsyncTracksResource",
    "TracksResourceWithRawResponse",
    "AsyncTracksResourceWithRawResponse",
    "TracksResourceWithStreamingResponse",
    "AsyncTracksResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncTracksResource": ".._tracks_async",
            "TracksResourceWithRawResponse": ".._tracks_modes",
            "AsyncTracksResourceWithRawResponse": ".._tracks_modes",
            "TracksResourceWithStreamingResponse": ".._tracks_modes",
            "AsyncTracksResourceWithStreamingResponse": ".._tracks_modes",
        },
    )

_GET: Endpoint[types.Track] = Endpoint(
    "GET",
    "/track",
    returns=lambda: types.Track,
)

_STORE: Endpoint[None] = Endpoint(
    "PUT",
    "/track",
    body=BodySpec("json", params("points", "key", "level", "signed"), required=True),
    accept="*/*",
    arguments=lambda: types.TrackStoreParams,
    returns=lambda: None,
)


class TracksResource(SyncResource):
    """Calls under tracks."""

    @cached_property
    def with_raw_response(self) -> TracksResourceWithRawResponse:
        """View of ``tracks`` whose methods return the raw ``APIResponse``."""
        from ._tracks_modes import TracksResourceWithRawResponse

        return TracksResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> TracksResourceWithStreamingResponse:
        """View of ``tracks`` whose methods return before the body is read."""
        from ._tracks_modes import TracksResourceWithStreamingResponse

        return TracksResourceWithStreamingResponse(self)

    def get(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.Track:
        """GET /track

        Raises:
            SchemasError: the call failed; its subclasses say how.
        """
        return self._request(
            _GET,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def store(
        self,
        *,
        points: Iterable[
            tuple[float, types.BicycleParam | types.LorryParam | types.VehicleParam]
        ],
        key: str | bytes | Omit = omit,
        level: Literal["low", "high"] | Omit = omit,
        signed: str | date | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """PUT /track

        Raises:
            SchemasError: the call failed; its subclasses say how.
        """
        return self._request(
            _STORE,
            points=points,
            key=key,
            level=level,
            signed=signed,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
