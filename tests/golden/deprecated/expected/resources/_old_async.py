"""The resource old, asynchronous."""

from __future__ import annotations

from typing_extensions import deprecated

from .. import types
from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .old import _GET

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ._old_modes import (
        AsyncOldResourceWithRawResponse,
        AsyncOldResourceWithStreamingResponse,
    )

__all__ = ["AsyncOldResource"]


class AsyncOldResource(AsyncResource):
    """Calls under old."""

    @cached_property
    def with_raw_response(self) -> AsyncOldResourceWithRawResponse:
        """View of ``old`` whose methods return the raw ``APIResponse``."""
        from ._old_modes import AsyncOldResourceWithRawResponse

        return AsyncOldResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncOldResourceWithStreamingResponse:
        """View of ``old`` whose methods return before the body is read."""
        from ._old_modes import AsyncOldResourceWithStreamingResponse

        return AsyncOldResourceWithStreamingResponse(self)

    @deprecated("use `new` instead")
    async def get(
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
        return await self._request(
            _GET,
            q=q,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
