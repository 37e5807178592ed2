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
        """``security_center`` whose calls return the response itself, its body read."""
        from ._security_center_modes import AsyncSecurityCenterResourceWithRawResponse

        return AsyncSecurityCenterResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(
        self,
    ) -> AsyncSecurityCenterResourceWithStreamingResponse:
        """``security_center`` whose calls return the response before its body is read."""
        from ._security_center_modes import (
            AsyncSecurityCenterResourceWithStreamingResponse,
        )

        return AsyncSecurityCenterResourceWithStreamingResponse(self)
