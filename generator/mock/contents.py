"""Bodies of responses: a value as the bytes of its media type.

JSON, text, XML, bytes, and the sequences of items that are sent one by one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import assert_never
from xml.sax.saxutils import escape

from ..openapi import (
    BYTES,
    EVENT_FIELDS,
    JSON,
    Carried,
    Description,
    MediaType,
    Schema,
    carried,
    is_events,
)
from ..source.document import Value

_SUBSTITUTES = {Carried.JSON: JSON, Carried.TEXT: "text/plain", Carried.BYTES: BYTES}
_SOME = {
    "audio": "audio/mpeg",
    "image": "image/png",
    "text": "text/plain",
    "video": "video/mp4",
}
"""One media type of each range that has bytes or text of its own kind."""
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def held(media: MediaType, description: Description) -> Carried:
    """What a media type carries."""
    schema = description.resolve(media.schema) if media.schema else None
    return carried(media, schema)


def item_schema(media: MediaType, description: Description) -> Schema | None:
    """The schema of an item of a sequence: its own, else that of the items of a list, else that of
    the body."""
    whole = media.schema
    if media.item_schema is not None or whole is None:
        return media.item_schema
    target = description.resolve(whole)
    return target.items if target is not None and target.items is not None else whole


def content_type(media: MediaType, kind: Carried) -> str:
    """The media type to send: for a range, one of it."""
    if "*" not in media.name:
        return media.name
    main = media.essence.partition("/")[0]
    return _SOME.get(main) or _SUBSTITUTES.get(kind, JSON)


def encoded(value: Value, media: MediaType, kind: Carried) -> bytes:
    """The bytes of a value; of a stream, the value is the list of its items."""
    match kind:
        case Carried.JSON:
            return json_bytes(value)
        case Carried.TEXT | Carried.BYTES:
            if isinstance(value, str):
                return value.encode(errors="replace")
            is_xml = media.essence.endswith("xml")
            return _xml("root", value).encode() if is_xml else json_bytes(value)
        case Carried.STREAM if isinstance(value, str):
            return value.encode(errors="replace")
        case Carried.STREAM:
            items = value if isinstance(value, list) else [value]
            return b"".join(_items(items, media.essence))
    assert_never(kind)


def _items(items: Iterable[Value], essence: str) -> Iterable[bytes]:
    for item in items:
        if is_events(essence):
            yield _event(item)
        elif essence.endswith("json-seq"):
            yield b"\x1e" + json_bytes(item) + b"\n"
        else:
            yield json_bytes(item) + b"\n"


def _event(item: Value) -> bytes:
    """A server-sent event: the fields of one, or its data."""
    is_whole = isinstance(item, dict) and "data" in item and item.keys() <= EVENT_FIELDS
    fields = item if isinstance(item, dict) and is_whole else {"data": item}
    lines = [
        f"{name}: {line}\n"
        for name, value in fields.items()
        for line in (value if isinstance(value, str) else json_text(value)).split("\n")
    ]
    return ("".join(lines) + "\n").encode(errors="replace")


def json_bytes(value: Value) -> bytes:
    """A value as JSON in bytes."""
    # A backslash escape is how half of a surrogate pair is written.
    return json_text(value).encode(errors="backslashreplace")


def json_text(value: Value) -> str:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False)


def _xml(name: str, value: Value) -> str:
    """An element, with one inside for each property and item."""
    tag = name if _NAME.fullmatch(name) else "item"
    match value:
        case Mapping():
            inside = "".join(_xml(key, inner) for key, inner in value.items())
        case list():
            inside = "".join(_xml("item", inner) for inner in value)
        case None:
            return f"<{tag}/>"
        case _:
            inside = escape(value if isinstance(value, str) else json_text(value))
    return f"<{tag}>{inside}</{tag}>"
