"""The resource security_center.insights."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ...._core import AsyncResource, SyncResource

if TYPE_CHECKING:
    from .audit_logs import (
        AsyncAuditLogsResource,
        AsyncAuditLogsResourceWithRawResponse,
        AsyncAuditLogsResourceWithStreamingResponse,
        AuditLogsResource,
        AuditLogsResourceWithRawResponse,
        AuditLogsResourceWithStreamingResponse,
    )

__all__ = [
    "InsightsResource",
    "AsyncInsightsResource",
    "InsightsResourceWithRawResponse",
    "AsyncInsightsResourceWithRawResponse",
    "InsightsResourceWithStreamingResponse",
    "AsyncInsightsResourceWithStreamingResponse",
]


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
        return InsightsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> InsightsResourceWithStreamingResponse:
        """``insights`` whose calls return the response before its body is read."""
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
        return AsyncInsightsResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncInsightsResourceWithStreamingResponse:
        """``insights`` whose calls return the response before its body is read."""
        return AsyncInsightsResourceWithStreamingResponse(self)


class InsightsResourceWithRawResponse:
    """``insights`` whose calls return the response itself, its body read."""

    def __init__(self, insights: InsightsResource) -> None:
        self._insights = insights

    @cached_property
    def audit_logs(self) -> AuditLogsResourceWithRawResponse:
        """The history of insights, who changed what and when."""
        from .audit_logs import AuditLogsResourceWithRawResponse

        return AuditLogsResourceWithRawResponse(self._insights.audit_logs)


class InsightsResourceWithStreamingResponse:
    """``insights`` whose calls return the response before its body is read."""

    def __init__(self, insights: InsightsResource) -> None:
        self._insights = insights

    @cached_property
    def audit_logs(self) -> AuditLogsResourceWithStreamingResponse:
        """The history of insights, who changed what and when."""
        from .audit_logs import AuditLogsResourceWithStreamingResponse

        return AuditLogsResourceWithStreamingResponse(self._insights.audit_logs)


class AsyncInsightsResourceWithRawResponse:
    """``insights`` whose calls return the response itself, its body read."""

    def __init__(self, insights: AsyncInsightsResource) -> None:
        self._insights = insights

    @cached_property
    def audit_logs(self) -> AsyncAuditLogsResourceWithRawResponse:
        """The history of insights, who changed what and when."""
        from .audit_logs import AsyncAuditLogsResourceWithRawResponse

        return AsyncAuditLogsResourceWithRawResponse(self._insights.audit_logs)


class AsyncInsightsResourceWithStreamingResponse:
    """``insights`` whose calls return the response before its body is read."""

    def __init__(self, insights: AsyncInsightsResource) -> None:
        self._insights = insights

    @cached_property
    def audit_logs(self) -> AsyncAuditLogsResourceWithStreamingResponse:
        """The history of insights, who changed what and when."""
        from .audit_logs import AsyncAuditLogsResourceWithStreamingResponse

        return AsyncAuditLogsResourceWithStreamingResponse(self._insights.audit_logs)
