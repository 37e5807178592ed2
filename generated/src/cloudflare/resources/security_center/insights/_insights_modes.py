"""The resource security_center.insights, its calls returning responses."""

from __future__ import annotations

from ...._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._audit_logs_modes import (
        AsyncAuditLogsResourceWithRawResponse,
        AsyncAuditLogsResourceWithStreamingResponse,
        AuditLogsResourceWithRawResponse,
        AuditLogsResourceWithStreamingResponse,
    )
    from ._insights_async import AsyncInsightsResource
    from .insights import InsightsResource

__all__ = [
    "InsightsResourceWithRawResponse",
    "InsightsResourceWithStreamingResponse",
    "AsyncInsightsResourceWithRawResponse",
    "AsyncInsightsResourceWithStreamingResponse",
]


class InsightsResourceWithRawResponse:
    """View of ``insights`` whose methods return the raw ``APIResponse``."""

    def __init__(self, insights: InsightsResource) -> None:
        self._insights = insights

    @cached_property
    def audit_logs(self) -> AuditLogsResourceWithRawResponse:
        """The history of insights, who changed what and when."""
        from ._audit_logs_modes import AuditLogsResourceWithRawResponse

        return AuditLogsResourceWithRawResponse(self._insights.audit_logs)


class InsightsResourceWithStreamingResponse:
    """View of ``insights`` whose methods return before the body is read."""

    def __init__(self, insights: InsightsResource) -> None:
        self._insights = insights

    @cached_property
    def audit_logs(self) -> AuditLogsResourceWithStreamingResponse:
        """The history of insights, who changed what and when."""
        from ._audit_logs_modes import AuditLogsResourceWithStreamingResponse

        return AuditLogsResourceWithStreamingResponse(self._insights.audit_logs)


class AsyncInsightsResourceWithRawResponse:
    """View of ``insights`` whose methods return the raw ``APIResponse``."""

    def __init__(self, insights: AsyncInsightsResource) -> None:
        self._insights = insights

    @cached_property
    def audit_logs(self) -> AsyncAuditLogsResourceWithRawResponse:
        """The history of insights, who changed what and when."""
        from ._audit_logs_modes import AsyncAuditLogsResourceWithRawResponse

        return AsyncAuditLogsResourceWithRawResponse(self._insights.audit_logs)


class AsyncInsightsResourceWithStreamingResponse:
    """View of ``insights`` whose methods return before the body is read."""

    def __init__(self, insights: AsyncInsightsResource) -> None:
        self._insights = insights

    @cached_property
    def audit_logs(self) -> AsyncAuditLogsResourceWithStreamingResponse:
        """The history of insights, who changed what and when."""
        from ._audit_logs_modes import AsyncAuditLogsResourceWithStreamingResponse

        return AsyncAuditLogsResourceWithStreamingResponse(self._insights.audit_logs)
