"""Pages of a list that is as long as one likes: generated items, cut as the scheme says.

The schemes are those of the configuration. The size of a page and the counts have no role in a
scheme; they are recognised by the names that APIs commonly give them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from urllib.parse import urlencode

from msgspec import Struct

from ..config import PageConfig
from ..openapi import Schema
from ..source.document import Value
from .contents import json_text
from .layers import Layers
from .samples import NoSample, Sampler
from .variety import unlike, varied

_SIZES = (
    *("per_page", "perPage", "page_size", "pageSize", "limit", "size", "count"),
    *("max_results", "maxResults", "first", "top", "take", "maxItems", "page_limit"),
)
_COUNTS = {
    "here": ("count", "size", "returned"),
    "size": ("per_page", "perPage", "page_size", "pageSize", "limit"),
    "total": ("total", "total_count", "totalCount", "total_results", "totalItems"),
    "page": ("page", "page_number", "pageNumber", "current_page", "currentPage"),
    "pages": ("total_pages", "totalPages", "page_count", "pageCount", "last_page"),
    "start": ("offset", "start", "skip"),
    "more": ("has_more", "hasMore", "has_next_page", "hasNextPage", "more"),
}
_ROLES = {
    "total_page_count_field": "pages",
    "current_page_number_field": "page",
    "offset_count_start_field": "start",
    "offset_total_count_field": "total",
    "has_next_page": "more",
}
_NEXT = ("next_cursor_field", "cursor_url_field")
_USUAL_SIZE = 25
_NO_CURSOR = (None, "")
_CURSOR = re.compile("(?:after-)?([0-9]{1,18})")


class Window(Struct, frozen=True):
    """Which items a page holds: ``start`` counts from 0."""

    start: int
    size: int
    total: int

    @property
    def end(self) -> int:
        """The index after the last item."""
        return min(self.start + self.size, self.total)

    @property
    def numbers(self) -> Mapping[str, int]:
        """What a page may say of its position, by what it means."""
        return {
            "here": max(self.end - self.start, 0),
            "size": self.size,
            "total": self.total,
            "page": self.start // self.size + 1,
            "pages": -(-self.total // self.size),
            "start": self.start,
            "more": self.has_more,
        }

    @property
    def has_more(self) -> bool:
        """Whether there is a page after this one."""
        return self.end < self.total

    def __str__(self) -> str:
        if self.start >= self.end:
            return f"no items of {self.total}"
        return f"items {self.start + 1} to {self.end} of {self.total}"


class Paged(Struct, frozen=True):
    """An operation whose response is a page: the scheme, the schemas of page and item, and the
    layers of the item."""

    scheme: PageConfig
    page: Schema
    item: Schema
    layers: Layers

    def body(
        self,
        whole: Value,
        prototypes: list[Value],
        window: Window,
        sampler: Sampler,
        query: Mapping[str, Value],
    ) -> Value:
        """The page for a window; ``whole`` is any valid page, which lends the rest of the body.

        Items are variations of the prototypes. A detail that the schema does not allow to
        change stays as it is in ``whole``.

        Raises:
            NoSample: the page does not match its schema.
        """
        items = [
            self._nth(number, prototypes, sampler)
            for number in range(window.start, window.end)
        ]
        body = items
        if not self.is_list:
            body = deepcopy(whole)
            _put(body, self._path("items"), items)
        for path, candidates in self._changes(body, window, query):
            _put_first(body, path, candidates, lambda: sampler.accepts(self.page, body))
        if not sampler.accepts(self.page, body):
            raise NoSample(self.page)
        return body

    def _nth(self, number: int, prototypes: list[Value], sampler: Sampler) -> Value:
        """The item of a number, unlike the others if the schema lets it be."""
        prototype = prototypes[number % len(prototypes)]
        for value in unlike(prototype, self.layers, _step(number, prototypes)):
            is_new = value != prototype or number < len(prototypes)
            if is_new and sampler.accepts(self.item, value):
                return value
        return prototype

    @property
    def is_list(self) -> bool:
        """Whether the body is the list of the items."""
        return not self._path("items")

    def items(self, body: Value) -> list[Value]:
        """The items in a page."""
        items = _get(body, self._path("items"))
        return items if isinstance(items, list) else []

    def window(
        self, query: Mapping[str, Value], total: int, prototypes: list[Value]
    ) -> Window:
        """The part of the list that a query asks for; what it does not say starts at the front."""
        stated = next(
            (query[n] for n in _SIZES if isinstance(query.get(n), int)), _USUAL_SIZE
        )
        size = max(1, stated)
        start = 0
        for purpose, value in self._given(query):
            if purpose == "offset_count_param":
                start = _whole(value, 0)
            elif purpose == "page_number_param":
                start = (_whole(value, 1) - 1) * size
            elif purpose == "next_cursor_id_param":
                start = self._after(value, prototypes, total)
            elif purpose == "next_cursor_param":
                start = _position(value)
        if self.scheme.kind == "cursor_url":
            start = _position(query.get("after"))
        return Window(min(max(start, 0), total), size, total)

    def _given(self, query: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
        for parameter in self.scheme.request:
            if parameter.purpose and parameter.path[-1] in query:
                yield parameter.purpose, query[parameter.path[-1]]

    def _after(self, identifier: Value, prototypes: list[Value], total: int) -> int:
        """The index after the item with an identifier; 0 if absent."""
        for number in range(total):
            item = _variation(number, prototypes, self.layers)
            if isinstance(item, dict) and item.get("id") == identifier:
                return number + 1
        return 0

    def _path(self, purpose: str) -> tuple[str, ...]:
        found = next(p for p in self.scheme.response if p.purpose == purpose)
        return () if found.is_body else found.path

    def headers(
        self, window: Window, query: Mapping[str, Value]
    ) -> dict[str, str | None]:
        """The headers that say what comes after a page; None for one that is not sent."""
        found: dict[str, str | None] = {}
        for property in self.scheme.response:
            if property.header is None:
                continue
            role = _ROLES.get(property.purpose)
            if role is not None:
                found[property.header] = json_text(window.numbers[role])
            elif property.purpose in _NEXT:
                value, is_link = None, property.header.lower() == "link"
                if window.has_more:
                    value = self._next(property.purpose, window, query)[0]
                    value = f'<{value}>; rel="next"' if is_link else value
                found[property.header] = value
        return found

    def _changes(
        self,
        body: Value,
        window: Window,
        query: Mapping[str, Value],
    ) -> Iterator[tuple[tuple[str, ...], list[Value]]]:
        """The metadata of a page: its position, with the values to try."""
        numbers = window.numbers
        purposes = {p.path: p.purpose for p in self.scheme.response}
        for path in _leaves(body, self._path("items")):
            role = _ROLES.get(purposes.get(path, "")) or _count_role(path[-1])
            if role is not None and isinstance(_get(body, path), (int, float)):
                yield path, [numbers[role]]
        for property in self.scheme.response:
            is_said = property.header is None and not self.is_list
            if property.purpose in _NEXT and is_said:
                yield property.path, self._next(property.purpose, window, query)

    def _next(
        self, purpose: str, window: Window, query: Mapping[str, Value]
    ) -> list[Value]:
        if not window.has_more:
            return [_ABSENT, *_NO_CURSOR, 0]
        if purpose == "cursor_url_field":
            kept = {k: _text(v) for k, v in query.items() if not _has_parts(v)}
            return [f"?{urlencode({**kept, 'after': window.end})}"]
        return [f"after-{window.end}", str(window.end), window.end]


_ABSENT = object()


def _variation(number: int, prototypes: list[Value], layers: Layers) -> Value:
    prototype = prototypes[number % len(prototypes)]
    return varied(prototype, layers, _step(number, prototypes))


def _step(number: int, prototypes: list[Value]) -> int:
    """The number of the first item since the prototypes were last begun."""
    return number // len(prototypes) * len(prototypes)


def _count_role(name: str) -> str | None:
    return next((role for role, names in _COUNTS.items() if name in names), None)


def _has_parts(value: Value) -> bool:
    return value is None or isinstance(value, (list, dict))


def _text(value: Value) -> str:
    """A single value as a query writes it."""
    return value if isinstance(value, str) else json_text(value)


def _whole(value: Value, default: int) -> int:
    return value if isinstance(value, int) else default


def _position(cursor: Value) -> int:
    """The index in a cursor of ours; any other cursor means the front of the list."""
    found = _CURSOR.fullmatch(str(cursor))
    return int(found[1]) if found else 0


def _leaves(
    value: Value, without: tuple[str, ...], above: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    if above == without or not isinstance(value, dict):
        if above and above != without:
            yield above
        return
    for key, entry in value.items():
        yield from _leaves(entry, without, (*above, key))


def _get(body: Value, path: tuple[str, ...]) -> Value:
    for name in path:
        body = body.get(name, _ABSENT) if isinstance(body, dict) else _ABSENT
    return body


def _put(body: Value, path: tuple[str, ...], value: Value) -> None:
    for name in path[:-1]:
        inner = body.setdefault(name, {})
        body = inner if isinstance(inner, dict) else {}
    if value is _ABSENT:
        body.pop(path[-1], None)
    else:
        body[path[-1]] = value


def _put_first(
    body: Value,
    path: tuple[str, ...],
    candidates: list[Value],
    fits: Callable[[], bool],
) -> None:
    """Put the first of several values that fits; what stood there stays if none does."""
    before = _get(body, path)
    for candidate in candidates:
        _put(body, path, candidate)
        if fits():
            return
    _put(body, path, before)
