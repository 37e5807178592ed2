"""Which response a request gets, and how its caller chooses another one."""

from __future__ import annotations

import pytest

from generator.mock import Mock
from tests.mock.conftest import Values, Workshop, operation, serving

NAME: Values = {"type": "object", "properties": {"name": {"type": "string"}}}


def responses(**by_status: Values) -> Values:
    return {"responses": {key.lstrip("_"): value for key, value in by_status.items()}}


def json_of(schema: Values, **more: Values) -> Values:
    content = {"application/json": {"schema": schema, **more}}
    return {"description": "", "content": content}


ENTRY = responses(
    _200=json_of(
        NAME,
        examples={
            "wrong": {"value": {"name": 1}},
            "first": {"value": {"name": "first"}},
            "second": {"value": {"name": "second"}},
        },
    ),
    _404=json_of({"const": "gone"}),
    _5XX=json_of({"const": "broken"}),
)


@pytest.mark.parametrize(
    ("prefer", "status", "body"),
    [
        (None, 200, {"name": "first"}),
        ("example=second", 200, {"name": "second"}),
        ("example=wrong", 200, {"name": 1}),
        ("code=404", 404, "gone"),
        ("code=503", 503, "broken"),
        ("dynamic=true", 200, {"name": "name"}),
        ('code=200, example="second"', 200, {"name": "second"}),
        ("code=200; example=second", 200, {"name": "second"}),
        ("respond-async, wait=10", 200, {"name": "first"}),
    ],
)
def test_the_prefer_header_chooses_status_and_example(
    workshop: Workshop, prefer: str | None, status: int, body: object
) -> None:
    headers = {"Prefer": prefer} if prefer else {}
    with serving(Mock(workshop.described({"/a": {"get": ENTRY}}))) as client:
        response = client.get("/a", headers=headers)
    assert (response.status_code, response.json()) == (status, body)
    is_ours = prefer is not None and "wait" not in prefer
    assert response.headers.get("preference-applied") == (prefer if is_ours else None)


@pytest.mark.parametrize(
    ("prefer", "status", "words"),
    [
        ("code=418", 404, "a response 418 is not described, only 200, 404, 5XX"),
        (
            "example=third",
            404,
            "no example is named 'third', only first, second, wrong",
        ),
        ("code=abc", 400, "Prefer: code=abc is not a valid status"),
        ("code=٤٠٤", 400, "is not a valid status"),
    ],
)
def test_what_is_not_described_cannot_be_chosen(
    workshop: Workshop, prefer: str, status: int, words: str
) -> None:
    with serving(Mock(workshop.described({"/a": {"get": ENTRY}}))) as client:
        response = client.get("/a", headers={"Prefer": prefer.encode()})
    assert response.status_code == status
    assert words in response.text


def test_the_lowest_success_is_the_usual_answer(workshop: Workshop) -> None:
    paths = {
        "/a": {"get": responses(_404=json_of({}), _202=json_of({}), _201=json_of({}))},
        "/b": {"get": responses(_2XX=json_of({}))},
        "/c": {"get": responses(default=json_of({"const": 7}))},
        "/d": {"get": responses(_204={"description": ""})},
    }
    with serving(Mock(workshop.described(paths))) as client:
        statuses = [client.get(path).status_code for path in paths]
        assert statuses == [201, 200, 200, 204]
        assert client.get("/c").json() == 7
        assert client.get("/d").content == b""


def test_the_accept_header_chooses_the_media_type(workshop: Workshop) -> None:
    content = {
        "text/plain": {"example": "a text"},
        "application/vnd.small+json": {"schema": {"const": "json"}},
    }
    paths = {"/a": {"get": responses(_200={"description": "", "content": content})}}
    with serving(Mock(workshop.described(paths))) as client:
        usual = client.get("/a")
        assert usual.headers["content-type"] == "application/vnd.small+json"
        assert client.get("/a", headers={"Accept": "text/*"}).text == "a text"
        refused = client.get("/a", headers={"Accept": "image/png"})
        assert refused.status_code == 406
        assert client.get("/a", headers={"Accept": "image/png, */*"}).status_code == 200


def test_a_media_type_that_is_none_rules_nothing_out(workshop: Workshop) -> None:
    content = {"undefined": {"example": "a text"}}
    paths = {"/a": {"get": responses(_200={"description": "", "content": content})}}
    with serving(Mock(workshop.described(paths))) as client:
        response = client.get("/a", headers={"Accept": "*/*"})
        assert (response.status_code, response.text) == (200, "a text")


def test_described_headers_are_sent(workshop: Workshop) -> None:
    entry = json_of({})
    entry["headers"] = {
        "X-Left": {"schema": {"type": "integer", "minimum": 5}},
        "X-Said": {"schema": {"type": "string"}, "example": "so"},
        "Content-Length": {"schema": {"type": "integer"}},
    }
    with serving(Mock(workshop.described({"/a": {"get": responses(_200=entry)}}))) as c:
        headers = c.get("/a").headers
    assert (headers["x-left"], headers["x-said"]) == ("5", "so")


def test_a_schema_without_valid_values_is_reported(workshop: Workshop) -> None:
    never = {"allOf": [{"const": 1}, {"const": 2}]}
    with serving(Mock(workshop.described({"/a": {"get": operation(never)}}))) as client:
        response = client.get("/a")
    assert response.status_code == 500
    assert "no value found that matches the schema at" in response.json()["detail"]
    assert response.json()["detail"].endswith("give it an example")
