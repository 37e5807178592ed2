"""Parameters of messages.change."""

from __future__ import annotations

from typing import Annotated, Literal, Required, TypeAlias, TypedDict

from .._core import WireName

__all__ = [
    "MessageChangeParams",
    "Variant0",
    "PinIt",
    "Variant2",
    "Variant3",
    "Variant0Mark",
    "PinItMark",
]


class Variant0(TypedDict, total=False):
    silent: bool
    mark: Variant0Mark


class PinIt(TypedDict, total=False):
    silent: bool
    mark: PinItMark


class Variant2(TypedDict, total=False):
    """Move the thread."""

    silent: bool
    folder: str


class Variant3(TypedDict, total=False):
    silent: bool
    mute: bool


MessageChangeParams: TypeAlias = Variant0 | PinIt | Variant2 | Variant3


class Variant0Mark(TypedDict, total=False):
    as_read: Annotated[bool, WireName("asRead")]


class PinItMark(TypedDict, total=False):
    text: Required[str]
    """What to say."""

    type: Required[Literal["text"]]
    reply_to: Annotated[str, WireName("replyTo")]
