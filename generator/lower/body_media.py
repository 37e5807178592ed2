"""Which media type of a request's body is sent: JSON where there is a choice.

Part of lowering.
"""

from __future__ import annotations

from collections.abc import Callable

from .. import openapi
from ..diagnostics import Report
from ..openapi import Body, MediaType, Schema
from ..source import Value

_WORDS = ("description", "title", "example")

Target = Callable[[Schema], Schema]
"""Gives the schema that one stands for."""


def chosen_media(body: Body, target: Target, report: Report) -> MediaType | None:
    """The media type that is sent; None if none is described. Those with another body are reported."""
    if not body.content:
        return None
    chosen = min(body.content, key=lambda media: _preference(media, target))
    for media in body.content:
        if not _are_alike(media, chosen):
            report.warning(
                "L013",
                media.origin.place,
                f"the body of {media.name} differs from that of {chosen.name}, which is sent",
                help="send it with the client's own post, put or patch, or describe one body for all",
            )
    return chosen


def _preference(media: MediaType, target: Target) -> tuple[int, str]:
    """A form that takes files, for JSON holds none, then JSON before forms before bytes before
    text, and by name among equals."""
    if is_multipart(media) and _takes_files(media, target):
        rank = 0
    elif media.essence == openapi.JSON:
        rank = 1
    elif is_json(media):
        rank = 2
    elif is_multipart(media):
        rank = 3
    elif media.essence == openapi.FORM:
        rank = 4
    else:
        rank = 5 if media.essence == openapi.BYTES else 6
    return rank, media.name


def _takes_files(media: MediaType, target: Target) -> bool:
    """Whether a property of a form is a file, or a list of files."""
    if media.schema is None:
        return False
    targets = [target(found) for found in target(media.schema).properties.values()]
    targets += [target(t.items) for t in targets if t.items is not None]
    return any(t.format == "binary" for t in targets)


def _are_alike(one: MediaType, other: MediaType) -> bool:
    """Whether both have the same body; the fields of a form in Swagger 2.0 are written nowhere as a
    whole."""
    return one.schema is other.schema or _content(one) == _content(other)


def _content(media: MediaType) -> Value:
    """What is written as the schema: equal for media types that have the same body."""
    return _without_words(media.schema.origin.value) if media.schema else None


def _without_words(value: Value) -> Value:
    """A schema without what is said to readers only."""
    if isinstance(value, list):
        return [_without_words(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _without_words(entry)
        for key, entry in value.items()
        if key not in _WORDS or not isinstance(entry, str)
    }


def is_multipart(media: MediaType) -> bool:
    """Whether a body is a form in parts (RFC 7578)."""
    return media.essence.startswith("multipart/")


def is_json(media: MediaType) -> bool:
    """Whether a value is sent as JSON: also where any media type will do, for anything but text."""
    if media.is_json:
        return True
    schema = media.schema
    return media.essence == "*/*" and schema is not None and schema.types != ("string",)
