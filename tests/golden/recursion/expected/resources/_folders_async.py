"""The resource folders, asynchronous."""

from __future__ import annotations

from .. import types
from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .folders import _ANY

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._folders_modes import (
        AsyncFoldersResourceWithRawResponse,
        AsyncFoldersResourceWithStreamingResponse,
    )

__all__ = ["AsyncFoldersResource"]


class AsyncFoldersResource(AsyncResource):
    """Calls under folders."""

    @cached_property
    def with_raw_response(self) -> AsyncFoldersResourceWithRawResponse:
        """``folders`` whose calls return the response itself, its body read."""
        from ._folders_modes import AsyncFoldersResourceWithRawResponse

        return AsyncFoldersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFoldersResourceWithStreamingResponse:
        """``folders`` whose calls return the response before its body is read."""
        from ._folders_modes import AsyncFoldersResourceWithStreamingResponse

        return AsyncFoldersResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.Folder:
        """GET /folders

        Raises:
            RecursionError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
