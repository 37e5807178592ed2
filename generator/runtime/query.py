"""Query strings: how values, lists and nested objects are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, cast
from urllib.parse import urlencode
from uuid import UUID

from .sentinels import NotGiven, Omit, omit

if TYPE_CHECKING:
    from .param_styles import ParamStyle
    from .settings import ArrayFormat, NestedFormat


@dataclass(frozen=True, slots=True)
class Querystring:
    """A way to write query strings."""

    array_format: ArrayFormat
    nested_format: NestedFormat

    def stringify(self, params: Mapping[str, object]) -> str:
        """The query string for parameters."""
        return encode_query(
            params, array_format=self.array_format, nested_format=self.nested_format
        )


def encode_query(
    params: Mapping[str, object],
    *,
    array_format: ArrayFormat = "repeat",
    nested_format: NestedFormat = "dots",
    styles: Mapping[str, ParamStyle] | None = None,
) -> str:
    """The query string for parameters; None and ``omit`` are left out, an empty string is sent.

    A parameter that has a style of its own is written in it.

    Raises:
        ValueError: a datetime has no time zone.
        TypeError: a value has no form in a query string.
    """
    styled = styles or {}
    pairs = [
        pair
        for name, value in params.items()
        if value is not None and value is not omit and name not in styled
        for pair in pairs_of(name, value, array_format, nested_format)
    ]
    parts = [urlencode(pairs)] if pairs else []
    for name, style in styled.items():
        parts += style.in_query(name, params.get(name))
    return "&".join(parts)


def pairs_of(
    name: str, value: object, arrays: ArrayFormat, nested: NestedFormat
) -> Iterator[tuple[str, str]]:
    """The names and texts that a value becomes, not yet percent-encoded."""
    match value:
        case None | Omit() | NotGiven():
            return
        case Mapping():
            for key, inner in cast("Mapping[object, object]", value).items():
                inner_name = f"{name}.{key}" if nested == "dots" else f"{name}[{key}]"
                yield from pairs_of(inner_name, inner, arrays, nested)
        case list() | tuple() | set() | frozenset():
            items = list(cast("Iterable[object]", value))
            yield from _array(name, items, arrays, nested)
        case _:
            yield name, scalar(name, value)


def _array(
    name: str, items: list[object], arrays: ArrayFormat, nested: NestedFormat
) -> Iterator[tuple[str, str]]:
    if arrays == "comma":
        if items:
            yield name, ",".join(
                scalar(name, item) for item in items if item is not None
            )
        return
    for index, item in enumerate(items):
        suffix = {"repeat": "", "indices": f"[{index}]", "brackets": "[]"}[arrays]
        yield from pairs_of(f"{name}{suffix}", item, arrays, nested)


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
        case _:
            kind = type(value).__name__
            raise TypeError(f"{name}: a {kind} cannot stand in a query string")


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
