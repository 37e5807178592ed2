"""The resource webhooks."""

from __future__ import annotations

from .. import types
from .._core import SyncResource
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from ._webhooks_async import AsyncWebhooksResource
    from ._webhooks_modes import (
        AsyncWebhooksResourceWithRawResponse,
        AsyncWebhooksResourceWithStreamingResponse,
        WebhooksResourceWithRawResponse,
        WebhooksResourceWithStreamingResponse,
    )

__all__ = [
    "WebhooksResource",
    "AsyncWebhooksResource",
    "WebhooksResourceWithRawResponse",
    "AsyncWebhooksResourceWithRawResponse",
    "WebhooksResourceWithStreamingResponse",
    "AsyncWebhooksResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncWebhooksResource": ".._webhooks_async",
            "WebhooksResourceWithRawResponse": ".._webhooks_modes",
            "AsyncWebhooksResourceWithRawResponse": ".._webhooks_modes",
            "WebhooksResourceWithStreamingResponse": ".._webhooks_modes",
            "AsyncWebhooksResourceWithStreamingResponse": ".._webhooks_modes",
        },
    )


class WebhooksResource(SyncResource):
    """Calls under webhooks."""

    @cached_property
    def with_raw_response(self) -> WebhooksResourceWithRawResponse:
        """View of ``webhooks`` whose methods return the raw ``APIResponse``."""
        from ._webhooks_modes import WebhooksResourceWithRawResponse

        return WebhooksResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> WebhooksResourceWithStreamingResponse:
        """View of ``webhooks`` whose methods return before the body is read."""
        from ._webhooks_modes import WebhooksResourceWithStreamingResponse

        return WebhooksResourceWithStreamingResponse(self)

    def unwrap(
        self,
        payload: str | bytes,
        *,
        headers: Mapping[str, str],
        key: str | bytes | None = None,
    ) -> types.UnwrapWebhookEvent:
        """Check the signature of a webhook, and return its event.

        Args:
            payload: The body of the request, unchanged: the signature is that of its bytes.
            headers: The headers of the request.
            key: The key of the signature, in place of the client's.

        Raises:
            WebhookVerificationError: it has no valid signature, or is too old.
            ValueError: there is no key, or the body is not JSON.
        """
        event: types.UnwrapWebhookEvent = self._unwrap(
            lambda: types.UnwrapWebhookEvent,
            payload,
            headers,
            key,
            "webhook_key",
        )
        return event

    def unsafe_unwrap(self, payload: str | bytes) -> types.UnsafeUnwrapWebhookEvent:
        """Return the event of a webhook without a check of its signature.

        Args:
            payload: The body of the request. Trust nothing in it: anyone may have sent it.

        Raises:
            ValueError: the body is not JSON.
        """
        event: types.UnsafeUnwrapWebhookEvent = self._unwrap(
            lambda: types.UnsafeUnwrapWebhookEvent,
            payload,
        )
        return event
