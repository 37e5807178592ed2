"""Views of the clients whose methods return before the body is read."""

from __future__ import annotations

from ._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._client import AsyncCloudflare, Cloudflare
    from .resources.security_center._security_center_modes import (
        AsyncSecurityCenterResourceWithStreamingResponse,
        SecurityCenterResourceWithStreamingResponse,
    )

__all__ = ["CloudflareWithStreamedResponse", "AsyncCloudflareWithStreamedResponse"]


class CloudflareWithStreamedResponse:
    """View of the client whose methods return before the body is read."""

    def __init__(self, client: Cloudflare) -> None:
        self._client = client

    @cached_property
    def security_center(self) -> SecurityCenterResourceWithStreamingResponse:
        """Findings about the security of accounts and zones."""
        from .resources.security_center._security_center_modes import (
            SecurityCenterResourceWithStreamingResponse,
        )

        return SecurityCenterResourceWithStreamingResponse(self._client.security_center)


class AsyncCloudflareWithStreamedResponse:
    """View of the client whose methods return before the body is read."""

    def __init__(self, client: AsyncCloudflare) -> None:
        self._client = client

    @cached_property
    def security_center(self) -> AsyncSecurityCenterResourceWithStreamingResponse:
        """Findings about the security of accounts and zones."""
        from .resources.security_center._security_center_modes import (
            AsyncSecurityCenterResourceWithStreamingResponse,
        )

        return AsyncSecurityCenterResourceWithStreamingResponse(
            self._client.security_center
        )
