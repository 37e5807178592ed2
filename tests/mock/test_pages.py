"""Lists are as long as one likes, and are walked with every pagination scheme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest

from generator.mock import Mock
from tests.mock.conftest import Values, Workshop, operation, parameter, serving

MARK = "x-stainless-pagination-property"
ITEM: Values = {
    "type": "object",
    "required": ["id", "made"],
    "properties": {
        "id": {"type": "string", "format": "uuid"},
        "made": {"type": "string", "format": "date-time"},
        "kind": {"enum": ["new", "old"]},
    },
}


def text(purpose: str, **more: Any) -> Values:
    return {"type": "string", MARK: {"purpose": purpose}, **more}


def number(purpose: str) -> Values:
    return {"type": "integer", MARK: {"purpose": purpose}}


ITEMS: Values = {"type": "array", "items": {}, MARK: {"purpose": "items"}}

SCHEMES: dict[str, tuple[Values, Values]] = {
    "cursor": (
        {"cursor": text("next_cursor_param")},
        {"data": ITEMS, "next": text("next_cursor_field")},
    ),
    "cursor_id": ({"after": text("next_cursor_id_param")}, {"data": ITEMS}),
    "cursor_url": ({}, {"data": ITEMS, "next": text("cursor_url_field")}),
    "offset": ({"offset": number("offset_count_param")}, {"data": ITEMS}),
    "page_number": (
        {"page": number("page_number_param")},
        {"data": ITEMS, "pages": number("total_page_count_field")},
    ),
    "fake_page": ({}, {"data": ITEMS}),
}


def mock(
    workshop: Workshop,
    kind: str,
    total: int,
    schemes: Mapping[str, tuple[Values, Values]] = SCHEMES,
    item: Values = ITEM,
) -> Mock:
    request, response = schemes[kind]
    config = workshop.config(
        pagination=[
            {"name": "pages", "type": kind, "request": request, "response": response}
        ]
    )
    properties: Values = {
        name: {k: v for k, v in schema.items() if k != MARK}
        for name, schema in response.items()
    }
    properties["data"] = {"type": "array", "items": item, "uniqueItems": True}
    properties |= {"total": {"type": "integer"}, "has_more": {"type": "boolean"}}
    page = {"type": "object", "required": ["data"], "properties": properties}
    known = {"limit": {"type": "integer", "minimum": 1}}
    known |= {name: {"type": s["type"]} for name, s in request.items()}
    entry = operation(
        page, parameters=[parameter(n, "query", schema) for n, schema in known.items()]
    )
    return Mock(workshop.described({"/a": {"get": entry}}), config, items=total)


def follow(kind: str, body: Values, query: Values) -> Values | None:
    """The query of the next page, as a client makes it; None after the last one."""
    match kind:
        case "cursor":
            return {**query, "cursor": body["next"]} if body.get("next") else None
        case "cursor_id":
            last = body["data"][-1:] and body["data"][-1]["id"]
            return {**query, "after": last} if last else None
        case "cursor_url":
            url = body.get("next") or ""
            return dict(parse_qsl(url.removeprefix("?"))) if url else None
        case "offset":
            seen = query.get("offset", 0) + len(body["data"])
            return {**query, "offset": seen} if body["data"] else None
        case "page_number":
            page = query.get("page", 1)
            return {**query, "page": page + 1} if page < body["pages"] else None
    return None


def walk(client: httpx2.Client, kind: str, **first: Any) -> Iterator[Values]:
    query: Values | None = first
    for _ in range(20):
        if query is None:
            return
        response = client.get("/a", params=query)
        assert response.status_code == 200, response.text
        yield response.json()
        query = follow(kind, response.json(), query)
    raise AssertionError("the walk has no end")


@pytest.mark.parametrize("kind", [kind for kind in SCHEMES if kind != "fake_page"])
def test_iterating_returns_every_item_once(workshop: Workshop, kind: str) -> None:
    with serving(mock(workshop, kind, 23)) as client:
        pages = list(walk(client, kind, limit=5))
    items = [item for page in pages for item in page["data"]]
    assert len({item["id"] for item in items}) == len(items) == 23
    assert [len(page["data"]) for page in pages][:5] == [5, 5, 5, 5, 3]
    assert {page["total"] for page in pages} == {23}
    assert [page["has_more"] for page in pages][:5] == [True, True, True, True, False]


def test_an_address_of_the_next_page_repeats_what_was_asked(
    workshop: Workshop,
) -> None:
    exact = {"type": "boolean", "enum": [True]}
    schemes = {"cursor_url": ({"exact": exact}, SCHEMES["cursor_url"][1])}
    with serving(mock(workshop, "cursor_url", 7, schemes)) as client:
        query = {"limit": 5, "exact": True}
        first, second = walk(client, "cursor_url", **query)
        assert parse_qsl(first["next"].removeprefix("?"))[:2] == [
            ("limit", "5"),
            ("exact", "true"),
        ]
    assert len(second["data"]) == 2


def test_a_total_of_any_name_is_the_number_of_items(workshop: Workshop) -> None:
    request, response = SCHEMES["offset"]
    counted = {**response, "all": number("offset_total_count_field")}
    schemes = {"offset": (request, counted)}
    with serving(mock(workshop, "offset", 23, schemes)) as client:
        assert client.get("/a", params={"limit": 5}).json()["all"] == 23


def test_a_single_page_has_the_usual_size(workshop: Workshop) -> None:
    with serving(mock(workshop, "fake_page", 23)) as client:
        assert len(client.get("/a").json()["data"]) == 23


@pytest.mark.parametrize(
    "item",
    [
        {"type": "string"},
        {"type": "integer", "minimum": 10},
        {"type": "array", "items": {"type": "string"}, "example": ["a", "b"]},
        {"type": "object", "properties": {"name": {"type": "string"}}},
    ],
)
def test_items_differ_also_without_identifiers(
    workshop: Workshop, item: Values
) -> None:
    with serving(mock(workshop, "cursor", 23, item=item)) as client:
        pages = list(walk(client, "cursor", limit=5))
    items = [str(item) for page in pages for item in page["data"]]
    assert len(set(items)) == len(items) == 23


def test_the_same_request_gets_the_same_page(workshop: Workshop) -> None:
    with serving(mock(workshop, "cursor", 60)) as client:
        first, again = (client.get("/a?cursor=after-25").json() for _ in range(2))
    assert first == again
    times = [item["made"] for item in first["data"]]
    assert times == sorted(times, reverse=True)


def test_an_unknown_cursor_starts_at_the_beginning(workshop: Workshop) -> None:
    with serving(mock(workshop, "cursor", 60)) as client:
        assert client.get("/a?cursor=what").json() == client.get("/a").json()
        assert client.get("/a?cursor=after-99").json()["data"] == []


def test_an_empty_list_is_a_page_too(workshop: Workshop) -> None:
    log: list[str] = []
    with serving(mock(workshop, "cursor", 0), log) as client:
        assert client.get("/a").json()["data"] == []
    assert "get /a: no items of 0" in log[0]


def test_headers_of_a_list_say_what_comes_next(workshop: Workshop) -> None:
    """Without configuration, as a client infers it from the described header."""
    entry = operation({"type": "array", "items": ITEM})
    entry["responses"]["200"]["headers"] = {
        "link": {"schema": {"type": "string"}, "example": '<?page=2>; rel="next"'}
    }
    entry["parameters"] = [parameter("per_page", "query", {"type": "integer"})]
    described = workshop.described({"/a": {"get": entry}})
    with serving(Mock(described, items=7)) as client:
        response, ids = client.get("/a?per_page=3"), list[str]()
        for _ in range(3):
            ids += [item["id"] for item in response.json()]
            following = response.links.get("next", {}).get("url", "")
            response = client.get(f"/a{following}")
        assert following == ""
    assert len(set(ids)) == len(ids) == 7


def test_a_header_may_hold_a_cursor_or_a_count(workshop: Workshop) -> None:
    listed = {**ITEMS, MARK: {"purpose": "items", "is_top_level_array": True}}
    following = text("next_cursor_field")
    following[MARK]["from_header"] = "X-Next"
    total = number("total_page_count_field")
    total[MARK]["from_header"] = "X-Pages"
    scheme = {
        "name": "pages",
        "type": "cursor",
        "request": {"cursor": text("next_cursor_param")},
        "response": {"data": listed, "next": following, "pages": total},
    }
    entry = operation(
        {"type": "array", "items": ITEM},
        parameters=[
            parameter("cursor", "query", {"type": "string"}),
            parameter("limit", "query", {"type": "integer"}),
        ],
    )
    described = workshop.described({"/a": {"get": entry}})
    with serving(
        Mock(described, workshop.config(pagination=[scheme]), items=5)
    ) as client:
        first = client.get("/a?limit=3")
        assert first.headers["x-pages"] == "2"
        last = client.get("/a", params={"limit": 3, "cursor": first.headers["x-next"]})
    assert [len(page.json()) for page in (first, last)] == [3, 2]
    assert "x-next" not in last.headers


def test_the_configuration_may_say_that_a_method_has_no_pages(
    workshop: Workshop,
) -> None:
    request, response = SCHEMES["cursor"]
    scheme = {"name": "p", "type": "cursor", "request": request, "response": response}
    methods = {"list": {"endpoint": "get /a", "paginated": False}}
    config = workshop.config(
        pagination=[scheme], resources={"things": {"methods": methods}}
    )
    page = {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": ITEM},
            "next": {"type": "string"},
        },
    }
    entry = operation(page, parameters=[parameter("cursor", "query", {})])
    documents = workshop.described({"/a": {"get": entry}})
    with serving(Mock(documents, config)) as client:
        assert len(client.get("/a").json()["data"]) == 1
    with serving(Mock(documents, workshop.config(pagination=[scheme]))) as client:
        assert len(client.get("/a").json()["data"]) == 25
