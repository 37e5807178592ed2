"""Parameters of messages.replace."""

from __future__ import annotations

from typing import Annotated, Literal, Required, TypeAlias, TypedDict

from .._core import WireName

__all__ = [
    "MessageReplaceParams",
    "MessageText",
    "MessagePictureSize",
    "MessagePicture",
    "Message",
]


class MessageReplaceParams(TypedDict, total=False):
    message: Required[Message]


class MessageText(TypedDict, total=False):
    text: Required[str]
    """What to say."""

    type: Required[Literal["text"]]
    reply_to: Annotated[str, WireName("replyTo")]


class MessagePictureSize(TypedDict, total=False):
    max_width: Annotated[int, WireName("maxWidth")]


class MessagePicture(TypedDict, total=False):
    type: Required[Literal["picture"]]
    url: Required[str]
    size: MessagePictureSize


Message: TypeAlias = MessageText | MessagePicture
