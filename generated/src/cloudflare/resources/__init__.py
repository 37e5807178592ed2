"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .security_center._security_center_async import (
        AsyncSecurityCenterResource as AsyncSecurityCenterResource,
    )
    from .security_center._security_center_modes import (
        AsyncSecurityCenterResourceWithRawResponse as AsyncSecurityCenterResourceWithRawResponse,
    )
    from .security_center._security_center_modes import (
        AsyncSecurityCenterResourceWithStreamingResponse as AsyncSecurityCenterResourceWithStreamingResponse,
    )
    from .security_center.security_center import (
        SecurityCenterResource as SecurityCenterResource,
    )
    from .security_center._security_center_modes import (
        SecurityCenterResourceWithRawResponse as SecurityCenterResourceWithRawResponse,
    )
    from .security_center._security_center_modes import (
        SecurityCenterResourceWithStreamingResponse as SecurityCenterResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncSecurityCenterResource": ".security_center._security_center_async",
            "AsyncSecurityCenterResourceWithRawResponse": ".security_center._security_center_modes",
            "AsyncSecurityCenterResourceWithStreamingResponse": ".security_center._security_center_modes",
            "SecurityCenterResource": ".security_center.security_center",
            "SecurityCenterResourceWithRawResponse": ".security_center._security_center_modes",
            "SecurityCenterResourceWithStreamingResponse": ".security_center._security_center_modes",
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
