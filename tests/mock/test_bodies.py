"""Bodies of every kind are read back and held against their schemas."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.mock import Mock
from tests.mock.conftest import Values, Workshop, operation, serving

PART: Values = {
    "type": "object",
    "required": ["size"],
    "properties": {
        "size": {"type": "integer"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
}
THING: Values = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string", "minLength": 2},
        "part": PART,
        "parts": {"type": "array", "items": PART},
        "sizes": {"type": "array", "items": {"type": "integer"}},
        "free": {"type": "object"},
        "either": {"oneOf": [{"type": "integer"}, PART]},
    },
}
FORM = "application/x-www-form-urlencoded"


def problems(
    workshop: Workshop, media: Values, content: bytes, content_type: str
) -> list[str]:
    """The pointers to what is wrong with a body."""
    stated = content_type.partition(";")[0]
    body = {"required": True, "content": {stated: media}}
    paths = {"/a": {"post": operation(requestBody=body)}}
    with serving(Mock(workshop.described(paths, openapi="3.2.0"))) as client:
        headers = {"Content-Type": content_type}
        response = client.post("/a", content=content, headers=headers)
    if response.status_code == 200:
        return []
    assert response.status_code == 400, response.text
    found = response.json()
    return [error["pointer"] for error in found.get("errors", [found])]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("name=ab&part[size]=1&part[tags][]=1&part[tags][]=2", []),
        ("name=ab&part[size]=x", ["/body/part/size"]),
        ("name=ab&part[tags]=1", ["/body/part"]),
        ("name=ab&sizes=1&sizes=2", []),
        ("name=ab&sizes[]=1&sizes[]=x", ["/body/sizes/1"]),
        ("name=ab&parts[0][size]=1&parts[1][size]=2", []),
        ("name=ab&parts[0][size]=1&parts[1][tags][0]=t", ["/body/parts/1"]),
        ("name=ab&parts[][size]=1&parts[][size]=x", ["/body/parts/1/size"]),
        ("name=ab&parts[size]=1&parts[size]=2", []),
        ("name=ab&free[a][b]=1", []),
        ("name=ab&either=1", []),
        ("name=ab&either[size]=1", []),
        ('name=ab&part={"size":1}', []),
        ("name=ab&other=1", ["/body"]),
        ("name=a", ["/body/name"]),
        ("", ["/body"]),
    ],
)
def test_the_fields_of_a_form_are_read_with_their_brackets(
    workshop: Workshop, text: str, wrong: list[str]
) -> None:
    assert problems(workshop, {"schema": THING}, text.encode(), FORM) == wrong


def test_a_field_of_a_form_may_have_a_style_or_a_media_type(workshop: Workshop) -> None:
    media = {
        "schema": THING,
        "encoding": {
            "sizes": {"style": "spaceDelimited", "explode": False},
            "part": {"contentType": "application/json"},
            "free": {"style": "deepObject"},
        },
    }
    right = b'name=ab&sizes=1%202&part=%7B"size":1%7D&free[a]=1'
    assert problems(workshop, media, right, FORM) == []
    wrong = b'name=ab&sizes=1%20x&part=%7B"size":"1"%7D'
    assert sorted(problems(workshop, media, wrong, FORM)) == [
        "/body/part/size",
        "/body/sizes/1",
    ]


def multipart(*parts: tuple[str, str]) -> bytes:
    """A form of parts: what follows the name in a header, and the content."""
    text = "".join(
        f"--x\r\nContent-Disposition: form-data; name={head}\r\n\r\n{content}\r\n"
        for head, content in parts
    )
    return f"{text}--x--\r\n".encode()


IN_JSON = "\r\nContent-Type: application/json"


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ([("name", "ab"), (f"part{IN_JSON}", '{"size": 1}')], []),
        ([("name", "ab"), (f"part{IN_JSON}", '{"size": "1"}')], ["/body/part/size"]),
        ([("name", "ab"), (f"part{IN_JSON}", "{")], ["/body/part"]),
        ([("name", "ab"), *[(f"parts{IN_JSON}", '{"size": 1}')] * 2], []),
        ([("name", "ab"), (f"parts{IN_JSON}", '[{"size": 1}]')], []),
        ([("name", "ab"), ('"part[size]"', "1"), ('"part[tags][]"', "t")], []),
        (
            [
                ("name", "ab"),
                ('"parts[][size]"', "1"),
                ('"part[size]"', "3"),
                ('"either[size]"', "4"),
            ],
            [],
        ),
        ([("name", "ab"), ('"part[size]"', "x")], ["/body/part/size"]),
        ([("name", "ab"), ("sizes", "1"), ("sizes", "x")], ["/body/sizes/1"]),
        ([("name; filename=f", "ab")], []),
        ([("name; filename=f", "a")], ["/body/name"]),
    ],
)
def test_the_parts_of_a_form_are_texts_documents_and_files(
    workshop: Workshop, parts: list[tuple[str, str]], wrong: list[str]
) -> None:
    content_type = "multipart/form-data; boundary=x"
    found = problems(workshop, {"schema": THING}, multipart(*parts), content_type)
    assert found == wrong


def test_what_is_no_form_is_refused(workshop: Workshop) -> None:
    content_type = "multipart/form-data; boundary=x"
    for content in (b"name=ab", b"--x\r\n\r\nab\r\n--x--\r\n"):
        assert problems(workshop, {"schema": THING}, content, content_type) == ["/body"]


@pytest.mark.parametrize(
    "content_type",
    ["application/jsonl", "application/x-ndjson", "application/json-seq"],
)
@pytest.mark.parametrize("key", ["schema", "itemSchema"])
def test_each_item_of_a_sequence_is_held_against_its_schema(
    workshop: Workshop, content_type: str, key: str
) -> None:
    mark = "\x1e" if "seq" in content_type else ""
    sent = [f"{mark}{json.dumps(item)}\n" for item in ({"size": 1}, {"size": "x"})]
    content = "".join(sent).encode()
    found = problems(workshop, {key: PART}, content, content_type)
    assert found == ["/body/1/size"]
    assert problems(workshop, {key: PART}, sent[0].encode(), content_type) == []


@pytest.mark.parametrize(
    ("schema", "content", "wrong"),
    [
        ({"type": "string", "maxLength": 2}, "äé", []),
        ({"type": "string", "maxLength": 2}, "abc", ["/body"]),
        ({"type": "integer"}, "12", []),
        ({"type": "integer"}, "x", ["/body"]),
    ],
)
def test_a_text_is_held_against_its_schema(
    workshop: Workshop, schema: Any, content: str, wrong: list[str]
) -> None:
    media = {"schema": schema}
    assert problems(workshop, media, content.encode(), "text/plain") == wrong
    latin = content.encode("latin-1")
    assert problems(workshop, media, latin, "text/plain; charset=latin-1") == wrong


def test_bytes_that_are_not_text_are_refused_as_text(workshop: Workshop) -> None:
    media = {"schema": {"type": "string"}}
    assert problems(workshop, media, b"\xff", "text/plain") == ["/body"]


@pytest.mark.parametrize("content_type", ["application/xml", "image/png"])
def test_other_bodies_are_taken_as_they_are(
    workshop: Workshop, content_type: str
) -> None:
    assert problems(workshop, {"schema": THING}, b"\xff", content_type) == []


def test_media_types_that_differ_in_a_parameter_have_schemas_of_their_own(
    workshop: Workshop,
) -> None:
    content = {
        "application/json; charset=x": {"schema": {"type": "integer"}},
        "application/json": {"schema": {"type": "array"}},
        "application/json;simple=1": {"schema": {"type": "object"}},
    }
    paths = {"/a": {"post": operation(requestBody={"content": content})}}
    with serving(Mock(workshop.described(paths))) as client:
        for media_type, text in [
            ("application/json", "[]"),
            ("application/json; simple=1", "{}"),
            ("application/json; other=1", "[]"),
        ]:
            headers = {"Content-Type": media_type}
            assert client.post("/a", content=text, headers=headers).status_code == 200
            wrong = client.post("/a", content="1", headers=headers)
            assert wrong.status_code == 400
