"""The resource security_center.insights."""

from __future__ import annotations

from ...._core import SyncResource
from ...._core.cached import cached_property
from ...._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._insights_async import AsyncInsightsResource
    from ._insights_modes import (
        AsyncInsightsResourceWithRawResponse,
        AsyncInsightsResourceWithStreamingResponse,
        InsightsResourceWithRawResponse,
        InsightsResourceWithStreamingResponse,
    )
    from .audit_logs import AuditLogsResource

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
        __name__,
        {
            "AsyncInsightsResource": ".._insights_async",
            "InsightsResourceWithRawResponse": ".._insights_modes",
            "AsyncInsightsResourceWithRawResponse": ".._insights_modes",
            "InsightsResourceWithStreamingResponse": ".._insights_modes",
            "AsyncInsightsResourceWithStreamingResponse": ".._insights_modes",
        },
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
        """View of ``insights`` whose methods return the raw ``APIResponse``."""
        from ._insights_modes import InsightsResourceWithRawResponse

        return InsightsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> InsightsResourceWithStreamingResponse:
        """View of ``insights`` whose methods return before the body is read."""
        from ._insights_modes import InsightsResourceWithStreamingResponse

        return InsightsResourceWithStreamingResponse(self)
