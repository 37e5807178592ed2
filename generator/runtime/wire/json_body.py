"""JSON bodies of requests (RFC 8259): compact, in UTF-8, and strict about what they may hold.

Numbers must be finite (RFC 8259, section 6), moments must say their offset (RFC 3339, 5.6), bytes
are written in base64 (RFC 4648, section 4), and ``omit`` leaves a property or an item out, however
deep it is nested.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, cast
from uuid import UUID

from .scalars import timestamp
from .sentinels import NotGiven, Omit


def encode_json(value: object, name: str = "body") -> bytes:
    """The bytes of a body, or of what else has a ``name``.

    Raises:
        TypeError: a value has no JSON form; the text says which, ``body.rules[2].made``.
        ValueError: a number is not finite, a moment has no offset, or the value contains itself.
    """
    try:
        try:
            text = _ENCODER.encode(value)
        except _NotReady:
            value = _ready(value)
            text = _ENCODER.encode(value)
    except (TypeError, ValueError, RecursionError) as error:
        raise _placed(error, value, name) from None
    return text.encode("utf-8", "surrogatepass")


class _NotReady(Exception):
    """A part of the body is to be left out, or can be read only once: the encoder needs a copy."""


def _json_form(value: object) -> object:
    """The replacement of a value that JSON does not have."""
    match value:
        case Omit() | NotGiven() | Iterator():
            raise _NotReady
        case datetime():
            return timestamp("body", value)
        case date() | time():
            return value.isoformat()
        case Enum():
            return value.value
        case UUID():
            return str(value)
        case Decimal():
            return _number(value)
        case Mapping():
            return dict(cast("Mapping[object, object]", value))
        case bytes() | bytearray() | memoryview():
            return b64encode(cast("bytes", value)).decode()
        case _ if hasattr(value, "model_dump"):
            return _dumped(value)
        case _ if _is_iterable(value):
            return list(cast("Iterable[object]", value))
        case _:
            raise TypeError(f"a {type(value).__name__} has no JSON form")


def _dumped(model: Any) -> object:
    dump = cast("Callable[..., object]", model.model_dump)
    return dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_json_form
)


def _number(value: Decimal) -> int | float:
    """The number nearest to a decimal that a JSON reader will see."""
    if not value.is_finite():
        raise ValueError(f"the number {value} is not finite")
    return int(value) if value == value.to_integral_value() else float(value)


def _ready(value: object) -> object:
    """A copy without what is omitted, whose iterators have been read."""
    entries, items = _entries(value), _items(value)
    if entries is not None:
        return {k: _ready(v) for k, v in entries.items() if not _is_omitted(v)}
    if items is not None:
        return [_ready(item) for item in items if not _is_omitted(item)]
    return value


def _entries(value: object) -> Mapping[object, object] | None:
    known = isinstance(value, Mapping)
    return cast("Mapping[object, object]", value) if known else None


def _items(value: object) -> Iterable[object] | None:
    is_single_use = _is_iterable(value) and isinstance(value, Iterator)
    known = isinstance(value, (list, tuple)) or is_single_use
    return cast("Iterable[object]", value) if known else None


def _is_iterable(value: object) -> bool:
    """Whether a value has items; a file, which can be iterated, has none."""
    return hasattr(value, "__iter__") and not hasattr(value, "read")


def _is_omitted(value: object) -> bool:
    return isinstance(value, (Omit, NotGiven))


def _placed(error: Exception, value: object, name: str) -> Exception:
    """The same complaint with the way to the part that it is about."""
    if isinstance(error, RecursionError) or "Circular" in str(error):
        return ValueError(f"{name}: the value contains itself, or is nested too deeply")
    place = _find(value, name) or name
    words = str(error).removeprefix("body: ")
    return type(error)(f"{place}: {words}")


def _find(value: object, place: str) -> str | None:
    """The way to the first part that cannot be encoded; None where the value can be."""
    entries, items = _entries(value), _items(value)
    parts: Iterable[tuple[str, object]] = ()
    if entries is not None:
        parts = ((f"{place}.{key}", entry) for key, entry in entries.items())
    elif items is not None:
        parts = ((f"{place}[{index}]", item) for index, item in enumerate(items))
    found = next((way for p, v in parts if (way := _find(v, p))), None)
    if found is not None:
        return found
    try:
        _ENCODER.encode(value)
    except _NotReady:
        return None
    except (TypeError, ValueError):
        return place
    return None
