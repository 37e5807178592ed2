"""Names of models that callers give, and that the description wants its models to have."""

from __future__ import annotations

import inspect
import json

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

DESCRIPTION = """
paths:
  /things:
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {one: {$ref: '#/components/schemas/One'}}}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Two'}}}}}
components:
  schemas:
    One: {type: object, required: [part], properties: {part: {type: object, properties: {id: {type: string}}}}}
    Two: {type: object, properties: {id: {type: string}}, x-stainless-naming: {python: {type_name: Answer}, go: {type_name: No}}}
"""
CONFIGURATION = """
resources:
  things:
    models: { one: { openapi_uri: One, no_params_suffix: true }, two: %s }
    methods: { create: post /things }
"""


def test_a_model_that_only_callers_give_has_no_suffix(generate: Generate) -> None:
    package = generate(DESCRIPTION, CONFIGURATION % "Two")
    module = inspect.getmodule(package.types.One)
    assert module is not None
    assert module.__name__.endswith(".types.one")
    assert set(package.types.One.__annotations__) == {"part"}
    assert set(module.Part.__annotations__) == {"id"}
    assert not hasattr(package.types, "OneParam")
    with Stub({"id": "a"}) as stub, package.Client(base_url=stub.url) as client:
        client.things.create(one={"part": {"id": "x"}})
    assert stub.bodies == [b'{"one":{"part":{"id":"x"}}}']


def test_a_model_has_the_name_that_the_description_wants(generate: Generate) -> None:
    package = generate(DESCRIPTION, CONFIGURATION % "Two")
    assert inspect.getmodule(package.types.Answer).__name__.endswith(".types.answer")
    assert not hasattr(package.types, "Two")
    with Stub({"id": "a"}) as stub, package.Client(base_url=stub.url) as client:
        assert type(client.things.create()) is package.types.Answer


@pytest.mark.parametrize(
    ("wanted", "name"),
    [("None", "None_"), ("__init__", "Init"), ("a'b\"c", "ABC"), ("''", "Model")],
)
def test_any_name_that_is_wanted_becomes_one_of_python(
    generate: Generate, wanted: str, name: str
) -> None:
    description = DESCRIPTION.replace("Answer", json.dumps(wanted))
    package = generate(description, CONFIGURATION % "Two")
    assert name in dir(package.types)


def test_a_model_without_suffix_hides_no_import_of_its_module(
    generate: Generate,
) -> None:
    configuration = CONFIGURATION.replace("models: { one:", "models: { typed_dict:")
    found = generate(DESCRIPTION, configuration % "Two").types.TypedDict_
    assert set(found.__annotations__) == {"part"}


@pytest.mark.parametrize(
    "response",
    [
        "{$ref: '#/components/schemas/One'}",
        "{type: object, properties: {ones: {type: array, items: {$ref: '#/components/schemas/One'}}}}",
    ],
)
def test_a_model_that_responses_have_as_well_keeps_its_suffix(
    generate_with_findings: GenerateWithFindings, response: str
) -> None:
    description = DESCRIPTION.replace("{$ref: '#/components/schemas/Two'}", response)
    package, report = generate_with_findings(description, CONFIGURATION % "Two")
    (found,) = (d for d in report.diagnostics if d.code == "C002")
    assert found.message == (
        "'no_params_suffix' has no effect: responses have 'one' as well"
    )
    assert found.place.pointer == "/resources/things/models/one"
    assert package.types.One.model_fields.keys() == {"part"}
    assert set(package.types.OneParam.__annotations__) == {"part"}
