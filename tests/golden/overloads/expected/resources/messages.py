"""The resource messages."""

from __future__ import annotations

from typing import Literal, overload

from .. import types
from .._core import BodySpec, Endpoint, Omit, SyncResource, not_given, omit, params
from .._core.cached import cached_property
from .._core.lazy import exports

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ..types import (
        message_change_params,
        message_replace_params,
        message_send_params,
    )
    from ._messages_async import AsyncMessagesResource
    from ._messages_modes import (
        AsyncMessagesResourceWithRawResponse,
        AsyncMessagesResourceWithStreamingResponse,
        MessagesResourceWithRawResponse,
        MessagesResourceWithStreamingResponse,
    )

__all__ = [
    "MessagesResource",
    "AsyncMessagesResource",
    "MessagesResourceWithRawResponse",
    "AsyncMessagesResourceWithRawResponse",
    "MessagesResourceWithStreamingResponse",
    "AsyncMessagesResourceWithStreamingResponse",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "AsyncMessagesResource": ".._messages_async",
            "MessagesResourceWithRawResponse": ".._messages_modes",
            "AsyncMessagesResourceWithRawResponse": ".._messages_modes",
            "MessagesResourceWithStreamingResponse": ".._messages_modes",
            "AsyncMessagesResourceWithStreamingResponse": ".._messages_modes",
        },
    )

_CHANGE: Endpoint[None] = Endpoint(
    "PATCH",
    "/messages/{thread}",
    path_params=params("thread"),
    query_params=params("silent"),
    body=BodySpec("json", params("folder", "mark", "mute")),
    accept="*/*",
    arguments=lambda: types.MessageChangeParams,
    returns=lambda: None,
)

_REPLACE: Endpoint[None] = Endpoint(
    "PUT",
    "/messages/{thread}",
    path_params=params("thread"),
    body=BodySpec(whole="message", required=True),
    accept="*/*",
    arguments=lambda: types.MessageReplaceParams,
    returns=lambda: None,
)

_SEND: Endpoint[None] = Endpoint(
    "POST",
    "/messages/{thread}",
    path_params=params("thread"),
    body=BodySpec(
        "json",
        params("type", ("reply_to", "replyTo"), "size", "text", "url"),
        required=True,
        either=(("text",), ("url",)),
    ),
    accept="*/*",
    arguments=lambda: types.MessageSendParams,
    returns=lambda: None,
)


class MessagesResource(SyncResource):
    """Calls under messages."""

    @cached_property
    def with_raw_response(self) -> MessagesResourceWithRawResponse:
        """View of ``messages`` whose methods return the raw ``APIResponse``."""
        from ._messages_modes import MessagesResourceWithRawResponse

        return MessagesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> MessagesResourceWithStreamingResponse:
        """View of ``messages`` whose methods return before the body is read."""
        from ._messages_modes import MessagesResourceWithStreamingResponse

        return MessagesResourceWithStreamingResponse(self)

    def change(
        self,
        thread: str,
        *,
        silent: bool | Omit = omit,
        folder: str | Omit = omit,
        mark: (
            message_change_params.Variant0Mark | message_change_params.PinItMark | Omit
        ) = omit,
        mute: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """PATCH /messages/{thread}

        Raises:
            ValueError: ``thread`` is empty.
            AcmeError: the call failed; its subclasses say how.
        """
        return self._request(
            _CHANGE,
            thread=thread,
            silent=silent,
            folder=folder,
            mark=mark,
            mute=mute,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    def replace(
        self,
        thread: str,
        *,
        message: message_replace_params.Message,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """PUT /messages/{thread}

        Raises:
            ValueError: ``thread`` is empty.
            AcmeError: the call failed; its subclasses say how.
        """
        return self._request(
            _REPLACE,
            thread=thread,
            message=message,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    @overload
    def send(
        self,
        thread: str,
        *,
        text: str,
        type: Literal["text"],
        reply_to: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None: ...
    @overload
    def send(
        self,
        thread: str,
        *,
        type: Literal["picture"],
        url: str,
        size: message_send_params.PictureSize | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None: ...
    def send(
        self,
        thread: str,
        *,
        type: Literal["text", "picture"],
        reply_to: str | Omit = omit,
        size: message_send_params.PictureSize | Omit = omit,
        text: str | Omit = omit,
        url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: float | httpx2.Timeout | None | NotGiven = not_given,
    ) -> None:
        """POST /messages/{thread}

        Args:
            text: What to say.

        Raises:
            ValueError: ``thread`` is empty.
            TypeError: ``text`` or ``url`` must be given.
            AcmeError: the call failed; its subclasses say how.
        """
        return self._request(
            _SEND,
            thread=thread,
            type=type,
            reply_to=reply_to,
            size=size,
            text=text,
            url=url,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
