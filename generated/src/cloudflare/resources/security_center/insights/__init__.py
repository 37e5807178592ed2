"""Resources under security_center.insights."""

from ...._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._audit_logs_async import AsyncAuditLogsResource as AsyncAuditLogsResource
    from ._audit_logs_modes import (
        AsyncAuditLogsResourceWithRawResponse as AsyncAuditLogsResourceWithRawResponse,
    )
    from ._audit_logs_modes import (
        AsyncAuditLogsResourceWithStreamingResponse as AsyncAuditLogsResourceWithStreamingResponse,
    )
    from ._insights_async import AsyncInsightsResource as AsyncInsightsResource
    from ._insights_modes import (
        AsyncInsightsResourceWithRawResponse as AsyncInsightsResourceWithRawResponse,
    )
    from ._insights_modes import (
        AsyncInsightsResourceWithStreamingResponse as AsyncInsightsResourceWithStreamingResponse,
    )
    from .audit_logs import AuditLogsResource as AuditLogsResource
    from ._audit_logs_modes import (
        AuditLogsResourceWithRawResponse as AuditLogsResourceWithRawResponse,
    )
    from ._audit_logs_modes import (
        AuditLogsResourceWithStreamingResponse as AuditLogsResourceWithStreamingResponse,
    )
    from .insights import InsightsResource as InsightsResource
    from ._insights_modes import (
        InsightsResourceWithRawResponse as InsightsResourceWithRawResponse,
    )
    from ._insights_modes import (
        InsightsResourceWithStreamingResponse as InsightsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncAuditLogsResource": "._audit_logs_async",
            "AsyncAuditLogsResourceWithRawResponse": "._audit_logs_modes",
            "AsyncAuditLogsResourceWithStreamingResponse": "._audit_logs_modes",
            "AsyncInsightsResource": "._insights_async",
            "AsyncInsightsResourceWithRawResponse": "._insights_modes",
            "AsyncInsightsResourceWithStreamingResponse": "._insights_modes",
            "AuditLogsResource": ".audit_logs",
            "AuditLogsResourceWithRawResponse": "._audit_logs_modes",
            "AuditLogsResourceWithStreamingResponse": "._audit_logs_modes",
            "InsightsResource": ".insights",
            "InsightsResourceWithRawResponse": "._insights_modes",
            "InsightsResourceWithStreamingResponse": "._insights_modes",
        },
    )

__all__ = [
    "AsyncAuditLogsResource",
    "AsyncAuditLogsResourceWithRawResponse",
    "AsyncAuditLogsResourceWithStreamingResponse",
    "AsyncInsightsResource",
    "AsyncInsightsResourceWithRawResponse",
    "AsyncInsightsResourceWithStreamingResponse",
    "AuditLogsResource",
    "AuditLogsResourceWithRawResponse",
    "AuditLogsResourceWithStreamingResponse",
    "InsightsResource",
    "InsightsResourceWithRawResponse",
    "InsightsResourceWithStreamingResponse",
]
