"""Pagination schemes: which parameter and which property plays which role."""

from __future__ import annotations

from collections.abc import Iterator

from ..openapi import Cursor
from . import keys
from .model import PageConfig, PageProperty

PURPOSE = "x-stainless-pagination-property"
ITEM_ID = "cursor_item_id"
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


def read_pages(root: Cursor) -> tuple[PageConfig, ...]:
    """The schemes in their order; an old configuration may hold a single one without a list."""
    section = root.at("pagination")
    if section is None:
        return ()
    entries = [section] if isinstance(section.value, dict) else section.items()
    schemes = (_scheme(entry) for entry in entries)
    return tuple(scheme for scheme in schemes if scheme is not None)


def _scheme(cursor: Cursor) -> PageConfig | None:
    keys.PAGE.check(cursor)
    kind = cursor.text("type")
    if kind not in REQUEST_ROLES:
        cursor.error(
            "C006",
            f"unknown pagination type '{kind}'",
            help=f"write one of {', '.join(REQUEST_ROLES)}",
        )
        return None
    assert kind is not None
    scheme = PageConfig(
        name=cursor.text("name") or "page",
        kind=kind,
        request=tuple(_properties(cursor.at("request"), kind, ())),
        response=tuple(_properties(cursor.at("response"), kind, ())),
        description=cursor.text("description"),
        place=cursor.place,
    )
    return scheme if _complete(scheme, cursor) else None


def _complete(scheme: PageConfig, cursor: Cursor) -> bool:
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
                cursor.error(
                    "C006",
                    f"the scheme '{scheme.name}' has no {role}",
                    help=f"add {PURPOSE}: {{purpose: {role}}} to a property of its {side}",
                )
    return complete


def _properties(
    cursor: Cursor | None, kind: str, above: tuple[str, ...]
) -> Iterator[PageProperty]:
    """The properties of a scheme's request or response; nested ones follow their parent.

    The property of an item that identifies it has a path from the item.
    """
    for name, entry in cursor.entries() if cursor else ():
        path = (*above, name)
        stated = _type(entry)
        yield PageProperty(path, stated, _purpose(entry, name, stated, kind))
        yield from _properties(entry.at("properties"), kind, path)
        of_items = _properties(entry.descend("items", "properties"), kind, ())
        yield from (p for p in of_items if p.purpose == ITEM_ID)


def _type(entry: Cursor) -> str | None:
    """The JSON type that a property states, apart from null."""
    stated = entry.at("type")
    if stated is None or not isinstance(stated.value, list):
        return entry.text("type")
    return next((text for text in entry.strings("type") if text != "null"), None)


def _purpose(entry: Cursor, name: str, stated: str | None, kind: str) -> str:
    marked = entry.at(PURPOSE)
    if marked is not None:
        if isinstance(marked.value, str):
            return marked.value
        keys.PURPOSE.check(marked)
        return marked.text("purpose") or ""
    if stated == "array":
        return "items"
    return _GUESSES[kind].get(name, "")
