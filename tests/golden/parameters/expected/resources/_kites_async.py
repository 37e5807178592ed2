"""The resource kites, asynchronous."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from .._core import AsyncResource, Omit, SequenceNotStr, not_given, omit
from .._core.cached import cached_property
from .kites import _LIST, _QUERY

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._kites_modes import (
        AsyncKitesResourceWithRawResponse,
        AsyncKitesResourceWithStreamingResponse,
    )

__all__ = ["AsyncKitesResource"]


class AsyncKitesResource(AsyncResource):
    """Calls under kites."""

    @cached_property
    def with_raw_response(self) -> AsyncKitesResourceWithRawResponse:
        """View of ``kites`` whose methods return the raw ``APIResponse``."""
        from ._kites_modes import AsyncKitesResourceWithRawResponse

        return AsyncKitesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncKitesResourceWithStreamingResponse:
        """View of ``kites`` whose methods return before the body is read."""
        from ._kites_modes import AsyncKitesResourceWithStreamingResponse

        return AsyncKitesResourceWithStreamingResponse(self)

    async def list(
        self,
        format: str,
        *,
        beach: Iterable[int],
        colour: Literal["red", "blue"],
        session_id: str,
        link: str | Omit = omit,
        size: Mapping[str, int] | Omit = omit,
        sort: SequenceNotStr[str] | Omit = omit,
        tags: SequenceNotStr[str] | Omit = omit,
        where: Mapping[str, object] | Omit = omit,
        wind: Mapping[str, object] | Omit = omit,
        x_days: SequenceNotStr[str | date] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """Kites of a colour.

        Raises:
            ValueError: ``format`` is empty.
            KitesError: the call failed; its subclasses say how.
        """
        return await self._request(
            _LIST,
            format=format,
            beach=beach,
            colour=colour,
            session_id=session_id,
            link=link,
            size=size,
            sort=sort,
            tags=tags,
            where=where,
            wind=wind,
            x_days=x_days,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def query(
        self,
        *,
        path: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """GET /query

        Raises:
            KitesError: the call failed; its subclasses say how.
        """
        return await self._request(
            _QUERY,
            path=path,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
