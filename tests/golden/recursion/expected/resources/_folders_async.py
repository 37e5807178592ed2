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
        """View of ``folders`` whose methods return the raw ``APIResponse``."""
        from ._folders_modes import AsyncFoldersResourceWithRawResponse

        return AsyncFoldersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFoldersResourceWithStreamingResponse:
        """View of ``folders`` whose methods return before the body is read."""
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
