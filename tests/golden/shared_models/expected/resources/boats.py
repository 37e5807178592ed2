"""The resource boats."""

from __future__ import annotations

from .. import types
from .._core import Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._boats_async import AsyncBoatsResource
    from ._boats_modes import (
        AsyncBoatsResourceWithRawResponse,
        AsyncBoatsResourceWithStreamingResponse,
        BoatsResourceWithRawResponse,
        BoatsResourceWithStreamingResponse,
    )

__all__ = [
    "BoatsResource",
    "AsyncBoatsResource",
    "BoatsResourceWithRawResponse",
    "AsyncBoatsResourceWithRawResponse",
    "BoatsResourceWithStreamingResponse",
    "AsyncBoatsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncBoatsResource": ".._boats_async",
            "BoatsResourceWithRawResponse": ".._boats_modes",
            "AsyncBoatsResourceWithRawResponse": ".._boats_modes",
            "BoatsResourceWithStreamingResponse": ".._boats_modes",
            "AsyncBoatsResourceWithStreamingResponse": ".._boats_modes",
        },
    )

_ANY: Endpoint[types.BoatAnyResponse] = Endpoint(
    "GET",
    "/boats",
    returns=lambda: types.BoatAnyResponse,
)


class BoatsResource(SyncResource):
    """Calls under boats."""

    @cached_property
    def with_raw_response(self) -> BoatsResourceWithRawResponse:
        """View of ``boats`` whose methods return the raw ``APIResponse``."""
        from ._boats_modes import BoatsResourceWithRawResponse

        return BoatsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> BoatsResourceWithStreamingResponse:
        """View of ``boats`` whose methods return before the body is read."""
        from ._boats_modes import BoatsResourceWithStreamingResponse

        return BoatsResourceWithStreamingResponse(self)

    def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.BoatAnyResponse:
        """GET /boats

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
