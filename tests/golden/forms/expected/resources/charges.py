"""The resource charges."""

from __future__ import annotations

from collections.abc import Mapping

from .. import types
from .._core import (
    BodySpec,
    Endpoint,
    FieldEncoding,
    Omit,
    SequenceNotStr,
    SyncResource,
    not_given,
    omit,
    params,
)
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ..types import charge_create_params
    from ._charges_async import AsyncChargesResource
    from ._charges_modes import (
        AsyncChargesResourceWithRawResponse,
        AsyncChargesResourceWithStreamingResponse,
        ChargesResourceWithRawResponse,
        ChargesResourceWithStreamingResponse,
    )

__all__ = [
    "ChargesResource",
    "AsyncChargesResource",
    "ChargesResourceWithRawResponse",
    "AsyncChargesResourceWithRawResponse",
    "ChargesResourceWithStreamingResponse",
    "AsyncChargesResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncChargesResource": ".._charges_async",
            "ChargesResourceWithRawResponse": ".._charges_modes",
            "AsyncChargesResourceWithRawResponse": ".._charges_modes",
            "ChargesResourceWithStreamingResponse": ".._charges_modes",
            "AsyncChargesResourceWithStreamingResponse": ".._charges_modes",
        },
    )

_CREATE: Endpoint[None] = Endpoint(
    "POST",
    "/charges",
    body=BodySpec(
        "form",
        params("amount", "card", "expand", "notes"),
        required=True,
        encodings={
            "card": FieldEncoding("deepObject", explode=True),
            "notes": FieldEncoding(media_type="application/json"),
        },
    ),
    accept="*/*",
    arguments=lambda: types.ChargeCreateParams,
    returns=lambda: None,
)


class ChargesResource(SyncResource):
    """Calls under charges."""

    @cached_property
    def with_raw_response(self) -> ChargesResourceWithRawResponse:
        """View of ``charges`` whose methods return the raw ``APIResponse``."""
        from ._charges_modes import ChargesResourceWithRawResponse

        return ChargesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ChargesResourceWithStreamingResponse:
        """View of ``charges`` whose methods return before the body is read."""
        from ._charges_modes import ChargesResourceWithStreamingResponse

        return ChargesResourceWithStreamingResponse(self)

    def create(
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
        return self._request(
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
