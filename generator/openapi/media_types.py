"""What a media type carries, told by its name and, if that says nothing, by the schema.

Sources: RFC 6838 (names), RFC 7464 (JSON text sequences), OpenAPI 3.2, 4.14.4 (sequential media types).
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .model import MediaType, Schema

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
BYTES = "application/octet-stream"
EVENTS = "text/event-stream"
EVENT_FIELDS = frozenset(("data", "event", "id", "retry"))
"""The fields of a server-sent event (HTML Living Standard, 9.2.6)."""

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_NAME = re.compile(rf"{_TOKEN}/{_TOKEN}(\s*;\s*{_TOKEN}=({_TOKEN}|\"[ !#-\[\]-~]*\"))*")
_JSON = re.compile(r"[/+.-]json$")
_STREAM = re.compile(
    r"^text/event-stream$|[/+.-](nd-?json|jsonl|json-?lines|json-seq|json-stream)$|[/.-]stream\+json$"
)
_TEXT = re.compile(r"^text/|[/+.-](xml|ya?ml|javascript|ecmascript)$")
_BYTES = re.compile(r"^(image|audio|video|font|multipart)/|[/.-]octet-stream$")


class Carried(Enum):
    """How a program holds what a media type carries."""

    JSON = "json"
    BYTES = "bytes"
    TEXT = "text"
    STREAM = "stream"


def is_json(essence: str) -> bool:
    """Whether a media type is JSON: ``application/json``, ``text/json``, ``…+json``."""
    return bool(_JSON.search(essence)) and not is_stream(essence)


def is_stream(essence: str) -> bool:
    """Whether a media type is a sequence of items: server-sent events, lines or texts of JSON."""
    return bool(_STREAM.search(essence))


def is_events(essence: str) -> bool:
    """Whether a media type is a sequence of server-sent events (HTML Living Standard, 9.2)."""
    return essence == EVENTS


def is_token(text: str) -> bool:
    """Whether a text is a token, as the names of headers are (RFC 9110, 5.6.2)."""
    return bool(re.fullmatch(_TOKEN, text))


def is_bytes(essence: str) -> bool:
    """Whether a media type is neither JSON nor text, as far as its name tells."""
    return bool(_BYTES.search(essence))


def is_name(text: str) -> bool:
    """Whether a text is the name of a media type, or a range of them, with or without parameters
    (RFC 9110, 8.3.1)."""
    return bool(_NAME.fullmatch(text))


def carried(media: MediaType, schema: Schema | None) -> Carried:
    """What a media type carries; ``schema`` is its own, references resolved.

    The name decides, except that bytes in JSON's place are bytes, and that the schema decides for
    a range such as ``*/*`` and for an unregistered type.
    """
    essence = media.essence
    if schema is not None and schema.format == "binary":
        return Carried.BYTES
    if is_stream(essence):
        return Carried.STREAM
    if is_json(essence):
        return Carried.JSON
    if _TEXT.search(essence):
        return Carried.TEXT
    if is_bytes(essence) or schema is None or schema.is_empty:
        return Carried.BYTES
    if schema.types == ("string",):
        return Carried.TEXT
    is_open = "*" in essence or not is_name(essence)
    return Carried.JSON if is_open else Carried.BYTES
