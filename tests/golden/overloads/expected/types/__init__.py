"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .message_replace_params import MessageReplaceParams as MessageReplaceParams
    from .message_send_params import MessageSendParams as MessageSendParams
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "MessageReplaceParams": ".message_replace_params",
            "MessageSendParams": ".message_send_params",
        },
    )

__all__ = [
    "MessageReplaceParams",
    "MessageSendParams",
]
