"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._webhooks_async import AsyncWebhooksResource as AsyncWebhooksResource
    from ._webhooks_modes import (
        AsyncWebhooksResourceWithRawResponse as AsyncWebhooksResourceWithRawResponse,
    )
    from ._webhooks_modes import (
        AsyncWebhooksResourceWithStreamingResponse as AsyncWebhooksResourceWithStreamingResponse,
    )
    from .webhooks import WebhooksResource as WebhooksResource
    from ._webhooks_modes import (
        WebhooksResourceWithRawResponse as WebhooksResourceWithRawResponse,
    )
    from ._webhooks_modes import (
        WebhooksResourceWithStreamingResponse as WebhooksResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncWebhooksResource": "._webhooks_async",
            "AsyncWebhooksResourceWithRawResponse": "._webhooks_modes",
            "AsyncWebhooksResourceWithStreamingResponse": "._webhooks_modes",
            "WebhooksResource": ".webhooks",
            "WebhooksResourceWithRawResponse": "._webhooks_modes",
            "WebhooksResourceWithStreamingResponse": "._webhooks_modes",
        },
    )

__all__ = [
    "AsyncWebhooksResource",
    "AsyncWebhooksResourceWithRawResponse",
    "AsyncWebhooksResourceWithStreamingResponse",
    "WebhooksResource",
    "WebhooksResourceWithRawResponse",
    "WebhooksResourceWithStreamingResponse",
]
