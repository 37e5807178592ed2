"""Variations of a value: other identifiers and earlier times, so that items differ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from ..source.document import Value
from .layers import Layers

_MILLISECONDS = re.compile(r"\.\d{3}(?!\d)")
_STEP = timedelta(days=4, minutes=73)
_IDENTIFIERS = ("id", "uuid", "uid", "_id", "key")


def varied(value: Value, layers: Layers, number: int, name: str = "") -> Value:
    """A value like another one; number 0 is the value itself.

    Identifiers count up, moments go back by a few days a step, everything else stays.
    """
    if number == 0:
        return value
    if isinstance(value, dict):
        return {
            key: varied(entry, inner, number, key) if inner else entry
            for key, entry in value.items()
            for inner in [layers.property(key)]
        }
    is_identifier = name.lower() in _IDENTIFIERS
    if isinstance(value, str):
        return _text(value, layers.texts("format"), number, suffix=is_identifier)
    if isinstance(value, int) and not isinstance(value, bool) and is_identifier:
        return value + number
    return value


def unlike(value: Value, layers: Layers, number: int) -> Iterator[Value]:
    """Values that may well match and differ from one: its n-th variation, then the value with
    one of its numbers or texts changed."""
    yield varied(value, layers, number)
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, (int, float)):
        yield from (value + number, value - number)
    elif isinstance(value, str):
        yield from (f"{value}-{number}", f"{value}{number}")
    elif isinstance(value, dict):
        for key, entry in value.items():
            inner = layers.property(key)
            for other in unlike(entry, inner, number) if inner else ():
                yield {**value, key: other}
    elif isinstance(value, list) and value:
        for other in unlike(value[0], layers.items(0), number):
            yield [other, *value[1:]]


def _text(value: str, formats: list[str], number: int, *, suffix: bool) -> str:
    try:
        if "uuid" in formats:
            return str(UUID(int=(UUID(value).int + number) % 2**128))
        if "date-time" in formats:
            moment = datetime.fromisoformat(value) - number * _STEP
            precision = "milliseconds" if _MILLISECONDS.search(value) else "auto"
            return moment.isoformat(timespec=precision).replace("+00:00", "Z")
        if "date" in formats:
            return (date.fromisoformat(value) - timedelta(days=number)).isoformat()
    except (ValueError, OverflowError):
        return value
    return f"{value}-{number}" if suffix else value
