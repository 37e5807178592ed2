"""Pagination schemes: which parameter and which property plays which role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..diagnostics import Place
from ..source import Reader
from .entry import Entry
from .flow import flow
from .model import PageConfig, PageProperty
from .table import PURPOSE, Fields, Text

ITEM_ID = "cursor_item_id"
_HEADER = re.compile(r"[-!#$%&'*+.^_`|~0-9A-Za-z]+")
REQUEST_ROLES = {
    "cursor": ("next_cursor_param",),
    "cursor_id": ("next_cursor_id_param",),
    "cursor_url": (),
    "offset": ("offset_count_param",),
    "page_number": ("page_number_param",),
    "fake_page": (),
}
RESPONSE_ROLES = {
    "cursor": ("items", "next_cursor_field"),
    "cursor_id": ("items",),
    "cursor_url": ("items", "cursor_url_field"),
    "offset": ("items",),
    "page_number": ("items",),
    "fake_page": ("items",),
}
_GUESSES = {
    "cursor": {
        "cursor": "next_cursor_param",
        "next_cursor": "next_cursor_field",
        "after": "next_cursor_param",
    },
    "cursor_id": {
        "after": "next_cursor_id_param",
        "starting_after": "next_cursor_id_param",
    },
    "cursor_url": {"next": "cursor_url_field", "next_url": "cursor_url_field"},
    "offset": {"offset": "offset_count_param"},
    "page_number": {"page": "page_number_param"},
    "fake_page": {},
}


class _Role(NamedTuple):
    """What a property with a role usually is: its name and type, and words of its name."""

    name: str
    schema: Mapping[str, object]
    words: tuple[str, ...]


_TEXT, _NUMBER = {"type": "string"}, {"type": "integer"}
_ROLES = {
    "items": _Role(
        "data", {"type": "array", "items": {}}, ("data", "items", "result", "list")
    ),
    "next_cursor_param": _Role("cursor", _TEXT, ("cursor", "token", "after", "next")),
    "next_cursor_id_param": _Role("after", _TEXT, ("after", "cursor", "id")),
    "offset_count_param": _Role("offset", _NUMBER, ("offset", "skip", "start")),
    "page_number_param": _Role("page", _NUMBER, ("page",)),
    "next_cursor_field": _Role(
        "next_cursor", _TEXT, ("cursor", "token", "after", "next")
    ),
    "cursor_url_field": _Role("next", _TEXT, ("next", "url", "link")),
}


def read_pages(root: Entry) -> tuple[PageConfig, ...] | None:
    """The schemes in their order, None if they are to be inferred; an old configuration may hold a
    single scheme without a list."""
    section, is_inferred = root.at("pagination"), root.flag("x-infer-pages")
    if section is None:
        return None if is_inferred else ()
    inferring = root.at("x-infer-pages") if is_inferred else None
    if inferring is not None:
        inferring.warning(
            "C002",
            "'x-infer-pages' has no effect next to 'pagination'",
            help="remove one of the two: with 'pagination', only its schemes give pages",
        )
    entries = [section] if isinstance(section.kind, Fields) else [*section.items()]
    places: dict[str, Place] = {}
    schemes: list[PageConfig] = []
    for entry in entries:
        name = entry.choice("name")
        if name in places:
            _report_second(entry, places[name])
            continue
        places[name] = entry.place
        scheme = _scheme(entry)
        if scheme is not None:
            schemes.append(scheme)
    return tuple(schemes)


def _report_second(entry: Entry, first: Place) -> None:
    """Report that a scheme has the name of one before it."""
    (entry.at("name") or entry).error(
        "C004",
        f"a second pagination scheme is called '{entry.choice('name')}'; "
        f"the first is in line {first.line}",
        help="give each scheme a name of its own",
    )


def _scheme(entry: Entry) -> PageConfig | None:
    kind = entry.text("type")
    if kind is None:
        return None  # reported as missing or unknown
    scheme = PageConfig(
        name=entry.choice("name"),
        kind=kind,
        request=tuple(_properties(entry.section("request"), kind, ())),
        response=tuple(_properties(entry.section("response"), kind, ())),
        description=entry.text("description"),
        place=entry.place,
        is_sent_in_body=entry.choice("param_location") == "body",
    )
    return scheme if _complete(scheme, entry) else None


def _complete(scheme: PageConfig, entry: Entry) -> bool:
    """Whether every role that the kind needs is played; a missing one is reported."""
    complete = True
    for side, properties, needed in (
        ("request", scheme.request, REQUEST_ROLES[scheme.kind]),
        ("response", scheme.response, RESPONSE_ROLES[scheme.kind]),
    ):
        played = {p.purpose for p in properties}
        for role in needed:
            if role not in played:
                complete = False
                path, remedy = _missing(role, side, properties)
                problem = f"the scheme '{scheme.name}' has no {role}"
                _nearest(entry, side, path).error("C006", problem, help=remedy)
    for property, problem, remedy in _misplaced(scheme):
        complete = False
        side = "request" if property in scheme.request else "response"
        message = f"the scheme '{scheme.name}' {problem}"
        _nearest(entry, side, property.path).error("C006", message, help=remedy)
    return complete


def _missing(
    role: str, side: str, properties: tuple[PageProperty, ...]
) -> tuple[tuple[str, ...], str]:
    """The path of the property that is likely to be meant, if there is one, and what to write."""
    usual = _ROLES[role]
    mark = {PURPOSE: {"purpose": role}}
    for property in properties:
        words = re.split(r"[^a-z]+", property.path[-1].lower())
        if not property.purpose and not {*words}.isdisjoint(usual.words):
            name = ".".join(property.path)
            return property.path, f"add '{flow(mark)[1:-1]}' to '{name}'"
    example = flow({usual.name: {**usual.schema, **mark}})[1:-1]
    return (), f"add a property to its {side}, for example '{example}'"


def _nearest(entry: Entry, side: str, path: tuple[str, ...]) -> Reader:
    """The property at a path of the request or response; else that side, else the scheme."""
    below = [step for name in path for step in ("properties", name)]
    return entry.reader.descend(side, *below[1:]) or entry.reader


def _misplaced(scheme: PageConfig) -> Iterator[tuple[PageProperty, str, str]]:
    """What cannot be read where the scheme says that it is, with the remedy of each."""
    for property in (*scheme.request, *scheme.response):
        name, is_nested = ".".join(property.path), len(property.path) > 1
        if property.header is None and not property.is_body:
            continue
        if is_nested or property in scheme.request:
            yield (
                property,
                f"marks '{name}', which is not at the top of its response",
                "use from_header and is_top_level_array for properties of the response itself",
            )
        elif property.is_body and property.purpose != "items":
            yield (
                property,
                f"takes '{name}' for the whole response, which is not its items",
                "use is_top_level_array for the items only",
            )
        elif property.header is not None and not _HEADER.fullmatch(property.header):
            yield (
                property,
                f"reads '{name}' from a header that cannot be sent",
                "use the name of a header (RFC 9110, 5.1)",
            )
    if any(property.is_body for property in scheme.response):
        for property in scheme.response:
            is_read = property.purpose not in ("", "items", ITEM_ID)
            if is_read and property.header is None:
                yield (
                    property,
                    f"reads '{'.'.join(property.path)}' from a response that is a list",
                    "say with from_header which header holds it",
                )


def _properties(
    properties: Entry, kind: str, above: tuple[str, ...]
) -> Iterator[PageProperty]:
    """The properties of a scheme's request or response; nested ones follow their parent.

    The property of an item that identifies it has a path from the item.
    """
    for name, entry in properties.entries():
        path = (*above, name)
        type_ = _type(entry)
        marked = entry.at(PURPOSE)
        source = marked if marked and isinstance(marked.kind, Fields) else None
        yield PageProperty(
            path,
            type_,
            _purpose(entry, name, type_, kind),
            header=source.text("from_header") if source else None,
            is_body=source.flag("is_top_level_array") if source else False,
        )
        yield from _properties(entry.section("properties"), kind, path)
        of_items = _properties(entry.section("items").section("properties"), kind, ())
        yield from (p for p in of_items if p.purpose == ITEM_ID)


def _type(entry: Entry) -> str | None:
    """The JSON type of a property, apart from null."""
    found = entry.at("type")
    if found is None:
        return None
    names = [found] if isinstance(found.kind, Text) else found.items()
    texts = (name.as_text() for name in names)
    return next((text for text in texts if text != "null"), None)


def _purpose(entry: Entry, name: str, type_: str | None, kind: str) -> str:
    marked = entry.at(PURPOSE)
    if marked is not None:
        short = marked.as_text()
        return short if short is not None else marked.text("purpose") or ""
    if type_ == "array":
        return "items"
    return _GUESSES[kind].get(name, "")
