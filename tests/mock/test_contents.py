"""Results of every kind are sent as their media types say."""

from __future__ import annotations

import json
from typing import Any

import httpx2
import pytest

from generator.mock import Mock
from tests.mock.conftest import Values, Workshop, operation, serving

THING: Values = {
    "type": "object",
    "properties": {"name": {"const": "a<b"}, "sizes": {"const": [1, 2]}},
}


def answered(workshop: Workshop, content: Values, **headers: str) -> httpx2.Response:
    """The response to a request whose success has this content."""
    responses = {"200": {"description": "", "content": content}}
    paths = {"/a": {"get": {"responses": responses}}}
    with serving(Mock(workshop.described(paths, openapi="3.2.0"))) as client:
        response = client.get("/a", headers=headers)
    assert response.status_code == 200, response.text
    return response


@pytest.mark.parametrize(
    ("media_type", "media", "sent", "body"),
    [
        ("*/*", {"schema": {"const": 1}}, "application/json", b"1"),
        ("*/*", {"schema": {"type": "string"}}, "text/plain", b"text"),
        ("*/*", {}, "application/octet-stream", b"text"),
        ("text/*", {"schema": {"const": "a"}}, "text/plain", b"a"),
        ("image/*", {}, "image/png", b"text"),
        ("image/png", {"schema": {}}, "image/png", b"text"),
        ("text/csv", {"example": "a,b"}, "text/csv", b"a,b"),
        ("application/pdf", {}, "application/pdf", b"text"),
        (
            "application/xml",
            {"schema": THING},
            "application/xml",
            b"<root><name>a&lt;b</name><sizes><item>1</item><item>2</item></sizes></root>",
        ),
    ],
)
def test_a_value_is_written_as_its_media_type_says(
    workshop: Workshop, media_type: str, media: Values, sent: str, body: bytes
) -> None:
    response = answered(workshop, {media_type: media})
    assert response.headers["content-type"].partition(";")[0] == sent
    assert response.content == body


@pytest.mark.parametrize("media", [{"schema": THING}, {"itemSchema": THING}])
@pytest.mark.parametrize(
    ("media_type", "before", "after"),
    [
        ("text/event-stream", "data: ", "\n\n"),
        ("application/x-ndjson", "", "\n"),
        ("application/json-seq", "\x1e", "\n"),
    ],
)
def test_a_stream_has_items(
    workshop: Workshop, media_type: str, before: str, after: str, media: Values
) -> None:
    item = f'{before}{{"name": "a<b", "sizes": [1, 2]}}{after}'
    assert answered(workshop, {media_type: media}).text == item * 2


def event(**data: Any) -> Values:
    """An event with fields of its own."""
    properties = {"event": {"const": "ping"}, "data": data}
    return {"type": "object", "required": ["data"], "properties": properties}


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        (event(const="a\nb"), "event: ping\ndata: a\ndata: b\n\n"),
        (
            event(
                type="string",
                contentMediaType="application/json",
                contentSchema={"const": {"a": 1}},
            ),
            'event: ping\ndata: {"a": 1}\n\n',
        ),
        (
            {"oneOf": [event(type="string", contentSchema={"const": [1]})]},
            "event: ping\ndata: [1]\n\n",
        ),
        ({"type": "string"}, "data: text\n\n"),
    ],
)
def test_an_event_is_sent_with_its_fields(
    workshop: Workshop, schema: Values, text: str
) -> None:
    response = answered(workshop, {"text/event-stream": {"itemSchema": schema}})
    assert response.text == text * 2


def test_a_stream_is_sent_to_those_who_accept_one(workshop: Workshop) -> None:
    content = {
        "application/json": {"schema": THING},
        "text/event-stream": {"schema": THING},
    }
    assert json.loads(answered(workshop, content).text)["sizes"] == [1, 2]
    response = answered(workshop, content, Accept="text/event-stream")
    assert response.text.startswith("data: ")


@pytest.mark.parametrize("responses", [{}, {"404": {"description": "not found"}}])
def test_an_operation_without_a_described_success_succeeds(
    workshop: Workshop, responses: Values
) -> None:
    paths = {"/a": {"get": {"responses": responses}}}
    with serving(Mock(workshop.described(paths, openapi="3.2.0"))) as client:
        assert client.get("/a").status_code == 204


def test_operations_that_differ_in_a_fragment_are_told_apart_by_what_they_take(
    workshop: Workshop,
) -> None:
    events = {"text/event-stream": {"schema": THING}}
    streamed = {"responses": {"200": {"description": "", "content": events}}}
    paths = {"/a": {"get": operation({"const": 1})}, "/a#stream": {"get": streamed}}
    with serving(Mock(workshop.described(paths))) as client:
        assert client.get("/a").json() == 1
        response = client.get("/a", headers={"Accept": "text/event-stream"})
        assert response.text.startswith("data: ")
        assert client.get("/a", headers={"Accept": "image/png"}).status_code == 406
