"""Views of the clients whose methods return the raw ``APIResponse``."""

from __future__ import annotations

from ._core.cached import cached_property

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._client import AsyncClientErrors, ClientErrors
    from .resources._orders_modes import (
        AsyncOrdersResourceWithRawResponse,
        OrdersResourceWithRawResponse,
    )

__all__ = ["ClientErrorsWithRawResponse", "AsyncClientErrorsWithRawResponse"]


class ClientErrorsWithRawResponse:
    """View of the client whose methods return the raw ``APIResponse``."""

    def __init__(self, client: ClientErrors) -> None:
        self._client = client

    @cached_property
    def orders(self) -> OrdersResourceWithRawResponse:
        """Calls under orders."""
        from .resources._orders_modes import OrdersResourceWithRawResponse

        return OrdersResourceWithRawResponse(self._client.orders)


class AsyncClientErrorsWithRawResponse:
    """View of the client whose methods return the raw ``APIResponse``."""

    def __init__(self, client: AsyncClientErrors) -> None:
        self._client = client

    @cached_property
    def orders(self) -> AsyncOrdersResourceWithRawResponse:
        """Calls under orders."""
        from .resources._orders_modes import AsyncOrdersResourceWithRawResponse

        return AsyncOrdersResourceWithRawResponse(self._client.orders)
