"""Types of the client."""

from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .content import Content as Content
    from .content_param import ContentParam as ContentParam
    from .message_change_params import MessageChangeParams as MessageChangeParams
    from .message_replace_params import MessageReplaceParams as MessageReplaceParams
    from .message_send_params import MessageSendParams as MessageSendParams
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Content": ".content",
            "ContentParam": ".content_param",
            "MessageChangeParams": ".message_change_params",
            "MessageReplaceParams": ".message_replace_params",
            "MessageSendParams": ".message_send_params",
        },
    )

__all__ = [
    "Content",
    "ContentParam",
    "MessageChangeParams",
    "MessageReplaceParams",
    "MessageSendParams",
]
