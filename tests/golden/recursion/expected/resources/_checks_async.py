"""The resource checks, asynchronous."""

from __future__ import annotations

from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .checks import _CREATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .. import types
    from .._core import Body, Headers, NotGiven, Query
    from ._checks_modes import (
        AsyncChecksResourceWithRawResponse,
        AsyncChecksResourceWithStreamingResponse,
    )

__all__ = ["AsyncChecksResource"]


class AsyncChecksResource(AsyncResource):
    """Calls under checks."""

    @cached_property
    def with_raw_response(self) -> AsyncChecksResourceWithRawResponse:
        """View of ``checks`` whose methods return the raw ``APIResponse``."""
        from ._checks_modes import AsyncChecksResourceWithRawResponse

        return AsyncChecksResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncChecksResourceWithStreamingResponse:
        """View of ``checks`` whose methods return before the body is read."""
        from ._checks_modes import AsyncChecksResourceWithStreamingResponse

        return AsyncChecksResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        left: types.CheckParam,
        right: types.CheckParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """POST /checks

        Args:
            left: A check, or what it is combined of.
            right: A check, or what it is combined of.

        Raises:
            RecursionError: the call failed; its subclasses say how.
        """
        return await self._request(
            _CREATE,
            left=left,
            right=right,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
