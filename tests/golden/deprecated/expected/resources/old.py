"""The resource old."""

from __future__ import annotations

from typing_extensions import deprecated

from .. import types
from .._core import Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._old_async import AsyncOldResource
    from ._old_modes import (
        AsyncOldResourceWithRawResponse,
        AsyncOldResourceWithStreamingResponse,
        OldResourceWithRawResponse,
        OldResourceWithStreamingResponse,
    )

__all__ = [
    "OldResource",
    "AsyncOldResource",
    "OldResourceWithRawResponse",
    "AsyncOldResourceWithRawResponse",
    "OldResourceWithStreamingResponse",
    "AsyncOldResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncOldResource": ".._old_async",
            "OldResourceWithRawResponse": ".._old_modes",
            "AsyncOldResourceWithRawResponse": ".._old_modes",
            "OldResourceWithStreamingResponse": ".._old_modes",
            "AsyncOldResourceWithStreamingResponse": ".._old_modes",
        },
    )

_GET: Endpoint[types.OldGetResponse] = Endpoint(
    "GET",
    "/old",
    query_params=params("q"),
    returns=lambda: types.OldGetResponse,
)


class OldResource(SyncResource):
    """Calls under old."""

    @cached_property
    def with_raw_response(self) -> OldResourceWithRawResponse:
        """View of ``old`` whose methods return the raw ``APIResponse``."""
        from ._old_modes import OldResourceWithRawResponse

        return OldResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> OldResourceWithStreamingResponse:
        """View of ``old`` whose methods return before the body is read."""
        from ._old_modes import OldResourceWithStreamingResponse

        return OldResourceWithStreamingResponse(self)

    @deprecated("use `new` instead")
    def get(
        self,
        *,
        q: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.OldGetResponse:
        """GET /old

        Args:
            q: Unused.

        Raises:
            DeprecatedError: the call failed; its subclasses say how.
        """
        return self._request(
            _GET,
            q=q,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
