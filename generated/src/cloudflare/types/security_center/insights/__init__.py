"""Types of security_center.insights."""

from ...._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .audit_log_list_by_insight_params import (
        AuditLogListByInsightParams as AuditLogListByInsightParams,
    )
    from .audit_log_list_by_insight_response import (
        AuditLogListByInsightResponse as AuditLogListByInsightResponse,
    )
    from .audit_log_list_params import AuditLogListParams as AuditLogListParams
    from .audit_log_list_response import AuditLogListResponse as AuditLogListResponse
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AuditLogListByInsightParams": ".audit_log_list_by_insight_params",
            "AuditLogListByInsightResponse": ".audit_log_list_by_insight_response",
            "AuditLogListParams": ".audit_log_list_params",
            "AuditLogListResponse": ".audit_log_list_response",
        },
    )

__all__ = [
    "AuditLogListByInsightParams",
    "AuditLogListByInsightResponse",
    "AuditLogListParams",
    "AuditLogListResponse",
]
