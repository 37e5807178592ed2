"""The resource security_center."""

from __future__ import annotations

from ..._core import SyncResource
from ..._core.cached import cached_property
from ..._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._security_center_async import AsyncSecurityCenterResource
    from ._security_center_modes import (
        AsyncSecurityCenterResourceWithRawResponse,
        AsyncSecurityCenterResourceWithStreamingResponse,
        SecurityCenterResourceWithRawResponse,
        SecurityCenterResourceWithStreamingResponse,
    )
    from .insights.insights import InsightsResource

__all__ = [
    "SecurityCenterResource",
    "AsyncSecurityCenterResource",
    "SecurityCenterResourceWithRawResponse",
    "AsyncSecurityCenterResourceWithRawResponse",
    "SecurityCenterResourceWithStreamingResponse",
    "AsyncSecurityCenterResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncSecurityCenterResource": ".._security_center_async",
            "SecurityCenterResourceWithRawResponse": ".._security_center_modes",
            "AsyncSecurityCenterResourceWithRawResponse": ".._security_center_modes",
            "SecurityCenterResourceWithStreamingResponse": ".._security_center_modes",
            "AsyncSecurityCenterResourceWithStreamingResponse": ".._security_center_modes",
        },
    )


class SecurityCenterResource(SyncResource):
    """Findings about the security of accounts and zones."""

    @cached_property
    def insights(self) -> InsightsResource:
        """Single findings, each with its history."""
        from .insights.insights import InsightsResource

        return InsightsResource(self._client)

    @cached_property
    def with_raw_response(self) -> SecurityCenterResourceWithRawResponse:
        """View of ``security_center`` whose methods return the raw ``APIResponse``."""
        from ._security_center_modes import SecurityCenterResourceWithRawResponse

        return SecurityCenterResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SecurityCenterResourceWithStreamingResponse:
        """View of ``security_center`` whose methods return before the body is read."""
        from ._security_center_modes import SecurityCenterResourceWithStreamingResponse

        return SecurityCenterResourceWithStreamingResponse(self)
