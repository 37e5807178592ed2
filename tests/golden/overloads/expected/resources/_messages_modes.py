"""The resource messages, its calls returning responses."""

from __future__ import annotations

from .._core import async_returns_raw, async_returns_stream, returns_raw, returns_stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._messages_async import AsyncMessagesResource
    from .messages import MessagesResource

__all__ = [
    "MessagesResourceWithRawResponse",
    "MessagesResourceWithStreamingResponse",
    "AsyncMessagesResourceWithRawResponse",
    "AsyncMessagesResourceWithStreamingResponse",
]


class MessagesResourceWithRawResponse:
    """View of ``messages`` whose methods return the raw ``APIResponse``."""

    def __init__(self, messages: MessagesResource) -> None:
        raw = messages._with_mode("raw")
        self.change = returns_raw(raw.change)
        self.replace = returns_raw(raw.replace)
        self.send = returns_raw(raw.send)


class MessagesResourceWithStreamingResponse:
    """View of ``messages`` whose methods return before the body is read."""

    def __init__(self, messages: MessagesResource) -> None:
        stream = messages._with_mode("stream")
        self.change = returns_stream(stream.change)
        self.replace = returns_stream(stream.replace)
        self.send = returns_stream(stream.send)


class AsyncMessagesResourceWithRawResponse:
    """View of ``messages`` whose methods return the raw ``APIResponse``."""

    def __init__(self, messages: AsyncMessagesResource) -> None:
        raw = messages._with_mode("raw")
        self.change = async_returns_raw(raw.change)
        self.replace = async_returns_raw(raw.replace)
        self.send = async_returns_raw(raw.send)


class AsyncMessagesResourceWithStreamingResponse:
    """View of ``messages`` whose methods return before the body is read."""

    def __init__(self, messages: AsyncMessagesResource) -> None:
        stream = messages._with_mode("stream")
        self.change = async_returns_stream(stream.change)
        self.replace = async_returns_stream(stream.replace)
        self.send = async_returns_stream(stream.send)
