"""Payloads of webhooks and callbacks are types that a program can decode what it receives with."""

from __future__ import annotations

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings

NOTHING = "resources: { things: { methods: { list: get /things } } }"
PATHS = """
paths:
  /things:
    get: { responses: { '204': { description: ok } } }
"""


def sent(schema: str, media: str = "application/json") -> str:
    """A path item whose request the API makes."""
    return (
        f"{{ post: {{ requestBody: {{ content: {{ {media}: {{ schema: {schema} }} }} }}, "
        "responses: { '200': { description: ok } } } }"
    )


INLINE = "{ type: object, required: [id], properties: { id: { type: string }, at: { type: string, format: date-time } } }"


@pytest.mark.parametrize("key", ["webhooks", "x-webhooks"])
def test_a_webhook_s_payload_is_a_type_that_decodes(
    generate: Generate, key: str
) -> None:
    package = generate(f"{PATHS}\n{key}: {{ thing.created: {sent(INLINE)} }}", NOTHING)
    body = b'{"id": "a", "at": "2026-01-02T03:04:05Z", "new": [1]}'
    payload = package.types.ThingCreatedPayload.model_validate_json(body)
    assert payload.id == "a"
    assert payload.at.year == 2026
    assert payload.new == [1]


def test_a_payload_that_is_a_component_has_its_name(generate: Generate) -> None:
    description = f"""{PATHS}
webhooks:
  thingCreated: {sent("{ $ref: '#/components/schemas/thing.event' }")}
  thingChanged: {sent("{ $ref: '#/components/schemas/thing.event' }")}
components:
  schemas:
    thing.event: {{ type: object, properties: {{ parent: {{ $ref: '#/components/schemas/thing.event' }}, n: {{ type: integer }} }} }}
"""
    package = generate(description, NOTHING)
    payload = package.types.ThingEvent.model_validate_json('{"parent": {"n": 1}}')
    assert payload.parent.n == 1


def test_a_payload_that_is_a_configured_model_stays_where_it_is(
    generate: Generate,
) -> None:
    description = f"""{PATHS}
webhooks: {{ thingCreated: {sent("{ $ref: '#/components/schemas/Thing' }")} }}
components: {{ schemas: {{ Thing: {INLINE} }} }}
"""
    package = generate(
        description,
        "resources: { things: { models: { thing: Thing }, methods: { list: get /things } } }",
    )
    assert package.types.Thing(id="a").id == "a"
    assert "shared" not in dir(package.types)


def test_choices_and_lists_are_types_too(generate: Generate) -> None:
    created = "{ type: object, required: [kind], properties: { kind: { const: created }, a: { type: string } } }"
    removed = "{ type: object, required: [kind], properties: { kind: { const: removed }, b: { type: string } } }"
    description = f"""{PATHS}
webhooks:
  choice: {sent(f"{{ oneOf: [{created}, {removed}] }}")}
  several: {sent("{ type: array, items: { type: string } }")}
"""
    package = generate(description, NOTHING)
    assert package.types.ChoicePayload
    assert package.types.SeveralPayload


@pytest.mark.parametrize("is_shared", [False, True])
def test_callbacks_of_methods_are_types(generate: Generate, is_shared: bool) -> None:
    callback = f"{{ '{{$request.query.url}}': {sent(INLINE)} }}"
    own = "{ $ref: '#/components/callbacks/done' }" if is_shared else callback
    description = f"""
paths:
  /things:
    get: {{ responses: {{ '204': {{ description: ok }} }}, callbacks: {{ thingDone: {own} }} }}
  /others:
    get: {{ responses: {{ '204': {{ description: ok }} }}, callbacks: {{ otherDone: {callback} }} }}
components: {{ callbacks: {{ done: {callback} }} }}
"""
    package = generate(description, f"{NOTHING}\nunspecified_endpoints: [get /others]")
    assert package.types.ThingDonePayload.model_validate_json('{"id": "a"}').id == "a"
    assert "OtherDonePayload" not in dir(package.types)


def test_names_of_payloads_give_way_to_those_of_the_configuration(
    generate: Generate,
) -> None:
    description = f"""{PATHS}
webhooks: {{ thing: {sent(INLINE)} }}
components: {{ schemas: {{ Thing: {{ type: object, properties: {{ own: {{ type: string }} }} }} }} }}
"""
    package = generate(
        description,
        f"resources: {{ $shared: {{ models: {{ thing_payload: Thing }} }}, {NOTHING[13:]}",
    )
    assert "own" in package.types.ThingPayload.model_fields


def test_hostile_names_become_names_of_payloads(generate: Generate) -> None:
    name = '"../x\\"\\"\\"\\n# class": '
    package = generate(f"{PATHS}\nwebhooks: {{ {name}{sent(INLINE)} }}", NOTHING)
    assert package.types.XClassPayload


def test_what_is_not_json_is_reported(
    generate_with_findings: GenerateWithFindings,
) -> None:
    description = f"{PATHS}\nwebhooks: {{ a: {sent(INLINE, 'application/xml')} }}"
    _, report = generate_with_findings(description, NOTHING)
    (found,) = report.diagnostics
    assert found.code == "L007"
    assert found.place.pointer == "/webhooks/a/post/requestBody"
