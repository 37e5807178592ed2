"""The resource security_center."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..._core import AsyncResource, SyncResource

if TYPE_CHECKING:
    from .insights.insights import (
        AsyncInsightsResource,
        AsyncInsightsResourceWithRawResponse,
        AsyncInsightsResourceWithStreamingResponse,
        InsightsResource,
        InsightsResourceWithRawResponse,
        InsightsResourceWithStreamingResponse,
    )

__all__ = [
    "SecurityCenterResource",
    "AsyncSecurityCenterResource",
    "SecurityCenterResourceWithRawResponse",
    "AsyncSecurityCenterResourceWithRawResponse",
    "SecurityCenterResourceWithStreamingResponse",
    "AsyncSecurityCenterResourceWithStreamingResponse",
]


class SecurityCenterResource(SyncResource):
    """Findings about the security of accounts and zones."""

    @cached_property
    def insights(self) -> InsightsResource:
        """Single findings, each with its history."""
        from .insights.insights import InsightsResource

        return InsightsResource(self._client)

    @cached_property
    def with_raw_response(self) -> SecurityCenterResourceWithRawResponse:
        """``security_center`` whose calls return the response itself, its body read."""
        return SecurityCenterResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SecurityCenterResourceWithStreamingResponse:
        """``security_center`` whose calls return the response before its body is read."""
        return SecurityCenterResourceWithStreamingResponse(self)


class AsyncSecurityCenterResource(AsyncResource):
    """Findings about the security of accounts and zones."""

    @cached_property
    def insights(self) -> AsyncInsightsResource:
        """Single findings, each with its history."""
        from .insights.insights import AsyncInsightsResource

        return AsyncInsightsResource(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncSecurityCenterResourceWithRawResponse:
        """``security_center`` whose calls return the response itself, its body read."""
        return AsyncSecurityCenterResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(
        self,
    ) -> AsyncSecurityCenterResourceWithStreamingResponse:
        """``security_center`` whose calls return the response before its body is read."""
        return AsyncSecurityCenterResourceWithStreamingResponse(self)


class SecurityCenterResourceWithRawResponse:
    """``security_center`` whose calls return the response itself, its body read."""

    def __init__(self, security_center: SecurityCenterResource) -> None:
        self._security_center = security_center

    @cached_property
    def insights(self) -> InsightsResourceWithRawResponse:
        """Single findings, each with its history."""
        from .insights.insights import InsightsResourceWithRawResponse

        return InsightsResourceWithRawResponse(self._security_center.insights)


class SecurityCenterResourceWithStreamingResponse:
    """``security_center`` whose calls return the response before its body is read."""

    def __init__(self, security_center: SecurityCenterResource) -> None:
        self._security_center = security_center

    @cached_property
    def insights(self) -> InsightsResourceWithStreamingResponse:
        """Single findings, each with its history."""
        from .insights.insights import InsightsResourceWithStreamingResponse

        return InsightsResourceWithStreamingResponse(self._security_center.insights)


class AsyncSecurityCenterResourceWithRawResponse:
    """``security_center`` whose calls return the response itself, its body read."""

    def __init__(self, security_center: AsyncSecurityCenterResource) -> None:
        self._security_center = security_center

    @cached_property
    def insights(self) -> AsyncInsightsResourceWithRawResponse:
        """Single findings, each with its history."""
        from .insights.insights import AsyncInsightsResourceWithRawResponse

        return AsyncInsightsResourceWithRawResponse(self._security_center.insights)


class AsyncSecurityCenterResourceWithStreamingResponse:
    """``security_center`` whose calls return the response before its body is read."""

    def __init__(self, security_center: AsyncSecurityCenterResource) -> None:
        self._security_center = security_center

    @cached_property
    def insights(self) -> AsyncInsightsResourceWithStreamingResponse:
        """Single findings, each with its history."""
        from .insights.insights import AsyncInsightsResourceWithStreamingResponse

        return AsyncInsightsResourceWithStreamingResponse(
            self._security_center.insights
        )
