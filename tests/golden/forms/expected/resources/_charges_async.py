"""The resource charges, asynchronous."""

from __future__ import annotations

from collections.abc import Mapping

from .._core import AsyncResource, Omit, SequenceNotStr, not_given, omit
from .._core.cached import cached_property
from .charges import _CREATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ..types import charge_create_params
    from ._charges_modes import (
        AsyncChargesResourceWithRawResponse,
        AsyncChargesResourceWithStreamingResponse,
    )

__all__ = ["AsyncChargesResource"]


class AsyncChargesResource(AsyncResource):
    """Calls under charges."""

    @cached_property
    def with_raw_response(self) -> AsyncChargesResourceWithRawResponse:
        """View of ``charges`` whose methods return the raw ``APIResponse``."""
        from ._charges_modes import AsyncChargesResourceWithRawResponse

        return AsyncChargesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncChargesResourceWithStreamingResponse:
        """View of ``charges`` whose methods return before the body is read."""
        from ._charges_modes import AsyncChargesResourceWithStreamingResponse

        return AsyncChargesResourceWithStreamingResponse(self)

    async def create(
        self,
        *,
        amount: int,
        card: charge_create_params.Card | Omit = omit,
        expand: SequenceNotStr[str] | Omit = omit,
        notes: Mapping[str, str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """POST /charges

        Raises:
            AcmeError: the call failed; its subclasses say how.
        """
        return await self._request(
            _CREATE,
            amount=amount,
            card=card,
            expand=expand,
            notes=notes,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
