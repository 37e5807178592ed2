"""Lists that are asked for with a body: what asks for the next page goes there."""

from __future__ import annotations

import asyncio
import json
from types import ModuleType

import pytest

from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

DESCRIPTION = """
paths:
  /search:
    post:
      parameters: [ %s ]
      requestBody: { content: { application/json: { schema: { type: object, properties: {
        cursor: { type: string }, filter: { type: string } } } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: {
        data: { type: array, items: { type: object, properties: { id: { type: string } } } },
        next_cursor: { type: string } } } } } } }
"""
CONFIGURATION = """
pagination:
- name: cursor_page
  type: cursor
  %s
  request: { cursor: { type: string, x-stainless-pagination-property: next_cursor_param } }
  response:
    data: { type: array, items: {}, x-stainless-pagination-property: items }
    next_cursor: { type: string, x-stainless-pagination-property: next_cursor_field }
resources: { things: { methods: { search: post /search } } }
"""
PAGES = {"data": [{"id": "a"}], "next_cursor": "2"}, {"data": [{"id": "b"}]}


@pytest.fixture
def package(generate: Generate) -> ModuleType:
    return generate(DESCRIPTION % "", CONFIGURATION % "")


def test_the_cursor_of_the_next_page_goes_into_the_body(package: ModuleType) -> None:
    with Stub(*PAGES) as stub:
        page = package.Client(base_url=stub.url).things.search(filter="f")
        assert [item.id for item in page] == ["a", "b"]
    assert stub.requests == ["POST /search", "POST /search"]
    bodies = [json.loads(body) for body in stub.bodies]
    assert bodies == [{"filter": "f"}, {"filter": "f", "cursor": "2"}]


def test_a_call_without_a_body_gets_one_for_the_next_page(package: ModuleType) -> None:
    with Stub(*PAGES) as stub:
        found = list(package.Client(base_url=stub.url).things.search())
    assert len(found) == 2
    assert json.loads(stub.bodies[1]) == {"cursor": "2"}
    assert stub.headers[1]["content-type"] == "application/json"


def test_asynchronous_pages_do_the_same(package: ModuleType) -> None:
    async def ids(url: str) -> list[str]:
        async with package.AsyncClient(base_url=url) as client:
            return [item.id async for item in client.things.search(filter="f")]

    with Stub(*PAGES) as stub:
        assert asyncio.run(ids(stub.url)) == ["a", "b"]
    assert json.loads(stub.bodies[1]) == {"filter": "f", "cursor": "2"}


@pytest.mark.parametrize(
    ("location", "requests"),
    [
        ("", ["POST /search", "POST /search?cursor=2"]),
        ("param_location: body", ["POST /search", "POST /search"]),
    ],
)
def test_a_scheme_says_where_a_parameter_counts_that_is_in_both_places(
    generate: Generate, location: str, requests: list[str]
) -> None:
    query = "{ name: cursor, in: query, schema: { type: string } }"
    package = generate(DESCRIPTION % query, CONFIGURATION % location)
    with Stub(*PAGES) as stub:
        assert len(list(package.Client(base_url=stub.url).things.search())) == 2
    assert stub.requests == requests


def test_a_response_that_lacks_a_property_of_the_scheme_is_no_page(
    generate: Generate,
) -> None:
    description = (DESCRIPTION % "").replace("next_cursor: { type: string }", "")
    package = generate(description, CONFIGURATION % "")
    with Stub({"data": [{"id": "a"}]}) as stub:
        found = package.Client(base_url=stub.url).things.search(filter="f")
    assert type(found) is package.types.ThingSearchResponse
