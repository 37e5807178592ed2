"""Moments and days from texts and numbers, read generously.

Texts need no leading zeros, and may have a space in the place of the T; a number, or a text that is
one, counts seconds since 1970, or a finer unit where it would lie far in the future.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

_DAY = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_CLOCK = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{1,2})"
    r"(?::(?P<second>\d{1,2})(?:\.(?P<fraction>\d{1,6})\d{0,6})?)?"
)
_OFFSET = r"(?P<offset>[Zz]|[+-]\d{2}(?::?\d{2})?)?"
_DATE = re.compile(f"{_DAY}$", re.ASCII)
_DATETIME = re.compile(f"{_DAY}[Tt ]{_CLOCK}{_OFFSET}$", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOST_SECONDS = 2e10
"""Above it a number counts milliseconds, microseconds or nanoseconds."""

_MOST = 3e20
"""Nanoseconds above which a number stands for the last moment that there is."""


def parse_datetime(value: datetime | str | bytes | int | float) -> datetime:
    """A moment from its text (ISO 8601, RFC 3339) or from a number since 1970.

    Raises:
        ValueError: the value is no moment.
    """
    if isinstance(value, datetime):
        return value
    number = _number(value)
    if number is not None:
        return _since_epoch(number)
    match = _DATETIME.match(_text(value))
    if match is None:
        raise ValueError("invalid datetime format")
    parts = match.groupdict()
    fraction = (parts.pop("fraction") or "").ljust(6, "0")
    zone = _zone(parts.pop("offset"))
    numbers = {name: int(part or 0) for name, part in parts.items()}
    return datetime(**numbers, microsecond=int(fraction), tzinfo=zone)


def parse_date(value: date | str | bytes | int | float) -> date:
    """A day from its text (ISO 8601) or from a number since 1970; a moment gives its day.

    Raises:
        ValueError: the value is no day.
    """
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    number = _number(value)
    if number is not None:
        return _since_epoch(number).date()
    match = _DATE.match(_text(value))
    if match is None:
        raise ValueError("invalid date format")
    return date(int(match["year"]), int(match["month"]), int(match["day"]))


def _text(value: object) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def _number(value: object) -> int | float | None:
    """The number that a value is, or that its text is; None where it is none."""
    if isinstance(value, (int, float)):
        return value
    try:
        return float(_text(value))
    except ValueError:
        return None


def _since_epoch(number: int | float) -> datetime:
    if number != number:
        raise ValueError("not a number is no moment")
    if abs(number) > _MOST:
        return datetime.max if number > 0 else datetime.min
    while abs(number) > _MOST_SECONDS:
        number /= 1000
    return _EPOCH + timedelta(seconds=number)


def _zone(offset: str | None) -> timezone | None:
    """The time zone of an offset, say ``+05:30``.

    Raises:
        ValueError: it is a day or more.
    """
    if offset is None:
        return None
    if offset in "Zz":
        return UTC
    digits = offset[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return timezone(timedelta(minutes=minutes if offset[0] == "+" else -minutes))
