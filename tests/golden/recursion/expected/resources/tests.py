"""The resource tests."""

from __future__ import annotations

from .._core import BodySpec, Endpoint, SyncResource, not_given, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .. import types
    from .._core import Body, Headers, NotGiven, Query
    from ._tests_async import AsyncTestsResource
    from ._tests_modes import (
        AsyncTestsResourceWithRawResponse,
        AsyncTestsResourceWithStreamingResponse,
        TestsResourceWithRawResponse,
        TestsResourceWithStreamingResponse,
    )

__all__ = [
    "TestsResource",
    "AsyncTestsResource",
    "TestsResourceWithRawResponse",
    "AsyncTestsResourceWithRawResponse",
    "TestsResourceWithStreamingResponse",
    "AsyncTestsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncTestsResource": ".._tests_async",
            "TestsResourceWithRawResponse": ".._tests_modes",
            "AsyncTestsResourceWithRawResponse": ".._tests_modes",
            "TestsResourceWithStreamingResponse": ".._tests_modes",
            "AsyncTestsResourceWithStreamingResponse": ".._tests_modes",
        },
    )

_CREATE: Endpoint[None] = Endpoint(
    "POST",
    "/tests",
    body=BodySpec("json", params("left", "right"), required=True),
    accept="*/*",
    returns=lambda: None,
)


class TestsResource(SyncResource):
    """Calls under tests."""

    @cached_property
    def with_raw_response(self) -> TestsResourceWithRawResponse:
        """View of ``tests`` whose methods return the raw ``APIResponse``."""
        from ._tests_modes import TestsResourceWithRawResponse

        return TestsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> TestsResourceWithStreamingResponse:
        """View of ``tests`` whose methods return before the body is read."""
        from ._tests_modes import TestsResourceWithStreamingResponse

        return TestsResourceWithStreamingResponse(self)

    def create(
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
        return self._request(
            _CREATE,
            left=left,
            right=right,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
