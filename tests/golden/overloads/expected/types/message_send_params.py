"""Parameters of messages.send."""

from __future__ import annotations

from typing import Annotated, Literal, Required, TypeAlias, TypedDict

from .._core import WireName

__all__ = ["MessageSendParams", "Text", "Picture", "PictureSize"]


class Text(TypedDict, total=False):
    text: Required[str]
    """What to say."""

    type: Required[Literal["text"]]
    reply_to: str


class Picture(TypedDict, total=False):
    type: Required[Literal["picture"]]
    url: Required[str]
    size: PictureSize


MessageSendParams: TypeAlias = Text | Picture


class PictureSize(TypedDict, total=False):
    max_width: Annotated[int, WireName("maxWidth")]
