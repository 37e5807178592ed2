"""The type ContentParam of what a caller gives."""

from __future__ import annotations

from typing import Annotated, Literal, Required, TypeAlias, TypedDict

from .._core import WireName

__all__ = ["ContentParam", "Text", "PictureSize", "Picture"]


class Text(TypedDict, total=False):
    text: Required[str]
    """What to say."""

    type: Required[Literal["text"]]
    reply_to: Annotated[str, WireName("replyTo")]


class PictureSize(TypedDict, total=False):
    max_width: Annotated[int, WireName("maxWidth")]


class Picture(TypedDict, total=False):
    type: Required[Literal["picture"]]
    url: Required[str]
    size: PictureSize


ContentParam: TypeAlias = Text | Picture
"""What to send."""
