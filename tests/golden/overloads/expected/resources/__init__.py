"""Resources under the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._messages_async import AsyncMessagesResource as AsyncMessagesResource
    from ._messages_modes import (
        AsyncMessagesResourceWithRawResponse as AsyncMessagesResourceWithRawResponse,
    )
    from ._messages_modes import (
        AsyncMessagesResourceWithStreamingResponse as AsyncMessagesResourceWithStreamingResponse,
    )
    from .messages import MessagesResource as MessagesResource
    from ._messages_modes import (
        MessagesResourceWithRawResponse as MessagesResourceWithRawResponse,
    )
    from ._messages_modes import (
        MessagesResourceWithStreamingResponse as MessagesResourceWithStreamingResponse,
    )
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncMessagesResource": "._messages_async",
            "AsyncMessagesResourceWithRawResponse": "._messages_modes",
            "AsyncMessagesResourceWithStreamingResponse": "._messages_modes",
            "MessagesResource": ".messages",
            "MessagesResourceWithRawResponse": "._messages_modes",
            "MessagesResourceWithStreamingResponse": "._messages_modes",
        },
    )

__all__ = [
    "AsyncMessagesResource",
    "AsyncMessagesResourceWithRawResponse",
    "AsyncMessagesResourceWithStreamingResponse",
    "MessagesResource",
    "MessagesResourceWithRawResponse",
    "MessagesResourceWithStreamingResponse",
]
