"""Views of the clients whose methods return before the body is read."""

from __future__ import annotations

from ._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._client import AsyncClientSecurity, ClientSecurity
    from .resources._calls_modes import (
        AsyncCallsResourceWithStreamingResponse,
        CallsResourceWithStreamingResponse,
    )

__all__ = [
    "ClientSecurityWithStreamedResponse",
    "AsyncClientSecurityWithStreamedResponse",
]


class ClientSecurityWithStreamedResponse:
    """View of the client whose methods return before the body is read."""

    def __init__(self, client: ClientSecurity) -> None:
        self._client = client

    @cached_property
    def calls(self) -> CallsResourceWithStreamingResponse:
        """Calls under calls."""
        from .resources._calls_modes import CallsResourceWithStreamingResponse

        return CallsResourceWithStreamingResponse(self._client.calls)


class AsyncClientSecurityWithStreamedResponse:
    """View of the client whose methods return before the body is read."""

    def __init__(self, client: AsyncClientSecurity) -> None:
        self._client = client

    @cached_property
    def calls(self) -> AsyncCallsResourceWithStreamingResponse:
        """Calls under calls."""
        from .resources._calls_modes import AsyncCallsResourceWithStreamingResponse

        return AsyncCallsResourceWithStreamingResponse(self._client.calls)
