"""The resource security_center.insights.audit_logs, its calls returning responses."""

from __future__ import annotations

from ...._core import (
    async_returns_raw,
    async_returns_stream,
    returns_raw,
    returns_stream,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._audit_logs_async import AsyncAuditLogsResource
    from .audit_logs import AuditLogsResource

__all__ = [
    "AuditLogsResourceWithRawResponse",
    "AuditLogsResourceWithStreamingResponse",
    "AsyncAuditLogsResourceWithRawResponse",
    "AsyncAuditLogsResourceWithStreamingResponse",
]


class AuditLogsResourceWithRawResponse:
    """View of ``audit_logs`` whose methods return the raw ``APIResponse``."""

    def __init__(self, audit_logs: AuditLogsResource) -> None:
        raw = audit_logs._with_mode("raw")
        self.list = returns_raw(raw.list)
        self.list_by_insight = returns_raw(raw.list_by_insight)


class AuditLogsResourceWithStreamingResponse:
    """View of ``audit_logs`` whose methods return before the body is read."""

    def __init__(self, audit_logs: AuditLogsResource) -> None:
        stream = audit_logs._with_mode("stream")
        self.list = returns_stream(stream.list)
        self.list_by_insight = returns_stream(stream.list_by_insight)


class AsyncAuditLogsResourceWithRawResponse:
    """View of ``audit_logs`` whose methods return the raw ``APIResponse``."""

    def __init__(self, audit_logs: AsyncAuditLogsResource) -> None:
        raw = audit_logs._with_mode("raw")
        self.list = async_returns_raw(raw.list)
        self.list_by_insight = async_returns_raw(raw.list_by_insight)


class AsyncAuditLogsResourceWithStreamingResponse:
    """View of ``audit_logs`` whose methods return before the body is read."""

    def __init__(self, audit_logs: AsyncAuditLogsResource) -> None:
        stream = audit_logs._with_mode("stream")
        self.list = async_returns_stream(stream.list)
        self.list_by_insight = async_returns_stream(stream.list_by_insight)
