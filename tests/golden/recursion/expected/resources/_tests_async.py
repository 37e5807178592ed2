"""The resource tests, asynchronous."""

from __future__ import annotations

from .._core import AsyncResource, not_given
from .._core.cached import cached_property
from .tests import _CREATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .. import types
    from .._core import Body, Headers, NotGiven, Query
    from ._tests_modes import (
        AsyncTestsResourceWithRawResponse,
        AsyncTestsResourceWithStreamingResponse,
    )

__all__ = ["AsyncTestsResource"]


class AsyncTestsResource(AsyncResource):
    """Calls under tests."""

    @cached_property
    def with_raw_response(self) -> AsyncTestsResourceWithRawResponse:
        """View of ``tests`` whose methods return the raw ``APIResponse``."""
        from ._tests_modes import AsyncTestsResourceWithRawResponse

        return AsyncTestsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTestsResourceWithStreamingResponse:
        """View of ``tests`` whose methods return before the body is read."""
        from ._tests_modes import AsyncTestsResourceWithStreamingResponse

        return AsyncTestsResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        left: types.TestParam,
        right: types.TestParam,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """POST /tests

        Args:
            left: A test, or what it is combined of.
            right: A test, or what it is combined of.

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
