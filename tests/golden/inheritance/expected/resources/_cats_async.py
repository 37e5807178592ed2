"""The resource cats, asynchronous."""

from __future__ import annotations

from .. import types
from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .cats import _ANY

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._cats_modes import (
        AsyncCatsResourceWithRawResponse,
        AsyncCatsResourceWithStreamingResponse,
    )

__all__ = ["AsyncCatsResource"]


class AsyncCatsResource(AsyncResource):
    """Calls under cats."""

    @cached_property
    def with_raw_response(self) -> AsyncCatsResourceWithRawResponse:
        """View of ``cats`` whose methods return the raw ``APIResponse``."""
        from ._cats_modes import AsyncCatsResourceWithRawResponse

        return AsyncCatsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCatsResourceWithStreamingResponse:
        """View of ``cats`` whose methods return before the body is read."""
        from ._cats_modes import AsyncCatsResourceWithStreamingResponse

        return AsyncCatsResourceWithStreamingResponse(self)

    async def any(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> types.CatAnyResponse:
        """GET /cats

        Raises:
            InheritanceError: the call failed; its subclasses say how.
        """
        return await self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
