"""Resources under security_center."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .insights._insights_async import AsyncInsightsResource as AsyncInsightsResource
    from .insights._insights_modes import (
        AsyncInsightsResourceWithRawResponse as AsyncInsightsResourceWithRawResponse,
    )
    from .insights._insights_modes import (
        AsyncInsightsResourceWithStreamingResponse as AsyncInsightsResourceWithStreamingResponse,
    )
    from ._security_center_async import (
        AsyncSecurityCenterResource as AsyncSecurityCenterResource,
    )
    from ._security_center_modes import (
        AsyncSecurityCenterResourceWithRawResponse as AsyncSecurityCenterResourceWithRawResponse,
    )
    from ._security_center_modes import (
        AsyncSecurityCenterResourceWithStreamingResponse as AsyncSecurityCenterResourceWithStreamingResponse,
    )
    from .insights.insights import InsightsResource as InsightsResource
    from .insights._insights_modes import (
        InsightsResourceWithRawResponse as InsightsResourceWithRawResponse,
    )
    from .insights._insights_modes import (
        InsightsResourceWithStreamingResponse as InsightsResourceWithStreamingResponse,
    )
    from .security_center import SecurityCenterResource as SecurityCenterResource
    from ._security_center_modes import (
        SecurityCenterResourceWithRawResponse as SecurityCenterResourceWithRawResponse,
    )
    from ._security_center_modes import (
        SecurityCenterResourceWithStreamingResponse as SecurityCenterResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncInsightsResource": ".insights._insights_async",
            "AsyncInsightsResourceWithRawResponse": ".insights._insights_modes",
            "AsyncInsightsResourceWithStreamingResponse": ".insights._insights_modes",
            "AsyncSecurityCenterResource": "._security_center_async",
            "AsyncSecurityCenterResourceWithRawResponse": "._security_center_modes",
            "AsyncSecurityCenterResourceWithStreamingResponse": "._security_center_modes",
            "InsightsResource": ".insights.insights",
            "InsightsResourceWithRawResponse": ".insights._insights_modes",
            "InsightsResourceWithStreamingResponse": ".insights._insights_modes",
            "SecurityCenterResource": ".security_center",
            "SecurityCenterResourceWithRawResponse": "._security_center_modes",
            "SecurityCenterResourceWithStreamingResponse": "._security_center_modes",
        },
    )

__all__ = [
    "AsyncInsightsResource",
    "AsyncInsightsResourceWithRawResponse",
    "AsyncInsightsResourceWithStreamingResponse",
    "AsyncSecurityCenterResource",
    "AsyncSecurityCenterResourceWithRawResponse",
    "AsyncSecurityCenterResourceWithStreamingResponse",
    "InsightsResource",
    "InsightsResourceWithRawResponse",
    "InsightsResourceWithStreamingResponse",
    "SecurityCenterResource",
    "SecurityCenterResourceWithRawResponse",
    "SecurityCenterResourceWithStreamingResponse",
]
