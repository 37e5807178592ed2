"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .security_center.security_center import (
        AsyncSecurityCenterResource as AsyncSecurityCenterResource,
    )
    from .security_center.security_center import (
        AsyncSecurityCenterResourceWithRawResponse as AsyncSecurityCenterResourceWithRawResponse,
    )
    from .security_center.security_center import (
        AsyncSecurityCenterResourceWithStreamingResponse as AsyncSecurityCenterResourceWithStreamingResponse,
    )
    from .security_center.security_center import (
        SecurityCenterResource as SecurityCenterResource,
    )
    from .security_center.security_center import (
        SecurityCenterResourceWithRawResponse as SecurityCenterResourceWithRawResponse,
    )
    from .security_center.security_center import (
        SecurityCenterResourceWithStreamingResponse as SecurityCenterResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncSecurityCenterResource": ".security_center.security_center",
            "AsyncSecurityCenterResourceWithRawResponse": ".security_center.security_center",
            "AsyncSecurityCenterResourceWithStreamingResponse": ".security_center.security_center",
            "SecurityCenterResource": ".security_center.security_center",
            "SecurityCenterResourceWithRawResponse": ".security_center.security_center",
            "SecurityCenterResourceWithStreamingResponse": ".security_center.security_center",
        },
    )

__all__ = [
    "AsyncSecurityCenterResource",
    "AsyncSecurityCenterResourceWithRawResponse",
    "AsyncSecurityCenterResourceWithStreamingResponse",
    "SecurityCenterResource",
    "SecurityCenterResourceWithRawResponse",
    "SecurityCenterResourceWithStreamingResponse",
]
