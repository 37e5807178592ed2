"""The resource messages, asynchronous."""

from __future__ import annotations

from typing import Literal, overload

from .._core import AsyncResource, Omit, not_given, omit
from .._core.cached import cached_property
from .messages import _CHANGE, _REPLACE, _SEND

TYPE_CHECKING = False
if TYPE_CHECKING:
    import httpx2
    from .._core import Body, Headers, NotGiven, Query
    from ..types import (
        message_change_params,
        message_replace_params,
        message_send_params,
    )
    from ._messages_modes import (
        AsyncMessagesResourceWithRawResponse,
        AsyncMessagesResourceWithStreamingResponse,
    )

__all__ = ["AsyncMessagesResource"]


class AsyncMessagesResource(AsyncResource):
    """Calls under messages."""

    @cached_property
    def with_raw_response(self) -> AsyncMessagesResourceWithRawResponse:
        """View of ``messages`` whose methods return the raw ``APIResponse``."""
        from ._messages_modes import AsyncMessagesResourceWithRawResponse

        return AsyncMessagesResourceWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMessagesResourceWithStreamingResponse:
        """View of ``messages`` whose methods return before the body is read."""
        from ._messages_modes import AsyncMessagesResourceWithStreamingResponse

        return AsyncMessagesResourceWithStreamingResponse(self)

    async def change(
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
        return await self._request(
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

    async def replace(
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
        return await self._request(
            _REPLACE,
            thread=thread,
            message=message,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )

    @overload
    async def send(
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
    async def send(
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
    async def send(
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
        return await self._request(
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
