"""What the next page is asked for with, rule by rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.runtime import (
    CursorIdRules,
    CursorRules,
    CursorUrlRules,
    OffsetRules,
    PageInfo,
    PageNumberRules,
    SinglePageRules,
)
from generator.runtime.decode.models import BaseModel, Field
from generator.runtime.pages.page_rules import PageRules, items_of, value_at

ITEMS = ("data",)
CURSOR = CursorRules(ITEMS, ("info", "next"), "cursor", ("more",))
LAST_ID = CursorIdRules(ITEMS, "after", ("key",), ("more",))
URL = CursorUrlRules(ITEMS, ("next",))
OFFSET = OffsetRules(ITEMS, "skip", ("start",), ("total",), ("more",))
PLAIN_OFFSET = OffsetRules(ITEMS, "skip")
NUMBER = PageNumberRules(ITEMS, "page", ("at",), ("pages",))
PLAIN_NUMBER = PageNumberRules(ITEMS, "page")
TWO = [{"key": "a"}, {"key": "b"}]


@pytest.mark.parametrize(
    ("rules", "page", "params", "following"),
    [
        (CURSOR, {"info": {"next": "c"}}, {}, {"cursor": "c"}),
        (CURSOR, {"info": {"next": "c"}, "more": True}, {}, {"cursor": "c"}),
        (CURSOR, {"info": {"next": "c"}, "more": None}, {}, {"cursor": "c"}),
        (CURSOR, {"info": {"next": "c"}, "more": False}, {}, None),
        (CURSOR, {"info": {"next": ""}}, {}, None),
        (CURSOR, {"info": None}, {}, None),
        (CURSOR, {}, {}, None),
        (LAST_ID, {"data": TWO}, {}, {"after": "b"}),
        (LAST_ID, {"data": TWO, "more": False}, {}, None),
        (LAST_ID, {"data": []}, {}, None),
        (LAST_ID, {"data": [{"id": "x"}]}, {}, None),
        (URL, {"next": "/b"}, {}, "/b"),
        (URL, {"next": ""}, {}, None),
        (URL, {"next": 7}, {}, None),
        (OFFSET, {"data": TWO}, {}, {"skip": 2}),
        (OFFSET, {"data": TWO}, {"skip": 10}, {"skip": 12}),
        (OFFSET, {"data": TWO, "start": 20}, {"skip": 10}, {"skip": 22}),
        (OFFSET, {"data": TWO, "start": "x"}, {"skip": 10}, {"skip": 12}),
        (OFFSET, {"data": TWO, "total": 13}, {"skip": 10}, {"skip": 12}),
        (OFFSET, {"data": TWO, "total": 12}, {"skip": 10}, None),
        (OFFSET, {"data": TWO, "more": False}, {}, None),
        (OFFSET, {"data": []}, {}, None),
        (PLAIN_OFFSET, {"data": TWO, "start": 9, "total": 1}, {}, {"skip": 2}),
        (NUMBER, {"data": TWO}, {}, {"page": 2}),
        (NUMBER, {"data": TWO}, {"page": 4}, {"page": 5}),
        (NUMBER, {"data": TWO, "at": 7}, {"page": 4}, {"page": 8}),
        (NUMBER, {"data": TWO, "at": 7, "pages": 8}, {}, {"page": 8}),
        (NUMBER, {"data": TWO, "at": 7, "pages": 7}, {}, None),
        (NUMBER, {"data": []}, {}, None),
        (PLAIN_NUMBER, {"data": TWO, "at": 7, "pages": 1}, {}, {"page": 2}),
        (SinglePageRules(ITEMS), {"data": TWO}, {}, None),
    ],
)
def test_the_next_page_follows_from_this_one(
    rules: PageRules,
    page: Mapping[str, Any],
    params: Mapping[str, object],
    following: dict[str, object] | str | None,
) -> None:
    found = rules.next_page(page, params)
    if following is None:
        assert found is None
    elif isinstance(following, str):
        assert found == PageInfo(url=following)
    else:
        assert found == PageInfo(following)


class Link(BaseModel):
    cursor_: str | None = Field(default=None, alias="Cursor")
    at: str | None = None
    empty: str | None = Field(default=None, alias="")


def test_a_path_of_wire_names_leads_through_models_and_mappings() -> None:
    link = Link.model_validate({"Cursor": "c", "at": "a", "": "e", "more-data": "m"})
    page = {"info": {"next": link}}
    for wire_name, value in (
        ("Cursor", "c"),
        ("at", "a"),
        ("", "e"),
        ("more-data", "m"),
    ):
        assert value_at(page, ("info", "next", wire_name)) == value
    for nothing in ("cursor_", "copy", "model_fields", "other"):
        assert value_at(page, ("info", "next", nothing)) is None
    assert value_at(page, ("info", "other", "Cursor")) is None
    assert value_at("text", ("upper",)) is None


@pytest.mark.parametrize("found", [None, "abc", {"a": 1}, 7])
def test_anything_but_a_list_counts_as_no_items(found: object) -> None:
    rules = SinglePageRules(items=("result",))
    assert items_of({"result": found}, rules) == []
    assert items_of({"result": [found]}, rules) == [found]
