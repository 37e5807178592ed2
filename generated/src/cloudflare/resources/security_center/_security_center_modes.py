"""The resource security_center, its calls returning responses."""

from __future__ import annotations

from ..._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._security_center_async import AsyncSecurityCenterResource
    from .insights._insights_modes import (
        AsyncInsightsResourceWithRawResponse,
        AsyncInsightsResourceWithStreamingResponse,
        InsightsResourceWithRawResponse,
        InsightsResourceWithStreamingResponse,
    )
    from .security_center import SecurityCenterResource

__all__ = [
    "SecurityCenterResourceWithRawResponse",
    "SecurityCenterResourceWithStreamingResponse",
    "AsyncSecurityCenterResourceWithRawResponse",
    "AsyncSecurityCenterResourceWithStreamingResponse",
]


class SecurityCenterResourceWithRawResponse:
    """View of ``security_center`` whose methods return the raw ``APIResponse``."""

    def __init__(self, security_center: SecurityCenterResource) -> None:
        self._security_center = security_center

    @cached_property
    def insights(self) -> InsightsResourceWithRawResponse:
        """Single findings, each with its history."""
        from .insights._insights_modes import InsightsResourceWithRawResponse

        return InsightsResourceWithRawResponse(self._security_center.insights)


class SecurityCenterResourceWithStreamingResponse:
    """View of ``security_center`` whose methods return before the body is read."""

    def __init__(self, security_center: SecurityCenterResource) -> None:
        self._security_center = security_center

    @cached_property
    def insights(self) -> InsightsResourceWithStreamingResponse:
        """Single findings, each with its history."""
        from .insights._insights_modes import InsightsResourceWithStreamingResponse

        return InsightsResourceWithStreamingResponse(self._security_center.insights)


class AsyncSecurityCenterResourceWithRawResponse:
    """View of ``security_center`` whose methods return the raw ``APIResponse``."""

    def __init__(self, security_center: AsyncSecurityCenterResource) -> None:
        self._security_center = security_center

    @cached_property
    def insights(self) -> AsyncInsightsResourceWithRawResponse:
        """Single findings, each with its history."""
        from .insights._insights_modes import AsyncInsightsResourceWithRawResponse

        return AsyncInsightsResourceWithRawResponse(self._security_center.insights)


class AsyncSecurityCenterResourceWithStreamingResponse:
    """View of ``security_center`` whose methods return before the body is read."""

    def __init__(self, security_center: AsyncSecurityCenterResource) -> None:
        self._security_center = security_center

    @cached_property
    def insights(self) -> AsyncInsightsResourceWithStreamingResponse:
        """Single findings, each with its history."""
        from .insights._insights_modes import AsyncInsightsResourceWithStreamingResponse

        return AsyncInsightsResourceWithStreamingResponse(
            self._security_center.insights
        )
