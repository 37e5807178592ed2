"""The resource security_center.insights."""

from __future__ import annotations

from ...._core import AsyncResource, SyncResource
from ...._core.cached import cached_property
from ...._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._insights_modes import (
        AsyncInsightsResourceWithRawResponse,
        AsyncInsightsResourceWithStreamingResponse,
        InsightsResourceWithRawResponse,
        InsightsResourceWithStreamingResponse,
    )
    from .audit_logs import AsyncAuditLogsResource, AuditLogsResource

__all__ = [
    "InsightsResource",
    "AsyncInsightsResource",
    "InsightsResourceWithRawResponse",
    "AsyncInsightsResourceWithRawResponse",
    "InsightsResourceWithStreamingResponse",
    "AsyncInsightsResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__, dict.fromkeys(__all__[2:], ".._insights_modes")
    )


class InsightsResource(SyncResource):
    """Single findings, each with its history."""

    @cached_property
    def audit_logs(self) -> AuditLogsResource:
        """The history of insights, who changed what and when."""
        from .audit_logs import AuditLogsResource

        return AuditLogsResource(self._client)

    @cached_property
    def with_raw_response(self) -> InsightsResourceWithRawResponse:
        """``insights`` whose calls return the response itself, its body read."""
        from ._insights_modes import InsightsResourceWithRawResponse

        return InsightsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> InsightsResourceWithStreamingResponse:
        """``insights`` whose calls return the response before its body is read."""
        from ._insights_modes import InsightsResourceWithStreamingResponse

        return InsightsResourceWithStreamingResponse(self)


class AsyncInsightsResource(AsyncResource):
    """Single findings, each with its history."""

    @cached_property
    def audit_logs(self) -> AsyncAuditLogsResource:
        """The history of insights, who changed what and when."""
        from .audit_logs import AsyncAuditLogsResource

        return AsyncAuditLogsResource(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncInsightsResourceWithRawResponse:
        """``insights`` whose calls return the response itself, its body read."""
        from ._insights_modes import AsyncInsightsResourceWithRawResponse

        return AsyncInsightsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncInsightsResourceWithStreamingResponse:
        """``insights`` whose calls return the response before its body is read."""
        from ._insights_modes import AsyncInsightsResourceWithStreamingResponse

        return AsyncInsightsResourceWithStreamingResponse(self)
