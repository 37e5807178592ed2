"""Single values as text, in queries, paths, headers and forms."""

from __future__ import annotations

from base64 import b64encode
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from uuid import UUID


def scalar(name: str, value: object) -> str:
    """The text of a single value of the parameter ``name``.

    Raises:
        ValueError: a datetime has no time zone.
        TypeError: the value has no text form.
    """
    match value:
        case bool():
            return "true" if value else "false"
        case Enum():
            return scalar(name, value.value)
        case str():
            return value
        case int() | float() | Decimal() | UUID():
            return str(value)
        case datetime():
            return timestamp(name, value)
        case date() | time():
            return value.isoformat()
        case bytes() | bytearray():
            return b64encode(value).decode()
        case _:
            kind = type(value).__name__
            raise TypeError(f"{name}: a {kind} has no text form")


def timestamp(name: str, value: datetime) -> str:
    """The RFC 3339 form of a datetime.

    Raises:
        ValueError: it has no time zone, so the moment it means is unknown.
    """
    if value.utcoffset() is None:
        raise ValueError(
            f"{name}: the datetime {value!s} has no time zone; "
            "give it one, e.g. value.replace(tzinfo=timezone.utc) or value.astimezone()"
        )
    return value.isoformat()
