"""Views of the clients whose methods return before the body is read."""

from __future__ import annotations

from ._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._client import AsyncClientErrors, ClientErrors
    from .resources._orders_modes import (
        AsyncOrdersResourceWithStreamingResponse,
        OrdersResourceWithStreamingResponse,
    )

__all__ = ["ClientErrorsWithStreamedResponse", "AsyncClientErrorsWithStreamedResponse"]


class ClientErrorsWithStreamedResponse:
    """View of the client whose methods return before the body is read."""

    def __init__(self, client: ClientErrors) -> None:
        self._client = client

    @cached_property
    def orders(self) -> OrdersResourceWithStreamingResponse:
        """Calls under orders."""
        from .resources._orders_modes import OrdersResourceWithStreamingResponse

        return OrdersResourceWithStreamingResponse(self._client.orders)


class AsyncClientErrorsWithStreamedResponse:
    """View of the client whose methods return before the body is read."""

    def __init__(self, client: AsyncClientErrors) -> None:
        self._client = client

    @cached_property
    def orders(self) -> AsyncOrdersResourceWithStreamingResponse:
        """Calls under orders."""
        from .resources._orders_modes import AsyncOrdersResourceWithStreamingResponse

        return AsyncOrdersResourceWithStreamingResponse(self._client.orders)
