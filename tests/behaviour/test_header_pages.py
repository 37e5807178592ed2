"""Pages whose body is the list itself, and whose headers say what comes next."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import load_config
from generator.diagnostics import Report
from generator.runtime.wire.links import next_link
from tests.behaviour.conftest import Generate
from tests.golden.stub import Sent, Stub

RESOURCES = "resources: { things: { methods: { list: get /things } } }"
LIST = f"x-infer-pages: true\n{RESOURCES}"
THINGS = "{ type: array, items: { $ref: '#/components/schemas/Thing' } }"
LINK = "headers: { Link: { schema: { type: string } } },"
MARK = "x-stainless-pagination-property"


def described(schema: str, headers: str = "", parameters: str = "") -> str:
    return f"""
paths:
  /things:
    get:
      parameters: [{parameters}]
      responses:
        '200': {{ description: ok, {headers} content: {{ application/json: {{ schema: {schema} }} }} }}
components:
  schemas:
    Thing: {{ type: object, properties: {{ id: {{ type: string }} }} }}
"""


def configured(kind: str, request: str, response: str) -> str:
    whole = f"{MARK}: {{ purpose: items, is_top_level_array: true }}"
    return f"""
pagination:
  - name: listed
    type: {kind}
    request: {{ {request} }}
    response: {{ found: {{ type: array, items: {{}}, {whole} }}, {response} }}
{RESOURCES}
"""


def in_query(name: str, type_: str) -> str:
    return f"{{ name: {name}, in: query, schema: {{ type: {type_} }} }}"


def answer(*ids: str, **headers: str) -> Sent:
    body = json.dumps([{"id": i} for i in ids]).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Sent("application/json", body, headers=named)


def walk(package: ModuleType, *answers: Sent) -> tuple[str, list[str]]:
    """The ids over all pages and what follows the path in each request; both clients do the same."""
    with Stub(*answers) as stub, package.Client(base_url=stub.url) as client:
        ids = "".join(thing.id for thing in client.things.list())
    with Stub(*answers) as again:
        assert asyncio.run(_awaited(package, again.url)) == ids
    assert again.requests == stub.requests
    return ids, [r.partition("?")[2] for r in stub.requests]


async def _awaited(package: ModuleType, url: str) -> str:
    async with package.AsyncClient(base_url=url) as client:
        return "".join([thing.id async for thing in client.things.list()])


NEXT = '<https://a.example/x>; rel="prev", <?page=2>; rel="next"; title="a, b"'


def test_a_link_header_makes_pages_of_a_list(generate: Generate) -> None:
    package = generate(described(THINGS, LINK), LIST)
    answers = answer("a", "b", Link=NEXT), answer("c", Link='<?page=1>; rel="prev"')
    assert walk(package, *answers) == ("abc", ["", "page=2"])


def test_a_link_header_makes_pages_of_an_object_with_one_list(
    generate: Generate,
) -> None:
    schema = f"{{ type: object, properties: {{ total: {{}}, things: {THINGS} }} }}"
    package = generate(described(schema, LINK), LIST)
    body = b'{"total": 2, "things": [{"id": "a"}]}'
    first = Sent("application/json", body, headers={"link": NEXT})
    answers = first, Sent("application/json", body.replace(b'"a"', b'"b"'))
    assert walk(package, *answers) == ("ab", ["", "page=2"])


@pytest.mark.parametrize(
    ("schema", "headers"),
    [
        (THINGS, ""),
        (THINGS, LINK.replace("Link", "X-Link")),
        (f"{{ type: object, properties: {{ a: {THINGS}, b: {THINGS} }} }}", LINK),
        (
            f"{{ type: object, properties: {{ a: {THINGS}, next_link: {{}} }} }}",
            LINK,
        ),
    ],
)
def test_in_doubt_a_response_is_what_is_described(
    generate: Generate, schema: str, headers: str
) -> None:
    package = generate(described(schema, headers), LIST)
    body: object = [] if schema.startswith("{ type: array") else {}
    with Stub(body) as stub, package.Client(base_url=stub.url) as client:
        assert not hasattr(client.things.list(), "has_next_page")


def test_a_link_to_another_origin_is_refused(generate: Generate) -> None:
    package = generate(described(THINGS, LINK), LIST)
    elsewhere = answer("a", Link='<https://evil.example/>; rel="next"')
    with Stub(elsewhere) as stub, package.Client(base_url=stub.url) as client:
        things = client.things.list()
        with pytest.raises(package.AcmeError, match="another origin"):
            things.get_next_page()


HEADERS: list[tuple[str, str, str, list[Sent], list[str]]] = [
    (
        "cursor",
        f"at: {{ type: string, {MARK}: {{ purpose: next_cursor_param }} }}",
        f"following: {{ type: string, {MARK}: {{ purpose: next_cursor_field, from_header: X-Next }} }}",
        [answer("a", x_next="007"), answer("b")],
        ["", "at=007"],
    ),
    (
        "page_number",
        f"page: {{ type: integer, {MARK}: {{ purpose: page_number_param }} }}",
        f"pages: {{ type: integer, {MARK}: {{ purpose: total_page_count_field, from_header: X-Pages }} }}",
        [answer("a", X_Pages="2"), answer("b", X_Pages="2")],
        ["", "page=2"],
    ),
    (
        "offset",
        f"at: {{ type: integer, {MARK}: {{ purpose: offset_count_param }} }}",
        f"more: {{ type: boolean, {MARK}: {{ purpose: has_next_page, from_header: X-More }} }}",
        [answer("a", X_More="true"), answer("b", X_More="false")],
        ["", "at=1"],
    ),
    (
        "cursor_url",
        "",
        f"following: {{ type: string, {MARK}: {{ purpose: cursor_url_field, from_header: link }} }}",
        [answer("a", LINK=NEXT), answer("b")],
        ["", "page=2"],
    ),
]


@pytest.mark.parametrize(
    ("kind", "request_", "response", "answers", "queries"),
    HEADERS,
    ids=[kind for kind, *_ in HEADERS],
)
def test_a_configured_page_is_a_list_and_what_headers_say(
    generate: Generate,
    kind: str,
    request_: str,
    response: str,
    answers: list[Sent],
    queries: list[str],
) -> None:
    parameters = f"{in_query('at', 'string')}, {in_query('page', 'integer')}"
    package = generate(
        described(THINGS, parameters=parameters), configured(kind, request_, response)
    )
    assert walk(package, *answers) == ("ab", queries)


def test_a_page_has_its_items_and_headers_as_attributes(generate: Generate) -> None:
    package = generate(described(THINGS, LINK), LIST)
    with Stub(*[answer("a", Link=NEXT)] * 3) as stub:
        client: Any = package.Client(base_url=stub.url)
        page = client.things.list()
        raw = client.things.with_raw_response.list()
        with client.things.with_streaming_response.list() as streamed:
            pages = [page, raw.parse(), streamed.parse()]
        client.close()
    for found in pages:
        assert [thing.id for thing in found.data] == ["a"]
        assert found.next_link == "?page=2"
        assert found.to_dict() == {"data": [{"id": "a"}], "next_link": "?page=2"}


@pytest.mark.parametrize("body", [b"{}", b'"a"', b"null", b"[]"])
def test_a_body_that_is_no_list_has_no_items(generate: Generate, body: bytes) -> None:
    package = generate(described(THINGS, LINK), LIST)
    with Stub(Sent("application/json", body)) as stub:
        client: Any = package.Client(base_url=stub.url)
        page = client.things.list()
        assert list(page) == []
        assert page.data == json.loads(body)
        client.close()


def test_strict_mode_refuses_a_body_that_is_no_list(generate: Generate) -> None:
    package = generate(described(THINGS, LINK), LIST)
    with Stub({"data": []}) as stub:
        client: Any = package.Client(
            base_url=stub.url, _strict_response_validation=True
        )
        with pytest.raises(package.APIResponseValidationError, match="valid array"):
            client.things.list()
        client.close()


@pytest.mark.parametrize(
    ("header", "following"),
    [
        ('<?page=2>; title="a=b; c, <d>"; rel="next"', "?page=2"),
        ('<?page=2>; rel="prev next"', "?page=2"),
        ("<?page=2>; rel=Next", "?page=2"),
        ("<?page=2>;REL=next", "?page=2"),
        ("< ?a=1;b=2, >; rel=next", "?a=1;b=2,"),
        ('<?x>; rel="prev", , <?page=2>; rel="next"', "?page=2"),
        ('<?x>; rel="prev"; rel="next"', None),
        ('<?x>; rel="prev", title="<?page=2>; rel=next"', None),
        ("<next>", None),
        ("next", None),
        ("<?page=2", None),
        ("<" * 5000 + ">; rel=next", "<" * 4999),
        ('<?x>; rel="' + "\\\\" * 5000, None),
    ],
)
def test_a_link_header_is_read_as_the_standard_says(
    header: str, following: str | None
) -> None:
    assert next_link(header) == following


def test_a_body_has_no_say_in_what_a_header_holds(generate: Generate) -> None:
    schema = f"{{ type: object, properties: {{ things: {THINGS} }} }}"
    package = generate(described(schema, LINK), LIST)
    body = b'{"things": [{"id": "a"}], "next_link": "?evil=1"}'
    with Stub(Sent("application/json", body)) as stub:
        client: Any = package.Client(base_url=stub.url)
        assert [thing.id for thing in client.things.list()] == ["a"]
        client.close()


@pytest.mark.parametrize(
    ("request_", "response", "words"),
    [
        (
            f"at: {{ type: string, {MARK}: {{ purpose: next_cursor_param }} }}",
            f"next: {{ type: string, {MARK}: {{ purpose: next_cursor_field }} }}",
            "reads 'next' from a response that is a list",
        ),
        (
            f"at: {{ type: string, {MARK}: {{ purpose: next_cursor_param, from_header: X-A }} }}",
            f"next: {{ type: string, {MARK}: {{ purpose: next_cursor_field, from_header: X-A }} }}",
            "marks 'at'",
        ),
        (
            f"at: {{ type: string, {MARK}: {{ purpose: next_cursor_param }} }}",
            f"next: {{ type: string, {MARK}: {{ purpose: next_cursor_field, from_header: 'é' }} }}",
            "a header that cannot be sent",
        ),
        (
            f"at: {{ type: string, {MARK}: {{ purpose: next_cursor_param }} }}",
            f"in: {{ type: object, properties: {{ next: {{ type: string, {MARK}: {{ purpose: next_cursor_field, from_header: X-A }} }} }} }}",
            "marks 'in.next'",
        ),
        (
            f"at: {{ type: string, {MARK}: {{ purpose: next_cursor_param }} }}",
            f"next: {{ type: string, {MARK}: {{ purpose: next_cursor_field, from_header: X-A, is_top_level_array: true }} }}",
            "takes 'next' for the whole response",
        ),
    ],
)
def test_a_scheme_that_cannot_be_read_is_reported(
    request_: str, response: str, words: str, tmp_path: Path
) -> None:
    frame = "organization: {name: acme}\ntargets: {python: {package_name: acme}}\n"
    path = tmp_path / "stainless.yml"
    path.write_text(frame + configured("cursor", request_, response), "utf-8")
    report = Report()
    load_config(path, report)
    assert [found.code for found in report.diagnostics if words in found.message] == [
        "C006"
    ]
