"""What a call returns by the media types and statuses of its responses."""

from __future__ import annotations

import asyncio
import inspect
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.answering import Reply, answering
from tests.behaviour.conftest import Generate

GETTING = (
    "x-unite-responses: true\nresources: { things: { methods: { get: get /thing } } }"
)


def described(responses: str, *more: str) -> str:
    """A description of ``GET /thing`` with these responses, and component schemas."""
    schemas = "\n".join(f"    {entry}" for entry in more)
    components = f"components:\n  schemas:\n{schemas}\n" if more else ""
    return (
        f"paths:\n  /thing:\n    get:\n      responses: {{ {responses} }}\n{components}"
    )


def ok(content: str, status: str = "200") -> str:
    """A response with a ``content``."""
    return f"'{status}': {{ description: ok, content: {content} }}"


def got(package: ModuleType, reply: Reply) -> tuple[Any, str]:
    """What the method returns, and what it asked for."""
    with answering(reply) as asked, package.Client(base_url=asked.url) as client:
        return client.things.get(), asked.accepts[0]


def got_later(package: ModuleType, reply: Reply) -> Any:
    """What the asynchronous method returns."""

    async def main(url: str) -> Any:
        async with package.AsyncClient(base_url=url) as client:
            return await client.things.get()

    with answering(reply) as asked:
        return asyncio.run(main(asked.url))


OBJECT = "{ type: object, properties: { a: { type: string } } }"


@pytest.mark.parametrize(
    "media",
    [
        "text/plain",
        "text/plain; charset=utf-8",
        "text/html",
        "text/csv",
        "application/xml",
        "application/atom+xml",
        "application/yaml",
        "application/jwt",
    ],
)
def test_text_is_returned_as_a_string(media: str, generate: Generate) -> None:
    package = generate(
        described(ok(f"{{ '{media}': {{ schema: {{ type: string }} }} }}")), GETTING
    )
    reply = Reply("Zoë, 7".encode(), "text/plain; charset=utf-8")
    assert got(package, reply) == ("Zoë, 7", media)
    assert got_later(package, reply) == "Zoë, 7"


def test_xml_of_an_object_is_text(generate: Generate) -> None:
    package = generate(
        described(ok(f"{{ text/xml: {{ schema: {OBJECT} }} }}")), GETTING
    )
    assert got(package, Reply(b"<a/>", "text/xml")) == ("<a/>", "text/xml")


@pytest.mark.parametrize(
    ("media", "schema"),
    [
        ("application/octet-stream", "{ type: string, format: binary }"),
        ("application/octet-stream", "{}"),
        ("image/png", "{ type: string, format: binary }"),
        ("image/*", "{ type: string }"),
        ("application/pdf", "{}"),
        ("application/zip", "{ type: object }"),
        ("application/json", "{ type: string, format: binary }"),
        ("text/plain", "{ type: string, format: binary }"),
        ("'*/*'", "{}"),
    ],
)
def test_bytes_are_read_or_written_to_a_file(
    media: str, schema: str, generate: Generate, tmp_path: Path
) -> None:
    package = generate(described(ok(f"{{ {media}: {{ schema: {schema} }} }}")), GETTING)
    reply = Reply(b"\x89\0\xff", "application/octet-stream")
    response, accept = got(package, reply)
    assert isinstance(response, package._core.BinaryAPIResponse)
    assert accept == media.strip("'")
    assert response.read() == b"\x89\0\xff"
    response.stream_to_file(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"\x89\0\xff"
    later = got_later(package, reply)
    assert isinstance(later, package._core.AsyncBinaryAPIResponse)
    assert asyncio.run(later.read()) == b"\x89\0\xff"


@pytest.mark.parametrize(
    ("content", "accept"),
    [
        ("{ application/json: {} }", "application/json"),
        ("{ application/json: { schema: {} } }", "application/json"),
        ("{ text/json: {} }", "text/json"),
    ],
)
def test_json_without_a_schema_is_any_value(
    content: str, accept: str, generate: Generate
) -> None:
    package = generate(described(ok(content)), GETTING)
    assert got(package, Reply(b'{"a": [1]}', "application/json")) == (
        {"a": [1]},
        accept,
    )
    assert got(package, Reply(b"", None))[0] is None


def test_a_head_has_no_body_whatever_is_described(generate: Generate) -> None:
    description = described(ok("{ application/json: { schema: { type: object } } }"))
    package = generate(
        description.replace("get:", "head:"), GETTING.replace("get /", "head /")
    )
    get = package.resources.ThingsResource.get
    assert inspect.signature(get).return_annotation in (None, "None")


def test_a_response_without_media_types_is_nothing(generate: Generate) -> None:
    package = generate(described(ok("{}")), GETTING)
    assert got(package, Reply(b"ignored", "text/plain")) == (None, "*/*")


@pytest.mark.parametrize(
    "media",
    [
        "application/vnd.acme.v2+json",
        "application/json;version=2",
        "application/problem+json; charset=utf-8",
        "text/json",
        "application/x-json",
    ],
)
def test_json_of_a_name_of_its_own_is_asked_for_by_it(
    media: str, generate: Generate
) -> None:
    package = generate(
        described(ok(f"{{ '{media}': {{ schema: {OBJECT} }} }}")), GETTING
    )
    thing, accept = got(package, Reply(b'{"a": "b"}', "application/json"))
    assert (thing.a, accept) == ("b", media)


@pytest.mark.parametrize(
    "media", ["'*/*'", "application/*", "'not a media type'", "undefined"]
)
def test_the_schema_tells_what_an_unclear_media_type_carries(
    media: str, generate: Generate
) -> None:
    def package(schema: str) -> ModuleType:
        return generate(
            described(ok(f"{{ {media}: {{ schema: {schema} }} }}")), GETTING
        )

    reply = Reply(b'{"a": "b"}', "application/json")
    assert got(package(OBJECT), reply)[0].a == "b"
    assert got(package("{ type: string }"), reply)[0] == '{"a": "b"}'
    binary = package("{ type: string, format: binary }")
    assert got(binary, reply)[0].read() == b'{"a": "b"}'


@pytest.mark.parametrize(
    "others",
    ["application/xml: {}, text/html: {}", "image/png: {}", "application/a+json: {}"],
)
def test_json_goes_before_other_media_types(others: str, generate: Generate) -> None:
    content = (
        f"{{ {others}, application/json: {{ schema: {OBJECT} }}, text/csv: {{}} }}"
    )
    thing, accept = got(
        generate(described(ok(content)), GETTING),
        Reply(b'{"a": "b"}', "application/json"),
    )
    assert (thing.a, accept) == ("b", "application/json")


def test_all_forms_of_bytes_are_asked_for(generate: Generate) -> None:
    package = generate(described(ok("{ image/png: {}, image/jpeg: {} }")), GETTING)
    assert got(package, Reply(b"x", "image/png"))[1] == "image/jpeg, image/png"


def test_a_content_or_media_type_that_is_a_reference_is_followed(
    generate: Generate,
) -> None:
    package = generate(
        """
openapi: 3.2.0
paths:
  /thing:
    get: { responses: { '200': { description: ok, content: { application/json: { $ref: '#/components/mediaTypes/Thing' } } } } }
components:
  mediaTypes:
    Thing: { schema: { type: object, properties: { a: { type: string } } } }
""",
        GETTING,
    )
    assert got(package, Reply(b'{"a": "b"}', "application/json"))[0].a == "b"


@pytest.mark.parametrize(
    ("schema", "body", "expected"),
    [
        (f"{{ type: [array, 'null'], items: {OBJECT} }}", b'[{"a": "b"}]', "b"),
        (
            f"{{ type: [object, 'null'], additionalProperties: {OBJECT} }}",
            b'{"k": {"a": "b"}}',
            "b",
        ),
        (
            f"{{ anyOf: [{OBJECT}, {{ type: array, items: {OBJECT} }}, {{ type: 'null' }}] }}",
            b'{"a": "b"}',
            "b",
        ),
    ],
)
def test_a_nullable_response_may_hold_objects_of_its_own(
    schema: str, body: bytes, expected: str, generate: Generate
) -> None:
    package = generate(
        described(ok(f"{{ application/json: {{ schema: {schema} }} }}")), GETTING
    )
    found = got(package, Reply(body, "application/json"))[0]
    if isinstance(found, list):
        found = found[0]
    if isinstance(found, dict):
        found = found["k"]
    assert found.a == expected
    assert got(package, Reply(b"null", "application/json"))[0] is None


def json_of(status: str, schema: str) -> str:
    """A response with a JSON body."""
    return ok(f"{{ application/json: {{ schema: {schema} }} }}", status)


A = "{ type: object, properties: { n: { type: integer } } }"
B = "{ type: object, properties: { n: { type: integer }, job: { type: string } } }"


def test_each_status_has_the_type_that_is_described_for_it(generate: Generate) -> None:
    responses = f"{json_of('200', A)}, {json_of('202', B)}, {json_of('2XX', '{ type: string }')}"
    package = generate(described(responses), GETTING)
    for status, kind in (
        (200, "ThingGetResponse"),
        (202, "ThingGetAcceptedResponse"),
    ):
        found, _ = got(package, Reply(b'{"n": 1}', "application/json", status))
        assert type(found).__name__ == kind
        later = got_later(package, Reply(b'{"n": 1}', "application/json", status))
        assert type(later) is type(found)
    assert got(package, Reply(b'"text"', "application/json", 203))[0] == "text"


def test_a_raw_response_is_parsed_by_its_status(generate: Generate) -> None:
    package = generate(described(f"{json_of('200', A)}, {json_of('202', B)}"), GETTING)
    reply = Reply(b'{"n": 1}', "application/json", 202)
    with answering(reply) as asked, package.Client(base_url=asked.url) as client:
        raw = client.things.with_raw_response.get()
        assert type(raw.parse()).__name__ == "ThingGetAcceptedResponse"
        with client.things.with_streaming_response.get() as response:
            assert type(response.parse()).__name__ == "ThingGetAcceptedResponse"


def test_a_further_status_renames_no_type(generate: Generate) -> None:
    one = generate(described(json_of("200", A)), GETTING)
    two = generate(described(f"{json_of('202', B)}, {json_of('200', A)}"), GETTING)
    for package in (one, two):
        found, _ = got(package, Reply(b"{}", "application/json"))
        assert type(found) is package.types.ThingGetResponse


def test_a_status_whose_schema_is_a_model_returns_it(generate: Generate) -> None:
    schema = "{ $ref: '#/components/schemas/Job' }"
    package = generate(
        described(f"{json_of('202', schema)}, {json_of('200', A)}", f"Job: {B}"),
        "x-unite-responses: true\nresources: { things: { models: { job: Job }, methods: { get: get /thing } } }",
    )
    found, _ = got(package, Reply(b"{}", "application/json", 202))
    assert type(found) is package.types.Job


def test_the_first_status_has_the_type_of_all_unless_they_are_united(
    generate: Generate,
) -> None:
    statuses = f"{json_of('202', B)}, {json_of('200', A)}, {json_of('207', '{ type: array }')}, {ok('{}', '204')}"
    package = generate(
        described(statuses), "resources: { things: { methods: { get: get /thing } } }"
    )
    stated = inspect.signature(package.resources.ThingsResource.get).return_annotation
    assert stated == "types.ThingGetResponse"
    for status in (200, 202):
        found, _ = got(package, Reply(b'{"n": 1}', "application/json", status))
        assert type(found) is package.types.ThingGetResponse
    assert got(package, Reply(b"[1]", "application/json", 207))[0] == [1]
    assert got(package, Reply(b"", "application/json", 204))[0] is None


@pytest.mark.parametrize("same", [A, "{ $ref: '#/components/schemas/Same' }"])
def test_statuses_of_one_type_return_it(same: str, generate: Generate) -> None:
    package = generate(
        described(f"{json_of('200', same)}, {json_of('201', same)}", f"Same: {A}"),
        GETTING,
    )
    for status in (200, 201):
        found, _ = got(package, Reply(b'{"n": 1}', "application/json", status))
        assert type(found) is package.types.ThingGetResponse


@pytest.mark.parametrize("empty", ["204", "202", "default"])
def test_a_status_without_a_body_is_none(empty: str, generate: Generate) -> None:
    package = generate(
        described(f"{json_of('200', A)}, '{empty}': {{ description: nothing }}"),
        GETTING,
    )
    assert got(package, Reply(b'{"n": 1}', "application/json"))[0].n == 1
    if empty != "default":
        assert got(package, Reply(b"", None, int(empty)))[0] is None
        assert got_later(package, Reply(b"", None, int(empty))) is None


def test_no_content_has_no_body_whatever_is_described(generate: Generate) -> None:
    package = generate(described(json_of("204", A)), GETTING)
    assert got(package, Reply(b"", None, 204)) == (None, "*/*")


def test_bytes_are_returned_whatever_the_other_statuses_send(
    generate: Generate,
) -> None:
    responses = f"{ok('{ image/png: {} }')}, {json_of('202', B)}"
    package = generate(described(responses), GETTING)
    response, accept = got(package, Reply(b'{"job": "7"}', "application/json", 202))
    assert accept == "image/png, application/json"
    assert response.json() == {"job": "7"}


@pytest.mark.parametrize(
    ("content", "body", "named", "returned"),
    [
        ("{ application/json: { schema: { type: string } } }", '"x"', str, "str"),
        ("{ text/plain: { schema: { type: string } } }", "x", str, "str"),
        (
            "{ application/json: { schema: { type: boolean } } }",
            "true",
            bool,
            "types.ThingGetResponse",
        ),
    ],
)
def test_a_text_or_a_number_has_the_name_of_a_result(
    content: str, body: str, named: type, returned: str, generate: Generate
) -> None:
    package = generate(described(ok(content)), GETTING)
    assert package.types.ThingGetResponse is named
    call = package.resources.ThingsResource.get
    assert call.__annotations__["return"] == returned
    media = content.split()[1].rstrip(":")
    found, _ = got(package, Reply(body.encode(), media))
    assert found == ("x" if named is str else True)
