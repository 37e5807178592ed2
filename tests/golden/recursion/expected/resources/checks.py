"""The resource checks."""

from __future__ import annotations

from .._core import BodySpec, Endpoint, SyncResource, not_given, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .. import types
    from .._core import Body, Headers, NotGiven, Query
    from ._checks_async import AsyncChecksResource
    from ._checks_modes import (
        AsyncChecksResourceWithRawResponse,
        AsyncChecksResourceWithStreamingResponse,
        ChecksResourceWithRawResponse,
        ChecksResourceWithStreamingResponse,
    )

__all__ = [
    "ChecksResource",
    "AsyncChecksResource",
    "ChecksResourceWithRawResponse",
    "AsyncChecksResourceWithRawResponse",
    "ChecksResourceWithStreamingResponse",
    "AsyncChecksResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncChecksResource": ".._checks_async",
            "ChecksResourceWithRawResponse": ".._checks_modes",
            "AsyncChecksResourceWithRawResponse": ".._checks_modes",
            "ChecksResourceWithStreamingResponse": ".._checks_modes",
            "AsyncChecksResourceWithStreamingResponse": ".._checks_modes",
        },
    )

_CREATE: Endpoint[None] = Endpoint(
    "POST",
    "/checks",
    body=BodySpec("json", params("left", "right"), required=True),
    accept="*/*",
    returns=lambda: None,
)


class ChecksResource(SyncResource):
    """Calls under checks."""

    @cached_property
    def with_raw_response(self) -> ChecksResourceWithRawResponse:
        """View of ``checks`` whose methods return the raw ``APIResponse``."""
        from ._checks_modes import ChecksResourceWithRawResponse

        return ChecksResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ChecksResourceWithStreamingResponse:
        """View of ``checks`` whose methods return before the body is read."""
        from ._checks_modes import ChecksResourceWithStreamingResponse

        return ChecksResourceWithStreamingResponse(self)

    def create(
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
        return self._request(
            _CREATE,
            left=left,
            right=right,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
