"""Every kind of pagination: what the next request says, and where the walk ends."""

from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub

DESCRIPTION = """
paths:
  /things:
    get:
      parameters:
        - { name: at, in: query, schema: { type: %s } }
        - { name: size, in: query, schema: { type: integer } }
        - { name: X-Trace, in: header, schema: { type: string } }
      responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } } } }
components:
  schemas:
    Page:
      type: object
      properties:
        data: { type: array, items: { type: object, properties: { id: { type: string }, key: { type: string } } } }
        more: { type: boolean }
        info: { type: object, properties: { next: { type: string }, current: { type: integer }, total: { type: integer } } }
"""


def role(purpose: str, kind: str = "string") -> str:
    return (
        f"{{ type: {kind}, x-stainless-pagination-property: {{ purpose: {purpose} }} }}"
    )


def paged(generate: Generate, kind: str, request: str, response: str) -> ModuleType:
    """A package whose ``things.list`` has pages of one kind."""
    parameter = "integer" if kind in ("offset", "page_number") else "string"
    return generate(
        DESCRIPTION % parameter,
        f"""
pagination:
  - name: some_page
    type: {kind}
    request: {{ {request} }}
    response: {{ data: {{ type: array, items: {{}}, x-stainless-pagination-property: {{ purpose: items }} }}, {response} }}
resources: {{ things: {{ methods: {{ list: {{ endpoint: get /things, paginated: some_page }} }} }} }}
""",
    )


def page(*ids: str, more: bool | None = None, **info: object) -> dict[str, object]:
    data = [{"id": i, "key": f"k-{i}"} for i in ids]
    said: dict[str, object] = {"data": data, "info": info}
    return said if more is None else {**said, "more": more}


def walk(
    package: ModuleType, *answers: object, **arguments: Any
) -> tuple[str, list[str]]:
    """The ids that a walk over all pages meets, and what follows the path in each request.

    The async client must do the same.
    """
    with Stub(*answers) as stub, package.Client(base_url=stub.url) as client:
        ids = "".join(thing.id for thing in client.things.list(**arguments))
    with Stub(*answers) as again:
        assert asyncio.run(_walk(package, again.url, arguments)) == ids
    assert again.requests == stub.requests
    return ids, [r.removeprefix("GET /things").removeprefix("?") for r in stub.requests]


async def _walk(package: ModuleType, url: str, arguments: dict[str, Any]) -> str:
    async with package.AsyncClient(base_url=url) as client:
        return "".join([thing.id async for thing in client.things.list(**arguments)])


CURSOR = (
    "cursor",
    f"at: {role('next_cursor_param')}",
    f"info: {{ type: object, properties: {{ next: {role('next_cursor_field')} }} }}",
)


@pytest.mark.parametrize("end", [None, ""])
def test_a_cursor_leads_on_until_it_is_null_or_empty(
    end: str | None, generate: Generate
) -> None:
    package = paged(generate, *CURSOR)
    answers = page("a", "b", next="2&3"), page(next="4"), page("c", next=end)
    assert walk(package, *answers, size=2) == (
        "abc",
        ["size=2", "at=2%263&size=2", "at=4&size=2"],
    )


def test_an_absent_cursor_ends_the_iteration(generate: Generate) -> None:
    assert walk(paged(generate, *CURSOR), page("a")) == ("a", [""])


def test_iteration_can_start_at_a_cursor(generate: Generate) -> None:
    answers = page("b", next="3"), page("c")
    assert walk(paged(generate, *CURSOR), *answers, at="2") == ("bc", ["at=2", "at=3"])


def test_a_page_that_says_there_is_no_more_is_the_last_one(generate: Generate) -> None:
    kind, request, response = CURSOR
    response = f"more: {role('has_next_page', 'boolean')}, {response}"
    package = paged(generate, kind, request, response)
    answers = page("a", next="2", more=True), page("b", next="3", more=False)
    assert walk(package, *answers) == ("ab", ["", "at=2"])


def test_headers_of_the_first_call_go_with_every_page(generate: Generate) -> None:
    package = paged(generate, *CURSOR)
    with (
        Stub(page("a", next="2"), page("b")) as stub,
        package.Client(base_url=stub.url) as client,
    ):
        list(client.things.list(x_trace="t", extra_headers={"X-Own": "o"}))
    assert [(h["x-trace"], h["x-own"]) for h in stub.headers] == [("t", "o")] * 2


OFFSET = "offset", f"at: {role('offset_count_param', 'integer')}"
TOTAL = f"info: {{ type: object, properties: {{ total: {role('offset_total_count_field', 'integer')} }} }}"
START = f"info: {{ type: object, properties: {{ current: {role('offset_count_start_field', 'integer')} }} }}"


def test_an_offset_grows_by_the_items_seen_until_the_total(generate: Generate) -> None:
    answers = page("a", "b", total=3), page("c", total=3)
    package = paged(generate, *OFFSET, TOTAL)
    assert walk(package, *answers) == ("abc", ["", "at=2"])


def test_an_offset_starts_at_the_argument(generate: Generate) -> None:
    answers = page("c", total=12), page("d", total=12)
    package = paged(generate, *OFFSET, TOTAL)
    assert walk(package, *answers, at=10) == ("cd", ["at=10", "at=11"])


def test_an_offset_continues_from_the_response(generate: Generate) -> None:
    answers = page("a", current=5), page("b", current=6), page(current=7)
    package = paged(generate, *OFFSET, START)
    assert walk(package, *answers) == ("ab", ["", "at=6", "at=7"])


def test_without_a_total_an_empty_page_is_the_end(generate: Generate) -> None:
    package = paged(generate, *OFFSET, "")
    assert walk(package, page("a"), page("b"), page()) == ("ab", ["", "at=1", "at=2"])


NUMBER = "page_number", f"at: {role('page_number_param', 'integer')}"
NUMBERED = f"info: {{ type: object, properties: {{ current: {role('current_page_number_field', 'integer')}, total: {role('total_page_count_field', 'integer')} }} }}"


def test_pages_are_counted_up_to_the_total(generate: Generate) -> None:
    answers = page("a", current=1, total=2), page("b", current=2, total=2)
    package = paged(generate, *NUMBER, NUMBERED)
    assert walk(package, *answers) == ("ab", ["", "at=2"])


def test_pages_are_counted_from_the_one_asked_for(generate: Generate) -> None:
    package = paged(generate, *NUMBER, "")
    assert walk(package, page("a"), page(), at=4) == ("a", ["at=4", "at=5"])


def test_the_last_items_id_asks_for_the_next_page(generate: Generate) -> None:
    package = paged(generate, "cursor_id", f"at: {role('next_cursor_id_param')}", "")
    answers = page("a", "b"), page("c"), page()
    assert walk(package, *answers) == ("abc", ["", "at=b", "at=c"])


def test_a_url_of_the_same_origin_is_followed_as_it_is(generate: Generate) -> None:
    response = (
        f"info: {{ type: object, properties: {{ next: {role('cursor_url_field')} }} }}"
    )
    package = paged(generate, "cursor_url", "", response)
    answers = page("a", next="/things?token=x%2Fy&z"), page("b", next=None)
    assert walk(package, *answers, size=1) == ("ab", ["size=1", "token=x%2Fy&z"])


def test_a_url_of_another_origin_is_refused(generate: Generate) -> None:
    response = (
        f"info: {{ type: object, properties: {{ next: {role('cursor_url_field')} }} }}"
    )
    package = paged(generate, "cursor_url", "", response)
    with (
        Stub(page("a", next="https://evil.example/things")) as stub,
        package.Client(base_url=stub.url) as client,
    ):
        things = client.things.list()
        with pytest.raises(package.AcmeError, match="another origin"):
            things.get_next_page()
    assert len(stub.requests) == 1


def test_a_fake_page_has_no_next_page(generate: Generate) -> None:
    package = paged(generate, "fake_page", "", "")
    with Stub(page("a", "b")) as stub, package.Client(base_url=stub.url) as client:
        things = client.things.list()
        assert not things.has_next_page()
        assert [thing.id for thing in things] == ["a", "b"]
    assert stub.requests == ["GET /things"]


def test_the_same_cursor_twice_is_an_error(
    generate: Generate,
) -> None:
    package = paged(generate, *CURSOR)
    answers = page("a", next="1"), page("b", next="1"), page("c", next="1")
    with (
        Stub(*answers) as stub,
        package.Client(base_url=stub.url) as client,
        pytest.raises(package.PaginationLoopError),
    ):
        list(client.things.list())
    assert len(stub.requests) <= 3


def test_a_scheme_fits_by_itself_where_its_parameters_and_properties_are_there(
    generate: Generate,
) -> None:
    package = generate(
        """
paths:
  /paged:
    get:
      parameters: [{ name: at, in: query, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: &page { type: object, properties: { data: { type: array, items: { type: object } }, next: { type: string } } } } } } }
  /endless:
    get:
      parameters: [{ name: at, in: query, schema: { type: string } }]
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: object } } } } } } } }
  /plain:
    get:
      responses: { '200': { description: ok, content: { application/json: { schema: *page } } } }
""",
        """
pagination:
  - name: some_page
    type: cursor
    request: { at: { type: string, x-stainless-pagination-property: { purpose: next_cursor_param } } }
    response: { data: { type: array, items: {} }, next: { type: string, x-stainless-pagination-property: { purpose: next_cursor_field } } }
resources:
  things: { methods: { paged: get /paged, plain: get /plain, endless: get /endless, unpaged: { endpoint: get /paged, paginated: false } } }
""",
    )
    with (
        Stub(*[{"data": []}] * 4) as stub,
        package.Client(base_url=stub.url) as client,
    ):
        kinds = [
            hasattr(call(), "has_next_page")
            for call in (
                client.things.paged,
                client.things.plain,
                client.things.endless,
                client.things.unpaged,
            )
        ]
    assert kinds == [True, False, False, False]
