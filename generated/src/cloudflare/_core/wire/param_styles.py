"""How single parameters are written where an API says so: RFC 6570 and OpenAPI 3.2, 4.12.2.

A delimiter between values is written as it is, one inside a value is percent-encoded, so that
what was sent can be told apart. Only the styles delimited by spaces, pipes and tabs cannot do
that, as their delimiters must be encoded themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    "cookie",
    "json",
    "text",
]
_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}
"""What is between values; tabs, and any of them outside a query, are of Swagger 2.0."""

_BETWEEN = {name: quote(delimiter) for name, delimiter in _DELIMITERS.items()}
_RESERVED = "/?:@!$'()*,;=[]"
"""Reserved characters (RFC 3986, 2.2) that are no delimiters between parameters."""


class ParamStyle:
    """A style, and whether it is exploded: a value for each item, ``key=value`` for each entry.

    ``json`` writes a value as a JSON document. ``allow_reserved`` leaves reserved characters as they
    are, ``whole`` parameters are the whole query string and have no name in it.
    """

    __slots__ = ("allow_reserved", "explode", "name", "safe", "whole")

    def __init__(
        self,
        name: StyleName,
        explode: bool = False,
        *,
        allow_reserved: bool = False,
        whole: bool = False,
    ) -> None:
        self.name: StyleName = name
        self.explode = explode
        self.allow_reserved = allow_reserved
        self.whole = whole
        self.safe = _RESERVED if allow_reserved else ""

    def in_path(self, name: str, value: object) -> str:
        """A value as the text of a path segment.

        Raises:
            TypeError: the value has no text form.
            ValueError: a moment has no time zone.
        """
        if self.name == "json":
            return quote(_json(name, value), safe="")
        entries, items = _entries(value), _items(value)
        if self.name == "matrix":
            return "".join(self._matrix(name, value))
        between = "." if self.name == "label" and self.explode else ","
        if entries is not None:
            joint = "=" if self.explode else ","
            words = [
                f"{self._text(name, k)}{joint}{self._text(name, v)}" for k, v in entries
            ]
        elif items is not None:
            words = [self._text(name, item) for item in items]
            between = _BETWEEN.get(self.name, between)
        else:
            words = [self._text(name, value)]
        return ("." if self.name == "label" else "") + between.join(words)

    def _matrix(self, name: str, value: object) -> Iterator[str]:
        entries, items = _entries(value), _items(value)
        if self.explode and entries is not None:
            yield from (
                f";{self._text(name, k)}={self._text(name, v)}" for k, v in entries
            )
        elif self.explode and items is not None:
            yield from (f";{quote(name, safe='')}={self._text(name, i)}" for i in items)
        else:
            text = ParamStyle("simple").in_path(name, value)
            yield f";{quote(name, safe='')}{'=' if text else ''}{text}"

    def in_query(self, name: str, value: object) -> Iterator[str]:
        """A value as the parts of a query string, already encoded; none for null and ``omit``.

        Raises:
            TypeError: the value has no text form.
            ValueError: a moment has no time zone.
        """
        if not _is_sent(value):
            return
        key = "" if self.whole else f"{quote(name, safe='')}="
        entries, items = _entries(value), _items(value)
        if self.name == "json":
            yield f"{key}{quote(_json(name, value), safe=self.safe)}"
        elif self.name == "deepObject" and entries is not None:
            yield from self._nested(quote(name, safe=""), name, value)
        elif self.explode and entries is not None:
            for inner, entry in entries:
                yield from self._nested(self._text(name, inner), name, entry)
        elif self.explode and items is not None and self.name == "form":
            yield from (f"{key}{self._text(name, item)}" for item in items)
        elif entries is not None or items is not None:
            flat = [w for k, v in entries for w in (k, v)] if entries else items or ()
            words = [self._text(name, word) for word in flat]
            if words:
                yield f"{key}{_BETWEEN.get(self.name, ',').join(words)}"
        else:
            yield f"{key}{self._text(name, value)}"

    def in_header(self, name: str, value: object) -> str:
        """A value as the text of a header, which is not percent-encoded."""
        if self.name == "json":
            return _json(name, value, is_ascii=True)
        entries, items = _entries(value), _items(value)
        if entries is not None:
            joint = "=" if self.explode else ","
            return ",".join(f"{k}{joint}{scalar(name, v)}" for k, v in entries)
        if items is not None:
            between = _DELIMITERS.get(self.name, ",")
            return between.join(scalar(name, item) for item in items)
        return scalar(name, value)

    def in_cookie(self, name: str, value: object) -> Iterator[str]:
        """A value as the pairs of a Cookie header (RFC 6265, 4.2.1); none for null and ``omit``.

        The style ``cookie`` does not percent-encode, as the caller knows what the server expects.
        """
        if self.name != "cookie":
            yield from self.in_query(name, value)
        elif _is_sent(value):
            entries, items = _entries(value), _items(value)
            if self.explode and entries is not None:
                yield from (f"{k}={scalar(name, v)}" for k, v in entries)
            elif self.explode and items is not None:
                yield from (f"{name}={scalar(name, item)}" for item in items)
            else:
                yield f"{name}={ParamStyle('simple').in_header(name, value)}"

    def _nested(self, key: str, name: str, value: object) -> Iterator[str]:
        """A value below a key that is encoded already: entries in brackets, the items of a list each
        under the key itself, or under its number if there is more in it."""
        entries, items = _entries(value), _items(value)
        if entries is not None:
            for inner, entry in entries:
                place = f"{key}%5B{self._text(name, inner)}%5D"
                yield from self._nested(place, name, entry)
        elif items is not None and any(map(_has_parts, items)):
            for index, item in enumerate(items):
                yield from self._nested(f"{key}%5B{index}%5D", name, item)
        elif items is not None:
            for item in items:
                yield f"{key}={self._text(name, item)}"
        else:
            yield f"{key}={self._text(name, value)}"

    def _text(self, name: str, value: object) -> str:
        return quote(scalar(name, value), safe=self.safe)


FORM = ParamStyle("form", explode=True)
"""The usual style of cookies and query parameters (OpenAPI 3.2, 4.12.2)."""


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


def _has_parts(value: object) -> bool:
    return _entries(value) is not None or _items(value) is not None


def _is_sent(value: object) -> bool:
    return value is not None and not isinstance(value, (Omit, NotGiven))


def _json(name: str, value: object, *, is_ascii: bool = False) -> str:
    """A value as a compact JSON document.

    Raises:
        TypeError: a part has no JSON form.
        ValueError: a number is not finite, or a moment has no time zone.
    """
    from .json_body import encode_json

    text = encode_json(value, name).decode()
    return _ascii(text) if is_ascii else text


def _ascii(text: str) -> str:
    """A JSON text with escapes for what no header may hold."""
    return "".join(
        (
            char
            if char.isascii()
            else "".join(
                f"\\u{int.from_bytes(unit, 'big'):04x}"
                for unit in zip(*[iter(char.encode("utf-16-be"))] * 2, strict=True)
            )
        )
        for char in text
    )
