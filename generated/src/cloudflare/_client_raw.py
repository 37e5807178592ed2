"""Views of the clients whose methods return the raw ``APIResponse``."""

from __future__ import annotations

from ._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._client import AsyncCloudflare, Cloudflare
    from .resources.security_center._security_center_modes import (
        AsyncSecurityCenterResourceWithRawResponse,
        SecurityCenterResourceWithRawResponse,
    )

__all__ = ["CloudflareWithRawResponse", "AsyncCloudflareWithRawResponse"]


class CloudflareWithRawResponse:
    """View of the client whose methods return the raw ``APIResponse``."""

    def __init__(self, client: Cloudflare) -> None:
        self._client = client

    @cached_property
    def security_center(self) -> SecurityCenterResourceWithRawResponse:
        """Findings about the security of accounts and zones."""
        from .resources.security_center._security_center_modes import (
            SecurityCenterResourceWithRawResponse,
        )

        return SecurityCenterResourceWithRawResponse(self._client.security_center)


class AsyncCloudflareWithRawResponse:
    """View of the client whose methods return the raw ``APIResponse``."""

    def __init__(self, client: AsyncCloudflare) -> None:
        self._client = client

    @cached_property
    def security_center(self) -> AsyncSecurityCenterResourceWithRawResponse:
        """Findings about the security of accounts and zones."""
        from .resources.security_center._security_center_modes import (
            AsyncSecurityCenterResourceWithRawResponse,
        )

        return AsyncSecurityCenterResourceWithRawResponse(self._client.security_center)
