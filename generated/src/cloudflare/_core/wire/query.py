"""Query strings: how values, lists and nested objects are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias, cast
from urllib.parse import quote_plus

from .param_styles import ParamStyle
from .scalars import scalar
from .sentinels import NotGiven, Omit

ArrayFormat: TypeAlias = Literal["comma", "repeat", "indices", "brackets"]
NestedFormat: TypeAlias = Literal["brackets", "dots"]


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
    pairs: list[tuple[str, str]] = []
    for name, value in params.items():
        if name not in styled:
            add_pairs(pairs, name, value, array_format, nested_format)
    parts = [f"{quoted(name)}={quoted(text)}" for name, text in pairs]
    for name, style in styled.items():
        parts += style.in_query(name, params.get(name))
    return "&".join(parts)


def add_pairs(
    pairs: list[tuple[str, str]],
    name: str,
    value: object,
    arrays: ArrayFormat,
    nested: NestedFormat,
) -> None:
    """Append the names and texts that a value becomes, not yet percent-encoded."""
    if type(value) is str:
        pairs.append((name, value))
        return
    match value:
        case None | Omit() | NotGiven():
            pass
        case int() | datetime():
            pairs.append((name, scalar(name, value)))
        case list() | tuple() | set() | frozenset():
            items = list(cast("Iterable[object]", value))
            _add_array(pairs, name, items, arrays, nested)
        case Mapping():
            for key, inner in cast("Mapping[object, object]", value).items():
                inner_name = f"{name}.{key}" if nested == "dots" else f"{name}[{key}]"
                add_pairs(pairs, inner_name, inner, arrays, nested)
        case _:
            pairs.append((name, scalar(name, value)))


def _add_array(
    pairs: list[tuple[str, str]],
    name: str,
    items: list[object],
    arrays: ArrayFormat,
    nested: NestedFormat,
) -> None:
    if arrays == "comma":
        texts = [scalar(name, item) for item in items if item is not None]
        if items:
            pairs.append((name, ",".join(texts)))
        return
    for index, item in enumerate(items):
        item_name = name if arrays == "repeat" else f"{name}[]"
        if arrays == "indices":
            item_name = f"{name}[{index}]"
        add_pairs(pairs, item_name, item, arrays, nested)


_PLAIN = re.compile(r"[A-Za-z0-9_.~-]*")
_ESCAPED = {code: quote_plus(chr(code)) for code in range(128)}


def quoted(text: str) -> str:
    """A text as it stands in a query (WHATWG URL, 5.2); ``quote_plus`` does the same, slower."""
    if _PLAIN.fullmatch(text):
        return text
    return text.translate(_ESCAPED) if text.isascii() else quote_plus(text)
