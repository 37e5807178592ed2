"""Views of the clients whose methods return before the body is read."""

from __future__ import annotations

from ._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._client import AsyncClientAuth, ClientAuth
    from .resources._me_modes import (
        AsyncMeResourceWithStreamingResponse,
        MeResourceWithStreamingResponse,
    )

__all__ = ["ClientAuthWithStreamedResponse", "AsyncClientAuthWithStreamedResponse"]


class ClientAuthWithStreamedResponse:
    """View of the client whose methods return before the body is read."""

    def __init__(self, client: ClientAuth) -> None:
        self._client = client

    @cached_property
    def me(self) -> MeResourceWithStreamingResponse:
        """Calls under me."""
        from .resources._me_modes import MeResourceWithStreamingResponse

        return MeResourceWithStreamingResponse(self._client.me)


class AsyncClientAuthWithStreamedResponse:
    """View of the client whose methods return before the body is read."""

    def __init__(self, client: AsyncClientAuth) -> None:
        self._client = client

    @cached_property
    def me(self) -> AsyncMeResourceWithStreamingResponse:
        """Calls under me."""
        from .resources._me_modes import AsyncMeResourceWithStreamingResponse

        return AsyncMeResourceWithStreamingResponse(self._client.me)
