"""Pages whose properties have any wire name: every page is reached, every item yielded."""

from __future__ import annotations

import asyncio
import json
from types import ModuleType
from typing import Any

import pytest

from generator.naming.reserved import MODEL_ATTRIBUTES, PAGE_ATTRIBUTES
from generator.runtime import AsyncPage, BaseModel, SyncPage
from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

pytestmark = pytest.mark.filterwarnings("error")

NAMES = (
    "nextCursor",
    "next-cursor",
    "@odata.nextLink",
    "class",
    "items",
    "iter_pages",
    "get_next_page",
    "has_next_page",
    "next_page_info",
    "model_config",
    "model_fields",
    "modelConfig",
    "copy",
    "json",
    "list",
    "self",
    "_private",
    "__init__",
    "_rules",
    "",
    " ",
    "-",
    "9lives",
    "naïve",
    "次",
    "a.b",
    "None",
    "end_",
    'quote"\\',
)
EVERY_NAME = pytest.mark.parametrize("name", NAMES)
PARAMETERS = {
    "cursor": "next_cursor_param",
    "cursor_id": "next_cursor_id_param",
    "offset": "offset_count_param",
    "page_number": "page_number_param",
}
COUNTED = ("offset", "page_number")
FIELDS = {
    "cursor": ("next_cursor_field", "string"),
    "cursor_url": ("cursor_url_field", "string"),
    "offset": ("offset_total_count_field", "integer"),
    "page_number": ("total_page_count_field", "integer"),
}


def role(purpose: str, kind: str) -> dict[str, Any]:
    return {"type": kind, "x-stainless-pagination-property": {"purpose": purpose}}


def nested(path: tuple[str, ...], schema: object) -> dict[str, Any]:
    """Properties that lead to a schema at the end of a path."""
    first, *rest = path
    if not rest:
        return {first: schema}
    return {first: {"type": "object", "properties": nested(tuple(rest), schema)}}


def at(path: tuple[str, ...], value: object) -> dict[str, Any]:
    first, *rest = path
    return {first: at(tuple(rest), value) if rest else value}


def merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    both = {**one, **other}
    for key in one.keys() & other.keys():
        both[key] = merged(one[key], other[key])
    return both


def paged(
    generate: Generate,
    kind: str,
    items: tuple[str, ...],
    field: tuple[str, ...] | None = None,
    *,
    identity: str = "id",
) -> ModuleType:
    """A package with one list of pages, whose items and next page stand at these paths."""
    types = {"type": "integer" if kind in COUNTED else "string"}
    listed = {"type": "array", "items": {"type": "object", "properties": {}}}
    listed["items"]["properties"] = {"id": {"type": "string"}, identity: {}}  # type: ignore[index] # built above
    stated: dict[str, Any] = {"type": "array", "items": {}}
    if identity != "id":
        key = {"x-stainless-pagination-property": {"purpose": "cursor_item_id"}}
        stated["items"] = {"type": "object", "properties": {identity: key}}
    stated["x-stainless-pagination-property"] = {"purpose": "items"}
    schema, response = nested(items, listed), nested(items, stated)
    if field is not None:
        purpose, type_ = FIELDS[kind]
        schema = merged(schema, nested(field, {"type": type_}))
        response = merged(response, nested(field, role(purpose, type_)))
    parameters = [{"name": "at", "in": "query", "schema": types}]
    request = (
        {"at": role(PARAMETERS[kind], types["type"])} if kind in PARAMETERS else {}
    )
    media = {"schema": {"type": "object", "properties": schema}}
    ok = {"description": "ok", "content": {"application/json": media}}
    operation = {"parameters": parameters, "responses": {"200": ok}}
    scheme = {
        "name": "some_page",
        "type": kind,
        "request": request,
        "response": response,
    }
    method = {"endpoint": "get /things", "paginated": "some_page"}
    return generate(
        json.dumps({"paths": {"/things": {"get": operation}}}),
        json.dumps(
            {
                "pagination": [scheme],
                "resources": {"things": {"methods": {"list": method}}},
            }
        ),
    )


def page(items: tuple[str, ...], *ids: str, identity: str = "id") -> dict[str, Any]:
    return at(items, [{"id": i, identity: i} for i in ids])


def iterated(package: ModuleType, *pages: object) -> tuple[str, list[str]]:
    """The ids of all items, and the query of each request; both clients must agree."""
    with Stub(*pages) as stub, package.Client(base_url=stub.url) as client:
        ids = "".join(item.id for item in client.things.list())
    with Stub(*pages) as again:
        assert asyncio.run(_iterated(package, again.url)) == ids
    assert again.requests == stub.requests
    return ids, [request.partition("?")[2] for request in stub.requests]


async def _iterated(package: ModuleType, url: str) -> str:
    async with package.AsyncClient(base_url=url) as client:
        return "".join([item.id async for item in client.things.list()])


@EVERY_NAME
@pytest.mark.parametrize("above", [(), ("result_info",)], ids=["top", "nested"])
def test_a_cursor_of_any_name_leads_to_every_item(
    name: str, above: tuple[str, ...], generate: Generate
) -> None:
    field = (*above, name)
    package = paged(generate, "cursor", ("data",), field)
    pages = [
        {**page(("data",), "a", "b"), **at(field, "2")},
        {**page(("data",), "c"), **at(field, None)},
    ]
    assert iterated(package, *pages) == ("abc", ["", "at=2"])


@EVERY_NAME
@pytest.mark.parametrize("above", [(), ("result-info",)], ids=["top", "nested"])
def test_items_under_any_name_are_yielded(
    name: str, above: tuple[str, ...], generate: Generate
) -> None:
    items = (*above, name)
    package = paged(generate, "cursor", items, ("cursor",))
    pages = [
        {**page(items, "a", "b"), "cursor": "2"},
        {**page(items, "c"), "cursor": None},
    ]
    assert iterated(package, *pages) == ("abc", ["", "at=2"])


@EVERY_NAME
def test_the_url_of_the_next_page_may_have_any_name(
    name: str, generate: Generate
) -> None:
    package = paged(generate, "cursor_url", ("data",), ("links", name))
    pages = [
        {**page(("data",), "a"), "links": {name: "/things?at=2"}},
        page(("data",), "b"),
    ]
    assert iterated(package, *pages) == ("ab", ["", "at=2"])


@EVERY_NAME
def test_the_id_of_the_last_item_may_have_any_name(
    name: str, generate: Generate
) -> None:
    package = paged(generate, "cursor_id", ("data",), identity=name)
    pages = [page(("data",), *ids, identity=name) for ids in ("ab", "c", "")]
    assert iterated(package, *pages) == ("abc", ["", "at=b", "at=c"])


@EVERY_NAME
@pytest.mark.parametrize(
    ("kind", "total", "second"), [("offset", 3, "at=2"), ("page_number", 2, "at=2")]
)
def test_the_total_may_have_any_name(
    kind: str, total: int, second: str, name: str, generate: Generate
) -> None:
    package = paged(generate, kind, ("data",), ("meta-data", name))
    pages = [
        {**page(("data",), *ids), "meta-data": {name: total}} for ids in ("ab", "c")
    ]
    assert iterated(package, *pages) == ("abc", ["", second])


@EVERY_NAME
def test_a_single_page_of_any_name_yields_its_items(
    name: str, generate: Generate
) -> None:
    package = paged(generate, "fake_page", ("in-side", name))
    assert iterated(package, page(("in-side", name), "a", "b")) == ("ab", [""])


def test_a_part_of_a_page_that_has_another_type_is_read_by_its_wire_names(
    generate: Generate,
) -> None:
    field = ("info", "nextCursor")
    package = paged(generate, "cursor", ("data",), field)
    pages = [
        {"data": [{"id": "a"}], "info": {"nextCursor": 2}},
        {"data": [{"id": "b"}]},
    ]
    assert iterated(package, *pages) == ("ab", ["", "at=2"])


@pytest.mark.parametrize(
    ("scheme", "part"),
    [("cursor", "rules"), ("base_sync", "page"), ("base", "model"), ("sync", "sync")],
)
def test_the_model_of_a_part_does_not_hide_what_its_module_uses(
    scheme: str, part: str, generate: Generate
) -> None:
    cursor = role("next_cursor_field", "string")
    inner = {"type": "object", "properties": {"next": cursor}}
    answer = {"data": {"type": "array", "items": {}}, part: inner}
    schema = {
        "type": "object",
        "properties": {
            "data": {
                "type": "array",
                "items": {"type": "object", "properties": {"id": {}}},
            }
        },
    }
    ok = {"description": "ok", "content": {"application/json": {"schema": schema}}}
    parameters = [{"name": "at", "in": "query", "schema": {"type": "string"}}]
    package = generate(
        json.dumps(
            {
                "paths": {
                    "/things": {
                        "get": {"parameters": parameters, "responses": {"200": ok}}
                    }
                }
            }
        ),
        json.dumps(
            {
                "pagination": [
                    {
                        "name": scheme,
                        "type": "cursor",
                        "request": {"at": role("next_cursor_param", "string")},
                        "response": answer,
                    }
                ],
                "resources": {"things": {"methods": {"list": "get /things"}}},
            }
        ),
    )
    pages = [{"data": [{"id": "a"}], part: {"next": "2"}}, {"data": [{"id": "b"}]}]
    assert iterated(package, *pages) == ("ab", ["", "at=2"])


@pytest.mark.parametrize(
    ("base", "reserved"),
    [
        (BaseModel, MODEL_ATTRIBUTES),
        (SyncPage, PAGE_ATTRIBUTES),
        (AsyncPage, PAGE_ATTRIBUTES),
    ],
)
def test_no_field_hides_an_attribute_of_its_base_class(
    base: type[BaseModel], reserved: frozenset[str]
) -> None:
    public = {n for n in dir(base) if not n.startswith(("_", "model_"))}
    assert public <= reserved
