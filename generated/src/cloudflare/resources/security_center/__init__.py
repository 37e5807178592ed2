"""Resources under security_center."""

from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .insights.insights import AsyncInsightsResource as AsyncInsightsResource
    from .insights.insights import (
        AsyncInsightsResourceWithRawResponse as AsyncInsightsResourceWithRawResponse,
    )
    from .insights.insights import (
        AsyncInsightsResourceWithStreamingResponse as AsyncInsightsResourceWithStreamingResponse,
    )
    from .security_center import (
        AsyncSecurityCenterResource as AsyncSecurityCenterResource,
    )
    from .security_center import (
        AsyncSecurityCenterResourceWithRawResponse as AsyncSecurityCenterResourceWithRawResponse,
    )
    from .security_center import (
        AsyncSecurityCenterResourceWithStreamingResponse as AsyncSecurityCenterResourceWithStreamingResponse,
    )
    from .insights.insights import InsightsResource as InsightsResource
    from .insights.insights import (
        InsightsResourceWithRawResponse as InsightsResourceWithRawResponse,
    )
    from .insights.insights import (
        InsightsResourceWithStreamingResponse as InsightsResourceWithStreamingResponse,
    )
    from .security_center import SecurityCenterResource as SecurityCenterResource
    from .security_center import (
        SecurityCenterResourceWithRawResponse as SecurityCenterResourceWithRawResponse,
    )
    from .security_center import (
        SecurityCenterResourceWithStreamingResponse as SecurityCenterResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncInsightsResource": ".insights.insights",
            "AsyncInsightsResourceWithRawResponse": ".insights.insights",
            "AsyncInsightsResourceWithStreamingResponse": ".insights.insights",
            "AsyncSecurityCenterResource": ".security_center",
            "AsyncSecurityCenterResourceWithRawResponse": ".security_center",
            "AsyncSecurityCenterResourceWithStreamingResponse": ".security_center",
            "InsightsResource": ".insights.insights",
            "InsightsResourceWithRawResponse": ".insights.insights",
            "InsightsResourceWithStreamingResponse": ".insights.insights",
            "SecurityCenterResource": ".security_center",
            "SecurityCenterResourceWithRawResponse": ".security_center",
            "SecurityCenterResourceWithStreamingResponse": ".security_center",
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
