"""Resources under security_center.insights."""

from ...._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .audit_logs import AsyncAuditLogsResource as AsyncAuditLogsResource
    from .audit_logs import (
        AsyncAuditLogsResourceWithRawResponse as AsyncAuditLogsResourceWithRawResponse,
    )
    from .audit_logs import (
        AsyncAuditLogsResourceWithStreamingResponse as AsyncAuditLogsResourceWithStreamingResponse,
    )
    from .insights import AsyncInsightsResource as AsyncInsightsResource
    from .insights import (
        AsyncInsightsResourceWithRawResponse as AsyncInsightsResourceWithRawResponse,
    )
    from .insights import (
        AsyncInsightsResourceWithStreamingResponse as AsyncInsightsResourceWithStreamingResponse,
    )
    from .audit_logs import AuditLogsResource as AuditLogsResource
    from .audit_logs import (
        AuditLogsResourceWithRawResponse as AuditLogsResourceWithRawResponse,
    )
    from .audit_logs import (
        AuditLogsResourceWithStreamingResponse as AuditLogsResourceWithStreamingResponse,
    )
    from .insights import InsightsResource as InsightsResource
    from .insights import (
        InsightsResourceWithRawResponse as InsightsResourceWithRawResponse,
    )
    from .insights import (
        InsightsResourceWithStreamingResponse as InsightsResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncAuditLogsResource": ".audit_logs",
            "AsyncAuditLogsResourceWithRawResponse": ".audit_logs",
            "AsyncAuditLogsResourceWithStreamingResponse": ".audit_logs",
            "AsyncInsightsResource": ".insights",
            "AsyncInsightsResourceWithRawResponse": ".insights",
            "AsyncInsightsResourceWithStreamingResponse": ".insights",
            "AuditLogsResource": ".audit_logs",
            "AuditLogsResourceWithRawResponse": ".audit_logs",
            "AuditLogsResourceWithStreamingResponse": ".audit_logs",
            "InsightsResource": ".insights",
            "InsightsResourceWithRawResponse": ".insights",
            "InsightsResourceWithStreamingResponse": ".insights",
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
