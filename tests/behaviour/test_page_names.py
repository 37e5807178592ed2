"""Pages whose properties have any wire name: every page is reached, every item yielded."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Listed:
    """A method that lists pages, whose items, next page and items' ids stand at these places."""

    kind: str
    items: tuple[str, ...]
    field: tuple[str, ...] | None = None
    identity: str = "id"

    def scheme(self, name: str) -> dict[str, Any]:
        """The configuration of the pages."""
        stated: dict[str, Any] = {"type": "array", "items": {}}
        if self.identity != "id":
            key = {"x-stainless-pagination-property": {"purpose": "cursor_item_id"}}
            stated["items"] = {"type": "object", "properties": {self.identity: key}}
        stated["x-stainless-pagination-property"] = {"purpose": "items"}
        response = nested(self.items, stated)
        if self.field is not None:
            response = merged(response, nested(self.field, role(*FIELDS[self.kind])))
        request = {}
        if self.kind in PARAMETERS:
            request["at"] = role(PARAMETERS[self.kind], self._type)
        return {
            "name": name,
            "type": self.kind,
            "request": request,
            "response": response,
        }

    def operation(self) -> dict[str, Any]:
        """The description of the method."""
        properties: dict[str, Any] = {"id": {"type": "string"}, self.identity: {}}
        item = {"type": "object", "properties": properties}
        schema = nested(self.items, {"type": "array", "items": item})
        if self.field is not None:
            schema = merged(schema, nested(self.field, {"type": FIELDS[self.kind][1]}))
        media = {"schema": {"type": "object", "properties": schema}}
        ok = {"description": "ok", "content": {"application/json": media}}
        at = {"name": "at", "in": "query", "schema": {"type": self._type}}
        return {"parameters": [at], "responses": {"200": ok}}

    @property
    def _type(self) -> str:
        return "integer" if self.kind in COUNTED else "string"


def paged(generate: Generate, *every: Listed) -> ModuleType:
    """A package whose method ``list_0`` is the first of these, and so on."""
    paths, schemes, methods = {}, [], {}
    for number, listed in enumerate(every):
        name = f"page_{number}"
        paths[f"/things/{number}"] = {"get": listed.operation()}
        schemes.append(listed.scheme(name))
        endpoint = f"get /things/{number}"
        methods[f"list_{number}"] = {"endpoint": endpoint, "paginated": name}
    return generate(
        json.dumps({"paths": paths}),
        json.dumps(
            {"pagination": schemes, "resources": {"things": {"methods": methods}}}
        ),
    )


def page(items: tuple[str, ...], *ids: str, identity: str = "id") -> dict[str, Any]:
    return at(items, [{"id": i, identity: i} for i in ids])


def iterated(
    package: ModuleType, *pages: object, method: str = "list_0"
) -> tuple[str, list[str]]:
    """The ids of all items, and the query of each request; both clients must agree."""
    with Stub(*pages) as stub, package.Client(base_url=stub.url) as client:
        ids = "".join(item.id for item in getattr(client.things, method)())
    with Stub(*pages) as again:
        assert asyncio.run(_iterated(package, again.url, method)) == ids
    assert again.requests == stub.requests
    return ids, [request.partition("?")[2] for request in stub.requests]


async def _iterated(package: ModuleType, url: str, method: str) -> str:
    async with package.AsyncClient(base_url=url) as client:
        return "".join([i.id async for i in getattr(client.things, method)()])


def each_iterated(
    generate: Generate,
    listed: Callable[[str], Listed],
    pages: Callable[[str], list[dict[str, Any]]],
) -> list[tuple[str, list[str]]]:
    """What is yielded for each of the names, by a package that has a method for each."""
    package = paged(generate, *map(listed, NAMES))
    return [
        iterated(package, *pages(name), method=f"list_{number}")
        for number, name in enumerate(NAMES)
    ]


def always(ids: str, *queries: str) -> list[tuple[str, list[str]]]:
    """The same for every name."""
    return [(ids, list(queries)) for _ in NAMES]


@pytest.mark.parametrize("above", [(), ("result_info",)], ids=["top", "nested"])
def test_a_cursor_of_any_name_leads_to_every_item(
    above: tuple[str, ...], generate: Generate
) -> None:
    def pages(name: str) -> list[dict[str, Any]]:
        field = (*above, name)
        return [
            {**page(("data",), "a", "b"), **at(field, "2")},
            {**page(("data",), "c"), **at(field, None)},
        ]

    found = each_iterated(
        generate, lambda name: Listed("cursor", ("data",), (*above, name)), pages
    )
    assert found == always("abc", "", "at=2")


@pytest.mark.parametrize("above", [(), ("result-info",)], ids=["top", "nested"])
def test_items_under_any_name_are_yielded(
    above: tuple[str, ...], generate: Generate
) -> None:
    def pages(name: str) -> list[dict[str, Any]]:
        items = (*above, name)
        return [
            {**page(items, "a", "b"), "cursor": "2"},
            {**page(items, "c"), "cursor": None},
        ]

    found = each_iterated(
        generate, lambda name: Listed("cursor", (*above, name), ("cursor",)), pages
    )
    assert found == always("abc", "", "at=2")


def test_the_url_of_the_next_page_may_have_any_name(generate: Generate) -> None:
    found = each_iterated(
        generate,
        lambda name: Listed("cursor_url", ("data",), ("links", name)),
        lambda name: [
            {**page(("data",), "a"), "links": {name: "/things/0?at=2"}},
            page(("data",), "b"),
        ],
    )
    assert found == always("ab", "", "at=2")


def test_the_id_of_the_last_item_may_have_any_name(generate: Generate) -> None:
    found = each_iterated(
        generate,
        lambda name: Listed("cursor_id", ("data",), identity=name),
        lambda name: [page(("data",), *ids, identity=name) for ids in ("ab", "c", "")],
    )
    assert found == always("abc", "", "at=b", "at=c")


@pytest.mark.parametrize(("kind", "total"), [("offset", 3), ("page_number", 2)])
def test_the_total_may_have_any_name(kind: str, total: int, generate: Generate) -> None:
    found = each_iterated(
        generate,
        lambda name: Listed(kind, ("data",), ("meta-data", name)),
        lambda name: [
            {**page(("data",), *ids), "meta-data": {name: total}} for ids in ("ab", "c")
        ],
    )
    assert found == always("abc", "", "at=2")


def test_a_single_page_of_any_name_yields_its_items(generate: Generate) -> None:
    found = each_iterated(
        generate,
        lambda name: Listed("fake_page", ("in-side", name)),
        lambda name: [page(("in-side", name), "a", "b")],
    )
    assert found == always("ab", "")


def test_a_part_of_a_page_that_has_another_type_is_read_by_its_wire_names(
    generate: Generate,
) -> None:
    field = ("info", "nextCursor")
    package = paged(generate, Listed("cursor", ("data",), field))
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
            },
            part: {"type": "object", "properties": {"next": {"type": "string"}}},
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
                "resources": {"things": {"methods": {"list_0": "get /things"}}},
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
