"""The resource class, asynchronous."""

from __future__ import annotations

from .. import types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .class_ import _IMPORT_, _LIST

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._class__modes import (
        AsyncClassResourceWithRawResponse,
        AsyncClassResourceWithStreamingResponse,
    )

__all__ = ["AsyncClassResource"]


class AsyncClassResource(AsyncResource):
    """Calls under class."""

    @cached_property
    def with_raw_response(self) -> AsyncClassResourceWithRawResponse:
        """View of ``class_`` whose methods return the raw ``APIResponse``."""
        from ._class__modes import AsyncClassResourceWithRawResponse

        return AsyncClassResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncClassResourceWithStreamingResponse:
        """View of ``class_`` whose methods return before the body is read."""
        from ._class__modes import AsyncClassResourceWithStreamingResponse

        return AsyncClassResourceWithStreamingResponse(self)

    async def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ClassListResponse:
        """GET /lists

        Raises:
            NamesError: the call failed; its subclasses say how.
        """
        return await self._request(
            _LIST,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    async def import_(
        self,
        from_: str,
        *,
        value_2nd_id: str | Omit = omit,
        query_from: str | Omit = omit,
        self_: str | Omit = omit,
        timeout_: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ClassImportResponse:
        """GET /class/{from}

        Raises:
            ValueError: ``from_`` is empty.
            NamesError: the call failed; its subclasses say how.
        """
        return await self._request(
            _IMPORT_,
            from_=from_,
            value_2nd_id=value_2nd_id,
            query_from=query_from,
            self_=self_,
            timeout_=timeout_,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
