"""The resource security_center, asynchronous."""

from __future__ import annotations

from ..._core import AsyncResource
from ..._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._security_center_modes import (
        AsyncSecurityCenterResourceWithRawResponse,
        AsyncSecurityCenterResourceWithStreamingResponse,
    )
    from .insights._insights_async import AsyncInsightsResource

__all__ = ["AsyncSecurityCenterResource"]


class AsyncSecurityCenterResource(AsyncResource):
    """Findings about the security of accounts and zones."""

    @cached_property
    def insights(self) -> AsyncInsightsResource:
        """Single findings, each with its history."""
        from .insights._insights_async import AsyncInsightsResource

        return AsyncInsightsResource(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncSecurityCenterResourceWithRawResponse:
        """View of ``security_center`` whose methods return the raw ``APIResponse``."""
        from ._security_center_modes import AsyncSecurityCenterResourceWithRawResponse

        return AsyncSecurityCenterResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(
        self,
    ) -> AsyncSecurityCenterResourceWithStreamingResponse:
        """View of ``security_center`` whose methods return before the body is read."""
        from ._security_center_modes import (
            AsyncSecurityCenterResourceWithStreamingResponse,
        )

        return AsyncSecurityCenterResourceWithStreamingResponse(self)
