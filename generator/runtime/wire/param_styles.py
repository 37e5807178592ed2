"""How single parameters are written where an API says so: RFC 6570 and OpenAPI 3.1, 4.8.12.2.1.

A delimiter between values is written as it is, one inside a value is percent-encoded, so that
what was sent can be told apart. Only the styles delimited by spaces, pipes and tabs cannot do
that, as their delimiters must be encoded themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast
from urllib.parse import quote

from .scalars import scalar
from .sentinels import NotGiven, Omit

StyleName: TypeAlias = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "tabDelimited",
    "deepObject",
]
_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
"""What is between values; tabs, and any of them outside a query, are of Swagger 2.0."""

_BETWEEN = {name: quote(delimiter) for name, delimiter in _DELIMITERS.items()}


@dataclass(frozen=True, slots=True)
class ParamStyle:
    """A style, and whether it is exploded: a value for each item, ``key=value`` for each entry."""

    name: StyleName
    explode: bool = False

    def in_path(self, name: str, value: object) -> str:
        """A value as the text of a path segment.

        Raises:
            TypeError: the value has no text form.
            ValueError: a moment has no time zone.
        """
        entries, items = _entries(value), _items(value)
        if self.name == "matrix":
            return "".join(self._matrix(name, value))
        between = "." if self.name == "label" and self.explode else ","
        if entries is not None:
            joint = "=" if self.explode else ","
            words = [f"{_text(name, k)}{joint}{_text(name, v)}" for k, v in entries]
        elif items is not None:
            words = [_text(name, item) for item in items]
            between = _BETWEEN.get(self.name, between)
        else:
            words = [_text(name, value)]
        return ("." if self.name == "label" else "") + between.join(words)

    def _matrix(self, name: str, value: object) -> Iterator[str]:
        entries, items = _entries(value), _items(value)
        if self.explode and entries is not None:
            yield from (f";{_text(name, k)}={_text(name, v)}" for k, v in entries)
        elif self.explode and items is not None:
            yield from (f";{quote(name, safe='')}={_text(name, i)}" for i in items)
        else:
            text = ParamStyle("simple").in_path(name, value)
            yield f";{quote(name, safe='')}{'=' if text else ''}{text}"

    def in_query(self, name: str, value: object) -> Iterator[str]:
        """A value as the parts of a query string, already encoded; none for null and ``omit``.

        Raises:
            TypeError: the value has no text form.
            ValueError: a moment has no time zone.
        """
        if value is None or isinstance(value, (Omit, NotGiven)):
            return
        key, entries, items = quote(name, safe=""), _entries(value), _items(value)
        if self.name == "deepObject" and entries is not None:
            yield from _deep(f"{key}", name, entries)
        elif self.explode and entries is not None:
            yield from (f"{_text(name, k)}={_text(name, v)}" for k, v in entries)
        elif self.explode and items is not None and self.name == "form":
            yield from (f"{key}={_text(name, item)}" for item in items)
        elif entries is not None or items is not None:
            flat = [w for k, v in entries for w in (k, v)] if entries else items or ()
            words = [_text(name, word) for word in flat]
            if words:
                yield f"{key}={_BETWEEN.get(self.name, ',').join(words)}"
        else:
            yield f"{key}={_text(name, value)}"

    def in_header(self, name: str, value: object) -> str:
        """A value as the text of a header, which is not percent-encoded."""
        entries, items = _entries(value), _items(value)
        if entries is not None:
            joint = "=" if self.explode else ","
            return ",".join(f"{k}{joint}{scalar(name, v)}" for k, v in entries)
        if items is not None:
            between = _DELIMITERS.get(self.name, ",")
            return between.join(scalar(name, item) for item in items)
        return scalar(name, value)


def _deep(key: str, name: str, entries: Iterable[tuple[str, object]]) -> Iterator[str]:
    for inner, value in entries:
        nested, place = _entries(value), f"{key}%5B{_text(name, inner)}%5D"
        if nested is not None:
            yield from _deep(place, name, nested)
        else:
            for item in _items(value) or [value]:
                yield f"{place}={_text(name, item)}"


def _entries(value: object) -> list[tuple[str, object]] | None:
    """The entries of a mapping, those left out that are not sent."""
    if not isinstance(value, Mapping):
        return None
    known = cast("Mapping[str, object]", value).items()
    return [(k, v) for k, v in known if _is_sent(v)]


def _items(value: object) -> list[object] | None:
    if not isinstance(value, (list, tuple, set, frozenset)):
        return None
    return [item for item in cast("Iterable[object]", value) if _is_sent(item)]


def _is_sent(value: object) -> bool:
    return value is not None and not isinstance(value, (Omit, NotGiven))


def _text(name: str, value: object) -> str:
    return quote(scalar(name, value), safe="")
