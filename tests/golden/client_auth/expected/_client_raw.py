"""Views of the clients whose methods return the raw ``APIResponse``."""

from __future__ import annotations

from ._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._client import AsyncClientAuth, ClientAuth
    from .resources._me_modes import (
        AsyncMeResourceWithRawResponse,
        MeResourceWithRawResponse,
    )

__all__ = ["ClientAuthWithRawResponse", "AsyncClientAuthWithRawResponse"]


class ClientAuthWithRawResponse:
    """View of the client whose methods return the raw ``APIResponse``."""

    def __init__(self, client: ClientAuth) -> None:
        self._client = client

    @cached_property
    def me(self) -> MeResourceWithRawResponse:
        """Calls under me."""
        from .resources._me_modes import MeResourceWithRawResponse

        return MeResourceWithRawResponse(self._client.me)


class AsyncClientAuthWithRawResponse:
    """View of the client whose methods return the raw ``APIResponse``."""

    def __init__(self, client: AsyncClientAuth) -> None:
        self._client = client

    @cached_property
    def me(self) -> AsyncMeResourceWithRawResponse:
        """Calls under me."""
        from .resources._me_modes import AsyncMeResourceWithRawResponse

        return AsyncMeResourceWithRawResponse(self._client.me)
