"""The resource cats."""

from __future__ import annotations

from .. import types
from .._core import Endpoint, SyncResource, not_given
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._cats_async import AsyncCatsResource
    from ._cats_modes import (
        AsyncCatsResourceWithRawResponse,
        AsyncCatsResourceWithStreamingResponse,
        CatsResourceWithRawResponse,
        CatsResourceWithStreamingResponse,
    )

__all__ = [
    "CatsResource",
    "AsyncCatsResource",
    "CatsResourceWithRawResponse",
    "AsyncCatsResourceWithRawResponse",
    "CatsResourceWithStreamingResponse",
    "AsyncCatsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncCatsResource": ".._cats_async",
            "CatsResourceWithRawResponse": ".._cats_modes",
            "AsyncCatsResourceWithRawResponse": ".._cats_modes",
            "CatsResourceWithStreamingResponse": ".._cats_modes",
            "AsyncCatsResourceWithStreamingResponse": ".._cats_modes",
        },
    )

_ANY: Endpoint[types.CatAnyResponse] = Endpoint(
    "GET",
    "/cats",
    returns=lambda: types.CatAnyResponse,
)


class CatsResource(SyncResource):
    """Calls under cats."""

    @cached_property
    def with_raw_response(self) -> CatsResourceWithRawResponse:
        """View of ``cats`` whose methods return the raw ``APIResponse``."""
        from ._cats_modes import CatsResourceWithRawResponse

        return CatsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CatsResourceWithStreamingResponse:
        """View of ``cats`` whose methods return before the body is read."""
        from ._cats_modes import CatsResourceWithStreamingResponse

        return CatsResourceWithStreamingResponse(self)

    def any(
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
        return self._request(
            _ANY,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
