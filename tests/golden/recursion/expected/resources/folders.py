"""The resource folders."""

from __future__ import annotations

from .. import types
from .._core import Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._folders_async import AsyncFoldersResource
    from ._folders_modes import (
        AsyncFoldersResourceWithRawResponse,
        AsyncFoldersResourceWithStreamingResponse,
        FoldersResourceWithRawResponse,
        FoldersResourceWithStreamingResponse,
    )

__all__ = [
    "FoldersResource",
    "AsyncFoldersResource",
    "FoldersResourceWithRawResponse",
    "AsyncFoldersResourceWithRawResponse",
    "FoldersResourceWithStreamingResponse",
    "AsyncFoldersResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncFoldersResource": ".._folders_async",
            "FoldersResourceWithRawResponse": ".._folders_modes",
            "AsyncFoldersResourceWithRawResponse": ".._folders_modes",
            "FoldersResourceWithStreamingResponse": ".._folders_modes",
            "AsyncFoldersResourceWithStreamingResponse": ".._folders_modes",
        },
    )

_ANY: Endpoint[types.Folder] = Endpoint(
    "GET",
    "/folders",
    returns=lambda: types.Folder,
)


class FoldersResource(SyncResource):
    """Calls under folders."""

    @cached_property
    def with_raw_response(self) -> FoldersResourceWithRawResponse:
        """View of ``folders`` whose methods return the raw ``APIResponse``."""
        from ._folders_modes import FoldersResourceWithRawResponse

        return FoldersResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FoldersResourceWithStreamingResponse:
        """View of ``folders`` whose methods return before the body is read."""
        from ._folders_modes import FoldersResourceWithStreamingResponse

        return FoldersResourceWithStreamingResponse(self)

    def any(
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
        return self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
