"""Reads bodies of requests, and how the fields of forms are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from .cursor import Cursor
from .model import Body, Encoding, MediaType


def body_of(stated: Cursor, content: Iterable[MediaType]) -> Body:
    """The body that is stated at a place."""
    return Body(
        origin=stated.origin,
        description=stated.text("description"),
        required=stated.flag("required"),
        content=tuple(content),
    )


def encodings_of(media: Cursor) -> Mapping[str, Encoding]:
    """The encodings of a media type by the name of the field (OpenAPI 3.1, 4.8.15)."""
    listed = media.at("encoding")
    found: dict[str, Encoding] = {}
    for name, entry in listed.entries() if listed else ():
        style = entry.text("style")
        explode = entry.flag("explode", default=style in (None, "form"))
        found[name] = Encoding(entry.text("contentType"), style, explode)
    return MappingProxyType(found)
