"""Methods whose request body or response is in the configuration."""

from __future__ import annotations

import inspect

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

DESCRIPTION = """
paths:
  /things:
    post:
      requestBody: {content: {text/plain: {schema: {type: string}}}}
      responses:
        '202': {description: later}
        '200': {description: ok, content: {text/plain: {schema: {type: string}}}}
        '404': {description: none}
    get: {responses: {default: {description: any}}}
components: {schemas: {Thing: {type: object, properties: {id: {type: string}}}}}
"""
CONTENT = (
    "{content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}"
)
CONFIGURATION = f"""
resources:
  $client: {{methods: {{fetch: {{endpoint: get /things, response: {CONTENT}}}}}}}
  things:
    models: {{thing: Thing}}
    methods: {{create: {{endpoint: post /things, request_body: {CONTENT}, response: {CONTENT}}}}}
"""


def test_parts_of_the_configuration_replace_those_of_the_description(
    generate: Generate,
) -> None:
    package = generate(DESCRIPTION, CONFIGURATION)
    with Stub({"id": "a"}, {"id": "b"}) as stub:
        client = package.Client(base_url=stub.url)
        assert type(client.things.create(id="a")) is package.types.Thing
        assert client.fetch().id == "b"
    assert stub.bodies[0] == b'{"id":"a"}'
    create = inspect.signature(package.resources.ThingsResource.create).parameters
    assert list(create)[1] == "id"


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("request_body: {schema: {type: string}}", "'request_body' has no 'content'"),
        ("response: {}", "'response' has no 'content'"),
    ],
)
def test_a_part_that_is_none_is_a_finding(
    generate_with_findings: GenerateWithFindings, part: str, message: str
) -> None:
    package, report = generate_with_findings(
        DESCRIPTION,
        f"resources: {{things: {{methods: {{create: {{endpoint: post /things, {part}}}}}}}}}",
    )
    (found,) = (d for d in report.diagnostics if d.code == "C020")
    assert found.message.endswith(f"does not fit and changes nothing: {message}")
    assert found.place.pointer == "/resources/things/methods/create"
    create = inspect.signature(package.resources.ThingsResource.create).parameters
    assert "body" in create
