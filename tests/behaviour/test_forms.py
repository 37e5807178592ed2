"""Forms with files, in the way that the configuration says."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.behaviour.test_bodies import creating
from tests.golden.stub import Stub

SCHEMA = """{type: object, required: [file], properties: {
  file: {type: string, format: binary},
  labels: {type: array, items: {type: string}},
  place: {type: object, properties: {x: {type: integer}, y: {type: integer}}}}}"""
JSON = "{type: object, properties: {url: {type: string}}}"


def parts(package: ModuleType, **arguments: Any) -> list[tuple[str, str]]:
    """The name and the content of each part of the form that a call sends."""
    with Stub(None) as stub, package.Client(base_url=stub.url) as client:
        client.things.create(**arguments)
    (body,) = stub.bodies
    found = re.findall(r'name="([^"]*)".*?\r\n\r\n(.*?)\r\n--', body.decode(), re.S)
    return [(name, content) for name, content in found]


@pytest.mark.parametrize(
    ("settings", "labels", "place"),
    [
        ("{}", ["labels", "labels"], [("place", '{"x":1,"y":2}')]),
        (
            "{array_format: brackets}",
            ["labels[]", "labels[]"],
            [("place", '{"x":1,"y":2}')],
        ),
        (
            "{nested_format: brackets}",
            ["labels", "labels"],
            [("place[x]", "1"), ("place[y]", "2")],
        ),
        (
            "{array_format: indices, nested_format: dots}",
            ["labels[0]", "labels[1]"],
            [("place.x", "1"), ("place.y", "2")],
        ),
    ],
)
def test_lists_and_objects_of_a_form_are_written_as_configured(
    settings: str, labels: list[str], place: list[tuple[str, str]], generate: Generate
) -> None:
    configuration = (
        "resources: { things: { methods: { create: post /things } } }\n"
        f"multipart_settings: {settings}"
    )
    body = f"{{content: {{multipart/form-data: {{schema: {SCHEMA}}}}}}}"
    package = generate(creating(body), configuration)
    found = parts(package, file=b"f", labels=["a", "b"], place={"x": 1, "y": 2})
    assert [name for name, _ in found if name.startswith("labels")] == labels
    assert [part for part in found if part[0].startswith("place")] == place


def test_a_form_that_takes_files_is_chosen_before_json(
    generate_with_findings: GenerateWithFindings,
) -> None:
    body = (
        f"{{content: {{application/json: {{schema: {JSON}}},"
        f" multipart/form-data: {{schema: {SCHEMA}}}}}}}"
    )
    configuration = "resources: { things: { methods: { create: post /things } } }"
    package, report = generate_with_findings(creating(body), configuration)
    assert ("file", "content") in parts(package, file=b"content")
    assert [found.code for found in report.diagnostics] == ["L013"]


def test_lists_in_a_form_of_swagger_2_follow_their_collection_format(
    generate: Generate,
) -> None:
    fields = ", ".join(
        f"{{name: {name}, in: formData, type: array, items: {{type: string}}{chosen}}}"
        for name, chosen in (
            ("usual", ""),
            ("piped", ", collectionFormat: pipes"),
            ("many", ", collectionFormat: multi"),
        )
    )
    description = f"""
swagger: '2.0'
host: a.example
paths:
  /things:
    post:
      consumes: [application/x-www-form-urlencoded]
      parameters: [{fields}]
      responses: {{'204': {{description: done}}}}
"""
    configuration = "resources: { things: { methods: { create: post /things } } }"
    package = generate(description, configuration)
    given = {name: ["a", "b"] for name in ("usual", "piped", "many")}
    with Stub(None) as stub, package.Client(base_url=stub.url) as client:
        client.things.create(**given)
    assert sorted(stub.bodies[0].decode().split("&")) == [
        "many=a",
        "many=b",
        "piped=a%7Cb",
        "usual=a,b",
    ]
