"""The resource shapes."""

from __future__ import annotations

from .. import types
from .._core import Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._shapes_async import AsyncShapesResource
    from ._shapes_modes import (
        AsyncShapesResourceWithRawResponse,
        AsyncShapesResourceWithStreamingResponse,
        ShapesResourceWithRawResponse,
        ShapesResourceWithStreamingResponse,
    )

__all__ = [
    "ShapesResource",
    "AsyncShapesResource",
    "ShapesResourceWithRawResponse",
    "AsyncShapesResourceWithRawResponse",
    "ShapesResourceWithStreamingResponse",
    "AsyncShapesResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncShapesResource": ".._shapes_async",
            "ShapesResourceWithRawResponse": ".._shapes_modes",
            "AsyncShapesResourceWithRawResponse": ".._shapes_modes",
            "ShapesResourceWithStreamingResponse": ".._shapes_modes",
            "AsyncShapesResourceWithStreamingResponse": ".._shapes_modes",
        },
    )

_DRAW: Endpoint[types.ShapeDrawResponse] = Endpoint(
    "GET",
    "/shapes",
    returns=lambda: types.ShapeDrawResponse,
)


class ShapesResource(SyncResource):
    """Calls under shapes."""

    @cached_property
    def with_raw_response(self) -> ShapesResourceWithRawResponse:
        """View of ``shapes`` whose methods return the raw ``APIResponse``."""
        from ._shapes_modes import ShapesResourceWithRawResponse

        return ShapesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ShapesResourceWithStreamingResponse:
        """View of ``shapes`` whose methods return before the body is read."""
        from ._shapes_modes import ShapesResourceWithStreamingResponse

        return ShapesResourceWithStreamingResponse(self)

    def draw(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.ShapeDrawResponse:
        """GET /shapes

        Raises:
            UnionsError: the call failed; its subclasses say how.
        """
        return self._request(
            _DRAW,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
