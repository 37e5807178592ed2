"""The resource shapes, asynchronous."""

from __future__ import annotations

from .. import types
from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .shapes import _DRAW

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._shapes_modes import (
        AsyncShapesResourceWithRawResponse,
        AsyncShapesResourceWithStreamingResponse,
    )

__all__ = ["AsyncShapesResource"]


class AsyncShapesResource(AsyncResource):
    """Calls under shapes."""

    @cached_property
    def with_raw_response(self) -> AsyncShapesResourceWithRawResponse:
        """View of ``shapes`` whose methods return the raw ``APIResponse``."""
        from ._shapes_modes import AsyncShapesResourceWithRawResponse

        return AsyncShapesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncShapesResourceWithStreamingResponse:
        """View of ``shapes`` whose methods return before the body is read."""
        from ._shapes_modes import AsyncShapesResourceWithStreamingResponse

        return AsyncShapesResourceWithStreamingResponse(self)

    async def draw(
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
        return await self._request(
            _DRAW,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
