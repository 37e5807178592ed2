"""Parameters of messages.send."""

from __future__ import annotations

from typing import Annotated, Literal, Required, TypedDict

from .._core import WireName

__all__ = ["MessageSendParams", "PictureSize"]


class MessageSendParams(TypedDict, total=False):
    type: Required[Literal["text", "picture"]]
    reply_to: str
    size: PictureSize
    text: str
    """What to say."""

    url: str


class PictureSize(TypedDict, total=False):
    max_width: Annotated[int, WireName("maxWidth")]
