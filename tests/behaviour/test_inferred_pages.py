"""Lists have pages without configuration where the description leaves no doubt, and only there."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

ASKED = "x-infer-pages: true"
LIST = f"{{ {ASKED}, resources: {{ things: {{ methods: {{ list: get /things }} }} }} }}"


def described(parameters: str, response: str, verb: str = "get") -> str:
    """A list operation: its query parameters (``name: schema``) and its response's properties."""
    return f"""
paths:
  /things:
    {verb}:
      parameters: [{", ".join(_parameter(p) for p in parameters.split("; ") if p)}]
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema: {{ type: object, properties: {{ {response} }} }}
components:
  schemas:
    Thing: {{ type: object, properties: {{ id: {{ type: string }} }} }}
"""


def _parameter(text: str) -> str:
    name, schema = text.split(" ", 1)
    schema = schema if schema.startswith("{") else f"{{ type: {schema} }}"
    return f"{{ name: {name}, in: query, schema: {schema} }}"


def listed(name: str = "data") -> str:
    return f"{name}: {{ type: array, items: {{ $ref: '#/components/schemas/Thing' }} }}"


def page_of(package: ModuleType, **body: object) -> Any:
    """What the method returns for a response."""
    with Stub(body) as stub, package.Client(base_url=stub.url) as client:
        return client.things.list()


def iterated(package: ModuleType, *answers: object) -> tuple[str, list[str]]:
    """The ids over all pages, and the query of each request."""
    with Stub(*answers) as stub, package.Client(base_url=stub.url) as client:
        ids = "".join(thing.id for thing in client.things.list())
    return ids, [r.partition("?")[2] for r in stub.requests]


def things(*ids: str) -> list[dict[str, str]]:
    return [{"id": i} for i in ids]


TEXT = "{ type: [string, 'null'] }"
NUMBER = "{ type: integer }"


@pytest.mark.parametrize(
    ("parameters", "response", "answers", "queries"),
    [
        (
            "cursor string; limit integer",
            f"{listed()}, next_cursor: {TEXT}",
            [{"data": things("a"), "next_cursor": "x"}, {"data": things("b")}],
            ["", "cursor=x"],
        ),
        (
            "pageToken string",
            f"{listed('files')}, nextPageToken: {TEXT}, warnings: {{type: array, items: {{}}}}",
            [{"files": things("a"), "nextPageToken": "x"}, {"files": things("b")}],
            ["", "pageToken=x"],
        ),
        (
            "cursor string",
            f"{listed()}, meta: {{ type: object, properties: {{ next_cursor: {TEXT}, "
            "has_more: { type: boolean } } }",
            [
                {"data": things("a"), "meta": {"next_cursor": "x", "has_more": True}},
                {"data": things("b"), "meta": {"next_cursor": "y", "has_more": False}},
            ],
            ["", "cursor=x"],
        ),
        (
            "cursor {anyOf: [{type: string}, {type: 'null'}]}",
            f"{listed()}, next_cursor: {{anyOf: [{{type: string}}, {{type: 'null'}}]}}",
            [{"data": things("a"), "next_cursor": "x"}, {"data": things("b")}],
            ["", "cursor=x"],
        ),
        (
            "starting_after string; ending_before string",
            f"{listed()}, has_more: {{ type: boolean }}",
            [
                {"data": things("a", "b"), "has_more": True},
                {"data": things("c"), "has_more": False},
            ],
            ["", "starting_after=b"],
        ),
        (
            "after string",
            f"{listed()}, has_more: {{ type: boolean }}, last_id: {TEXT}",
            [
                {"data": things("a"), "has_more": True, "last_id": "a"},
                {"data": things("b"), "has_more": False},
            ],
            ["", "after=a"],
        ),
        (
            "page integer",
            f"{listed('results')}, count: {NUMBER}, "
            "next: { type: string, format: uri }, previous: { type: string, format: uri }",
            [{"results": things("a"), "next": "?page=2"}, {"results": things("b")}],
            ["", "page=2"],
        ),
        (
            "offset integer; limit integer",
            f"{listed('items')}, total: {NUMBER}",
            [
                {"items": things("a", "b"), "total": 3},
                {"items": things("c"), "total": 3},
            ],
            ["", "offset=2"],
        ),
        (
            "page {type: integer, default: 1}; per_page integer",
            f"{listed('items')}, total_pages: {NUMBER}",
            [
                {"items": things("a"), "total_pages": 2},
                {"items": things("b"), "total_pages": 2},
            ],
            ["", "page=2"],
        ),
        (
            "page integer; page_size integer",
            f"{listed('items')}, page: {NUMBER}, pages: {NUMBER}, total_pages: {NUMBER}",
            [
                {"items": things("a"), "page": 0, "total_pages": 2},
                {"items": things("b"), "page": 1, "total_pages": 2},
                {"items": [], "page": 2, "total_pages": 2},
            ],
            ["", "page=1", "page=2"],
        ),
    ],
)
def test_pages_are_iterated_where_parameters_and_response_belong_together(
    generate: Generate,
    parameters: str,
    response: str,
    answers: list[object],
    queries: list[str],
) -> None:
    package = generate(described(parameters, response), LIST)
    ids, asked = iterated(package, *answers)
    assert ids == "abc"[: len(ids)]
    assert len(ids) >= 2
    assert asked == queries


@pytest.mark.parametrize(
    ("parameters", "response"),
    [
        # no parameter, or none that goes with the property
        ("", f"{listed()}, next_cursor: {TEXT}"),
        ("after_date string", f"{listed()}, next_cursor: {TEXT}"),
        ("cursor string", f"{listed()}, next_page_token: {TEXT}"),
        ("cursor integer", f"{listed()}, next_cursor: {TEXT}"),
        # the cursor of this page, not of the next one
        ("cursor string", f"{listed()}, cursor: {TEXT}"),
        # two cursors
        (
            "cursor string",
            f"{listed()}, next_cursor: {TEXT}, meta: {{properties: {{nextCursor: {TEXT}}}}}",
        ),
        # no list, or two
        ("cursor string", f"next_cursor: {TEXT}"),
        ("cursor string", f"{listed()}, {listed('more')}, next_cursor: {TEXT}"),
        # last ids without a witness
        ("after string", f"{listed()}, has_more: {{ type: boolean }}"),
        ("starting_after string", listed()),
        # a link that may be anything
        ("", f"{listed()}, next: {TEXT}"),
        # numbers without a size, from zero or from an unknown start, or of two kinds
        ("page {type: integer, default: 1}", listed()),
        ("page {type: integer, default: 0}; size integer", listed()),
        ("page integer; size integer", f"{listed()}, total_pages: {NUMBER}"),
        ("page {type: integer, default: 1}; offset integer; limit integer", listed()),
        ("offset integer", listed()),
        ("offset string; limit integer", listed()),
    ],
)
def test_in_doubt_a_response_is_what_is_described(
    generate: Generate, parameters: str, response: str
) -> None:
    package = generate(described(parameters, response), LIST)
    found = page_of(package, data=things("a"))
    assert "Page" not in type(found).__name__
    assert not hasattr(found, "has_next_page")


def test_operations_that_change_something_have_no_pages(generate: Generate) -> None:
    description = described("cursor string", f"{listed()}, next_cursor: {TEXT}", "post")
    package = generate(description, LIST.replace("get ", "post "))
    assert not hasattr(page_of(package, data=things("a")), "has_next_page")


CURSOR = described("cursor string", f"{listed()}, next_cursor: {TEXT}")


def test_a_method_can_be_excepted(generate: Generate) -> None:
    package = generate(
        CURSOR,
        f"{{ {ASKED}, resources: {{ things: {{ methods: {{ list: {{ endpoint: get /things, paginated: false }} }} }} }} }}",
    )
    assert not hasattr(page_of(package, data=things("a")), "has_next_page")


def test_any_configured_scheme_switches_inference_off(
    generate_with_findings: GenerateWithFindings,
) -> None:
    scheme = (
        "{ name: other, type: fake_page, request: {}, "
        "response: { entries: { type: array, items: {} } } }"
    )
    package, report = generate_with_findings(
        CURSOR, f"{LIST[:-1]}, pagination: [{scheme}] }}"
    )
    assert "/x-infer-pages" in {d.place.pointer for d in report.diagnostics}
    assert not hasattr(page_of(package, data=things("a")), "has_next_page")


def test_a_configuration_that_does_not_speak_of_pages_has_none(
    generate: Generate,
) -> None:
    package = generate(
        CURSOR, "resources: { things: { methods: { list: get /things } } }"
    )
    assert not hasattr(page_of(package, data=things("a")), "has_next_page")


def test_pages_of_one_form_share_a_class_and_others_do_not(generate: Generate) -> None:
    description = CURSOR.replace(
        "components:",
        CURSOR.partition("paths:")[2]
        .partition("components:")[0]
        .replace("/things", "/others")
        + CURSOR.partition("paths:")[2]
        .partition("components:")[0]
        .replace("/things", "/rest")
        .replace("data:", "list:")
        + "components:",
    )
    package = generate(
        description,
        f"{{ {ASKED}, resources: {{ things: {{ methods: {{ list: get /things, others: get /others, rest: get /rest }} }} }} }}",
    )
    body = {"data": things("a"), "list": things("b")}
    with Stub(body, body, body) as stub, package.Client(base_url=stub.url) as client:
        first, second, third = (
            type(client.things.list()),
            type(client.things.others()),
            type(client.things.rest()),
        )
    assert first.__mro__[1] is second.__mro__[1]
    assert "DataCursorPage" in first.__name__
    assert "ListCursorPage" in third.__name__


def test_hostile_names_become_names_of_pages(generate: Generate) -> None:
    name = """../x'] = \\"\\"\\" #"""
    description = described(
        "cursor string", f'"{name}": {listed()[6:]}, next_cursor: {TEXT}'
    )
    package = generate(description, LIST)
    body = {name.replace("\\", ""): things("a")}
    with Stub(body) as stub, package.Client(base_url=stub.url) as client:
        assert [thing.id for thing in client.things.list()] == ["a"]
