"""The resource tracks, asynchronous."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from .. import types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .tracks import _GET, _STORE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._tracks_modes import (
        AsyncTracksResourceWithRawResponse,
        AsyncTracksResourceWithStreamingResponse,
    )

__all__ = ["AsyncTracksResource"]


class AsyncTracksResource(AsyncResource):
    """Calls under tracks."""

    @cached_property
    def with_raw_response(self) -> AsyncTracksResourceWithRawResponse:
        """View of ``tracks`` whose methods return the raw ``APIResponse``."""
        from ._tracks_modes import AsyncTracksResourceWithRawResponse

        return AsyncTracksResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTracksResourceWithStreamingResponse:
        """View of ``tracks`` whose methods return before the body is read."""
        from ._tracks_modes import AsyncTracksResourceWithStreamingResponse

        return AsyncTracksResourceWithStreamingResponse(self)

    async def get(
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
        return await self._request(
            _GET,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def store(
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
        return await self._request(
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
