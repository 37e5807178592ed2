"""The resource webhooks, its calls returning responses."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._webhooks_async import AsyncWebhooksResource
    from .webhooks import WebhooksResource

__all__ = [
    "WebhooksResourceWithRawResponse",
    "WebhooksResourceWithStreamingResponse",
    "AsyncWebhooksResourceWithRawResponse",
    "AsyncWebhooksResourceWithStreamingResponse",
]


class WebhooksResourceWithRawResponse:
    """View of ``webhooks`` whose methods return the raw ``APIResponse``."""

    def __init__(self, webhooks: WebhooksResource) -> None:
        self._webhooks = webhooks


class WebhooksResourceWithStreamingResponse:
    """View of ``webhooks`` whose methods return before the body is read."""

    def __init__(self, webhooks: WebhooksResource) -> None:
        self._webhooks = webhooks


class AsyncWebhooksResourceWithRawResponse:
    """View of ``webhooks`` whose methods return the raw ``APIResponse``."""

    def __init__(self, webhooks: AsyncWebhooksResource) -> None:
        self._webhooks = webhooks


class AsyncWebhooksResourceWithStreamingResponse:
    """View of ``webhooks`` whose methods return before the body is read."""

    def __init__(self, webhooks: AsyncWebhooksResource) -> None:
        self._webhooks = webhooks
