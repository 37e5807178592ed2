"""Views of the clients whose methods return the raw ``APIResponse``."""

from __future__ import annotations

from ._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._client import AsyncClientSecurity, ClientSecurity
    from .resources._calls_modes import (
        AsyncCallsResourceWithRawResponse,
        CallsResourceWithRawResponse,
    )

__all__ = ["ClientSecurityWithRawResponse", "AsyncClientSecurityWithRawResponse"]


class ClientSecurityWithRawResponse:
    """View of the client whose methods return the raw ``APIResponse``."""

    def __init__(self, client: ClientSecurity) -> None:
        self._client = client

    @cached_property
    def calls(self) -> CallsResourceWithRawResponse:
        """Calls under calls."""
        from .resources._calls_modes import CallsResourceWithRawResponse

        return CallsResourceWithRawResponse(self._client.calls)


class AsyncClientSecurityWithRawResponse:
    """View of the client whose methods return the raw ``APIResponse``."""

    def __init__(self, client: AsyncClientSecurity) -> None:
        self._client = client

    @cached_property
    def calls(self) -> AsyncCallsResourceWithRawResponse:
        """Calls under calls."""
        from .resources._calls_modes import AsyncCallsResourceWithRawResponse

        return AsyncCallsResourceWithRawResponse(self._client.calls)
