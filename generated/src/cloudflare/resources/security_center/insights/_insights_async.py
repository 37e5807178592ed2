"""The resource security_center.insights, asynchronous."""

from __future__ import annotations

from ...._core import AsyncResource
from ...._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._audit_logs_async import AsyncAuditLogsResource
    from ._insights_modes import (
        AsyncInsightsResourceWithRawResponse,
        AsyncInsightsResourceWithStreamingResponse,
    )

__all__ = ["AsyncInsightsResource"]


class AsyncInsightsResource(AsyncResource):
    """Single findings, each with its history."""

    @cached_property
    def audit_logs(self) -> AsyncAuditLogsResource:
        """The history of insights, who changed what and when."""
        from ._audit_logs_async import AsyncAuditLogsResource

        return AsyncAuditLogsResource(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncInsightsResourceWithRawResponse:
        """View of ``insights`` whose methods return the raw ``APIResponse``."""
        from ._insights_modes import AsyncInsightsResourceWithRawResponse

        return AsyncInsightsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncInsightsResourceWithStreamingResponse:
        """View of ``insights`` whose methods return before the body is read."""
        from ._insights_modes import AsyncInsightsResourceWithStreamingResponse

        return AsyncInsightsResourceWithStreamingResponse(self)
