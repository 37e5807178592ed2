"""What a method returns of a response that is an envelope."""

from __future__ import annotations

from types import ModuleType

import pytest

from tests.behaviour.answering import Reply, answering
from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.behaviour.test_results import described, got, got_later, ok

ZONE = "{ type: object, required: [id], properties: { id: { type: string } } }"


def package_of(
    generate: Generate, properties: str, settings: str, method: str = ""
) -> ModuleType:
    """A package with a method whose response has these properties."""
    schema = f"{{ schema: {{ type: object, properties: {{ {properties} }} }} }}"
    return generate(
        described(ok(f"{{ application/json: {schema} }}")), configured(settings, method)
    )


def configured(settings: str, method: str = "", more: str = "") -> str:
    return (
        f"settings: {{ {settings} }}\n"
        f"resources: {{ things: {{ methods: {{ get: {{ endpoint: get /thing{method} }} }} }} {more}}}"
    )


def json(text: str) -> Reply:
    return Reply(text.encode(), "application/json")


def test_the_only_property_of_a_response_is_returned_if_it_is_configured(
    generate: Generate,
) -> None:
    package = package_of(generate, f"data: {ZONE}", "unwrap_response_fields: [data]")
    reply = json('{"data": {"id": "z", "more": 1}}')
    zone = got(package, reply)[0]
    assert type(zone).__name__ == "ThingGetResponse"
    assert (zone.id, zone.more) == ("z", 1)
    assert got_later(package, reply) == zone


def test_a_list_in_an_envelope_is_returned_as_a_list(generate: Generate) -> None:
    package = package_of(
        generate,
        f"data: {{ type: array, items: {ZONE} }}",
        "unwrap_response_fields: [items, data]",
    )
    zones = got(package, json('{"data": [{"id": "y"}, {"id": "z"}]}'))[0]
    assert [zone.id for zone in zones] == ["y", "z"]


def test_raw_responses_parse_to_what_the_method_returns(generate: Generate) -> None:
    package = package_of(generate, f"data: {ZONE}", "unwrap_response_fields: [data]")
    with answering(json('{"data": {"id": "z"}}')) as asked:
        client = package.Client(base_url=asked.url)
        response = client.things.with_raw_response.get()
        assert response.parse().id == "z"
        assert response.json() == {"data": {"id": "z"}}


@pytest.mark.parametrize(
    ("properties", "settings"),
    [
        ("data: { type: string }, next: { type: string }", "[data]"),
        ("data: { type: string }", "[result]"),
        ("data: { type: string }", "[]"),
    ],
)
def test_a_response_is_returned_whole_where_no_property_stands_for_it(
    properties: str, settings: str, generate: Generate
) -> None:
    package = package_of(generate, properties, f"unwrap_response_fields: {settings}")
    assert got(package, json('{"data": "d"}'))[0].data == "d"


def test_further_properties_may_be_dropped_if_that_is_configured(
    generate: Generate,
) -> None:
    package = package_of(
        generate,
        f"result: {ZONE}, success: {{ type: boolean }}, messages: {{ type: array }}",
        "unwrap_response_fields: [result], unwrap_multiproperty_response_fields: true",
    )
    assert got(package, json('{"success": true, "result": {"id": "z"}}'))[0].id == "z"


def test_an_envelope_that_says_failure_is_an_error(generate: Generate) -> None:
    package = generate(
        described(
            ok(
                "{ application/json: { schema: { type: object, properties: "
                f"{{ result: {ZONE}, success: {{ type: boolean }} }} }} }} }}"
            ),
            "Problem: { type: object, properties: { code: { type: integer } } }",
        ),
        configured(
            "unwrap_response_fields: [result], unwrap_multiproperty_response_fields: true",
            more=", $shared: { models: { problem: Problem } }",
        )
        + "\nx-errors: { success: success, items: errors, model: $shared.problem }",
    )
    with pytest.raises(package.APIStatusError):
        got(package, json('{"success": false, "result": null}'))


def test_a_missing_or_wrong_value_is_given_as_it_came(generate: Generate) -> None:
    package = package_of(generate, f"data: {ZONE}", "unwrap_response_fields: [data]")
    assert got(package, json("{}"))[0] is None
    assert got(package, json('{"data": "text"}'))[0] == "text"
    with answering(json('{"data": "text"}')) as asked:
        client = package.Client(
            base_url=asked.url, _strict_response_validation=True, max_retries=0
        )
        with pytest.raises(package.APIResponseValidationError, match="data"):
            client.things.get()


def test_properties_of_all_parts_of_an_envelope_count(generate: Generate) -> None:
    package = generate(
        described(
            ok(
                "{ application/json: { schema: { allOf: [{ $ref: '#/components/schemas/Base' }, "
                f"{{ properties: {{ data: {ZONE} }} }}] }} }} }}"
            ),
            "Base: { type: object, properties: { took: { type: integer } } }",
        ),
        configured("unwrap_response_fields: [data]"),
    )
    assert got(package, json('{"took": 3, "data": {"id": "z"}}'))[0].took == 3


def test_a_method_may_name_the_property_or_return_all(generate: Generate) -> None:
    properties = f"one: {ZONE}, two: {{ type: string }}"
    reply = json('{"one": {"id": "z"}, "two": "t"}')
    named = package_of(generate, properties, "", ", unwrap_response: one")
    assert got(named, reply)[0].id == "z"
    whole = package_of(
        generate,
        f"data: {ZONE}",
        "unwrap_response_fields: [data]",
        ", unwrap_response: false",
    )
    assert got(whole, json('{"data": {"id": "z"}}'))[0].data.id == "z"


def test_a_property_that_no_response_has_is_reported(
    generate_with_findings: GenerateWithFindings,
) -> None:
    package, report = generate_with_findings(
        described(
            ok(
                f"{{ application/json: {{ schema: {{ type: object, properties: {{ data: {ZONE} }} }} }} }}"
            )
        ),
        configured("", ", unwrap_response: date"),
    )
    (found,) = report.diagnostics
    assert (found.code, found.help) == ("C019", "name one of: data")
    assert got(package, json('{"data": {"id": "z"}}'))[0].data.id == "z"


def test_a_type_is_named_after_the_first_method_that_returns_it(
    generate: Generate,
) -> None:
    reply = "responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Things' } } } } }"
    package = generate(
        f"""
components: {{ schemas: {{ Things: {{ type: object, properties: {{ data: {{ type: array, items: {ZONE} }} }} }} }} }}
paths: {{ /a: {{ get: {{ {reply} }} }}, /b: {{ get: {{ {reply} }} }} }}
""",
        """
settings: { unwrap_response_fields: [data] }
pagination: []
resources: { things: { methods: { list: get /a } }, others: { methods: { all: get /b } } }
""",
    )
    names = {name for name in dir(package.types) if name.endswith("Response")}
    assert names == {"ThingListResponse"}
