"""Pagination schemes of a description whose configuration names none, where they are unmistakable.

An operation that reads has pages if its response is an object with one list, and a parameter and a
property of the response belong together by their usual names; or if the response is such an object or
a list, and has a ``Link`` header, which says where the next page is (RFC 8288). In doubt it has none: a
list that is returned as it is described costs a loop, one that is taken for pages by mistake loses data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from ..config import PageConfig, PageProperty
from ..openapi import Description, Location, Operation, Parameter, Schema
from .objects import properties_of

_Path = tuple[str, ...]

_ASIDE = frozenset(("errors", "warnings", "messages", "links", "included"))
"""Lists that stand beside the items of a page."""

_CURSORS: Mapping[str, tuple[str, ...]] = {
    "cursor": ("nextcursor",),
    "nextcursor": ("nextcursor",),
    "pagecursor": ("nextcursor", "nextpagecursor"),
    "aftercursor": ("nextcursor",),
    "after": ("nextcursor", "endcursor"),
    "pagetoken": ("nextpagetoken", "nexttoken"),
    "nextpagetoken": ("nextpagetoken",),
    "nexttoken": ("nexttoken",),
    "continuationtoken": ("continuationtoken", "nextcontinuationtoken"),
    "paginationtoken": ("paginationtoken", "nextpaginationtoken", "nexttoken"),
    "marker": ("nextmarker",),
}
"""Parameters that take a cursor, and the properties that hold the next one."""

_MORE = frozenset(("hasmore", "hasnext", "hasnextpage"))
_NEXT_URLS = frozenset(
    (
        *("next", "nexturl", "nexturi", "nextlink", "nextpageurl", "nextpageuri"),
        "odatanextlink",
    )
)
_URL_FORMATS = frozenset(("uri", "url", "uri-reference", "iri"))
_IDS = {"startingafter": None, "afterid": None, "after": "lastid"}
"""Parameters that take the last item's id, and a property that must say which one it is."""

_OFFSETS = frozenset(("offset", "skip"))
_NUMBERS = frozenset(("page", "pagenumber", "pagenum", "pageno"))
_SIZES = frozenset(
    ("limit", "top", "take", "count", "size", "pagesize", "perpage", "maxresults")
)
_CURRENT = frozenset(("page", "pagenumber", "pagenum", "currentpage"))
_TOTALS = frozenset(
    ("total", "totalcount", "totalitems", "totalentries", "totalresults")
)
_PAGES = frozenset(("totalpages", "pagecount", "lastpage", "totalpagecount"))

_USUAL_PARAMETER = {
    "cursor": "cursor",
    "cursor_id": "after",
    "offset": "offset",
    "page_number": "page",
}
_USUAL_FIELD = {"cursor": ("next_cursor",), "cursor_url": ("next",)}


_WHOLE, _LINK = "data", "next_link"
"""The properties of a page that is a list: its items; and the address of the next page."""


class _Found(Struct, frozen=True):
    """A property of a response: the way to it, and its schema without references."""

    path: _Path
    schema: Schema

    @property
    def word(self) -> str:
        return _word(self.path[-1])


class _Listing(Struct, frozen=True, dict=True):
    """An operation that may have pages, and what its response says beside its items."""

    parameters: Mapping[str, Parameter]
    items: _Found
    item: Schema
    around: tuple[_Found, ...]
    description: Description
    has_links: bool

    def scheme(self) -> PageConfig | None:
        """The one scheme that fits, the surest kind first."""
        kinds = (self._cursor, self._cursor_id, self._url, self._counted, self._linked)
        return next((found for kind in kinds if (found := kind())), None)

    def _linked(self) -> PageConfig | None:
        taken = {self.items.path[0], *(found.path[0] for found in self.around)}
        if not self.has_links or _LINK in taken:
            return None
        items = PageProperty(self.items.path, "array", "items")
        return _link_scheme(items, self.items.schema)

    def _cursor(self) -> PageConfig | None:
        pairs = [
            (parameter, found)
            for word, fields in _CURSORS.items()
            if (parameter := self._asked(word, "string"))
            for found in self._said(fields.__contains__, "string")
        ]
        if len(pairs) != 1:
            return None
        parameter, cursor = pairs[0]
        roles = {"next_cursor_field": cursor, "has_next_page": self._more}
        return self._config("cursor", "next_cursor_param", parameter, roles)

    def _cursor_id(self) -> PageConfig | None:
        has_id = self._typed(self._property(self.item, "id"), "string")
        if self._more is None or not has_id:
            return None
        for word, witness in _IDS.items():
            parameter = self._asked(word, "string")
            if parameter and (witness is None or self._one({witness}, "string")):
                roles = {"has_next_page": self._more}
                return self._config(
                    "cursor_id", "next_cursor_id_param", parameter, roles
                )
        return None

    def _url(self) -> PageConfig | None:
        found = self._one(_NEXT_URLS, "string")
        if found is None:
            return None
        says_so = found.schema.format in _URL_FORMATS
        if not says_so and found.word == "next":
            return None
        return self._config("cursor_url", None, None, {"cursor_url_field": found})

    def _counted(self) -> PageConfig | None:
        """Offsets or page numbers, which need a parameter for the size of a page."""
        offsets = [p for word in _OFFSETS if (p := self._asked(word, "integer"))]
        numbers = [p for word in _NUMBERS if (p := self._asked(word, "integer"))]
        sized = any(self._asked(word, "integer") for word in _SIZES)
        if not sized or len(offsets) + len(numbers) != 1:
            return None
        total = self._one(_TOTALS, "integer")
        if offsets:
            roles = {"offset_total_count_field": total, "has_next_page": self._more}
            return self._config("offset", "offset_count_param", offsets[0], roles)
        current = self._one(_CURRENT, "integer")
        pages = self._one(_PAGES, "integer")
        if current is None and not self._starts_at_one(numbers[0]):
            return None
        roles = {
            "current_page_number_field": current,
            "total_page_count_field": pages,
        }
        return self._config("page_number", "page_number_param", numbers[0], roles)

    def _starts_at_one(self, parameter: Parameter) -> bool:
        """Whether the first page is the first, not the zeroth, by default or bound."""
        schema = self._resolved(parameter.schema)
        return schema is not None and 1 in (
            schema.default,
            schema.bounds.get("minimum"),
        )

    def _config(
        self,
        kind: str,
        role: str | None,
        parameter: Parameter | None,
        fields: Mapping[str, _Found | None],
    ) -> PageConfig:
        """The scheme of these roles; its name tells all of them but the usual ones."""
        played = {role: found for role, found in fields.items() if found is not None}
        words = [*self.items.path, kind.removeprefix("cursor_"), "page"]
        if parameter is not None and parameter.name != _USUAL_PARAMETER[kind]:
            words += ["by", parameter.name]
        for found in played.values():
            if found.path != _USUAL_FIELD.get(kind):
                words += ["and", *found.path]
        response = [PageProperty(self.items.path, "array", "items")]
        parents = {found.path[:-1] for found in played.values()} - {()}
        response += [PageProperty(path, "object", "") for path in sorted(parents)]
        for name, found in played.items():
            (type_,) = found.schema.types
            response.append(PageProperty(found.path, type_, name))
        request = (
            [PageProperty((parameter.name,), None, role)] if parameter and role else []
        )
        return PageConfig(
            name="_".join(words),
            kind=kind,
            request=tuple(request),
            response=tuple(response),
            description=None,
            place=self.items.schema.origin.place,
        )

    @cached_property
    def _more(self) -> _Found | None:
        return self._one(_MORE, "boolean")

    def _asked(self, word: str, type_: str) -> Parameter | None:
        """The optional query parameter that is called by a word and takes values of a type."""
        found = self.parameters.get(word)
        usable = found is not None and not found.required
        return found if usable and found and self._typed(found.schema, type_) else None

    def _said(self, accepts: Callable[[str], bool], type_: str) -> list[_Found]:
        return [
            found
            for found in self.around
            if accepts(found.word) and self._typed(found.schema, type_)
        ]

    def _one(self, words: frozenset[str] | set[str], type_: str) -> _Found | None:
        """The only property that is called by one of the words and has a type."""
        found = self._said(words.__contains__, type_)
        return found[0] if len(found) == 1 else None

    def _typed(self, schema: Schema | None, type_: str) -> bool:
        found = self._resolved(schema)
        return found is not None and found.types == (type_,)

    def _resolved(self, schema: Schema | None) -> Schema | None:
        return _plain(self.description, schema) if schema is not None else None

    def _property(self, schema: Schema, name: str) -> Schema | None:
        return properties_of(self.description, schema).get(name)


def infer_pages(
    description: Description, operation: Operation, response: Schema
) -> tuple[PageConfig, Schema] | None:
    """The scheme that an operation is described to have, and the schema of its items."""
    if operation.verb != "get":
        return None
    found = _plain(description, response)
    has_links = any(h.name.lower() == "link" for h in _headers(operation))
    if found is not None and found.types == ("array",):
        if not has_links or found.items is None:
            return None
        whole = PageProperty((_WHOLE,), "array", "items", is_body=True)
        return _link_scheme(whole, found), found.items
    properties = properties_of(description, response)
    lists = {
        name: items
        for name, schema in properties.items()
        if _word(name) not in _ASIDE and (items := _items_of(description, schema))
    }
    if len(lists) != 1:
        return None
    ((name, item),) = lists.items()
    asked = [p for p in operation.parameters if p.location is Location.QUERY]
    parameters = {_word(p.name): p for p in asked}
    if len(parameters) != len(asked):
        return None
    around = tuple(_around(description, properties, name))
    listing = _Listing(
        parameters,
        _Found((name,), properties[name]),
        item,
        around,
        description,
        has_links,
    )
    scheme = listing.scheme()
    return (scheme, item) if scheme is not None else None


def _headers(operation: Operation) -> Iterator[Parameter]:
    for response in operation.successes:
        yield from response.headers


def _link_scheme(items: PageProperty, schema: Schema) -> PageConfig:
    """The scheme of pages that name the next one in their ``Link`` header."""
    words = (() if items.is_body else items.path) + ("link", "page")
    following = PageProperty((_LINK,), "string", "cursor_url_field", header="Link")
    return PageConfig(
        name="_".join(words),
        kind="cursor_url",
        request=(),
        response=(items, following),
        description=None,
        place=schema.origin.place,
    )


def _around(
    description: Description, properties: Mapping[str, Schema], items: str
) -> Iterator[_Found]:
    """The properties beside the items, and those of the objects among them."""
    for name, schema in properties.items():
        found = _plain(description, schema)
        if found is None or name == items:
            continue
        yield _Found((name,), found)
        for inner, child in properties_of(description, found).items():
            resolved = _plain(description, child)
            if resolved is not None:
                yield _Found((name, inner), resolved)


def _plain(description: Description, schema: Schema) -> Schema | None:
    """The schema without references, and without a choice between it and null."""
    found = description.resolve(schema)
    members = (*found.any_of, *found.one_of) if found is not None else ()
    if found is None or found.types or not members:
        return found
    resolved = [description.resolve(member) for member in members]
    left = [s for s in resolved if s is not None and s.types != ("null",)]
    return left[0] if len(left) == 1 and len(members) == 2 else found


def _items_of(description: Description, schema: Schema) -> Schema | None:
    found = _plain(description, schema)
    return found.items if found is not None and found.types == ("array",) else None


def _word(name: str) -> str:
    """A name without case and separators, by which usual names are compared."""
    return "".join(c for c in name.lower() if c.isalnum())
