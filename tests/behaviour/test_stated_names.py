"""Methods and models that the description itself states."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.diagnostics import Report, render_report
from generator.pipeline import Inputs, compile_inputs
from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

OK = "responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}"
DESCRIPTION = f"""
paths:
  /pets/{{id}}:
    parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
    get: {{x-stainless-method: zoo.pets.retrieve, {OK}}}
    put: {{x-stainless-method: {{path: zoo.pets.replace, deprecated: Use update., positional_params: []}}, {OK}}}
  /me: {{get: {{x-stainless-method: $client.me, {OK}}}}}
  /own: {{get: {{x-stainless-method: zoo.other, {OK}}}}}
components:
  schemas:
    Pet: {{type: object, x-stainless-model: zoo.pets.animal, properties: {{tag: {{$ref: '#/components/schemas/Tag'}}}}}}
    Tag: {{type: object, x-stainless-model: $shared.label, properties: {{id: {{type: string}}}}}}
"""
CONFIGURATION = "resources: {zoo: {methods: {own: get /own}}}"


def test_a_description_names_methods_and_models(generate: Generate) -> None:
    package = generate(DESCRIPTION, CONFIGURATION)
    with Stub(*[{"tag": {"id": "a"}}] * 4) as stub:
        client = package.Client(base_url=stub.url)
        found = client.zoo.pets.retrieve("1")
        with pytest.warns(DeprecationWarning, match="Use update"):
            client.zoo.pets.replace(id="2")
        client.me()
        client.zoo.own()  # as the configuration calls it
        assert not hasattr(client.zoo, "other")
    assert stub.requests == ["GET /pets/1", "PUT /pets/2", "GET /me", "GET /own"]
    assert type(found) is package.types.zoo.Animal
    assert type(found.tag) is package.types.shared.Label


def test_what_is_stated_replaces_what_is_inferred(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "validate", lambda *_, **__: None)
    file = tmp_path_factory.mktemp("stated") / "openapi.yaml"
    file.write_text(
        f"openapi: 3.1.0\ninfo: {{title: Zoo, version: '1'}}\nservers: [{{url: https://a.example}}]\n{DESCRIPTION}"
    )
    report = Report()
    compiled = compile_inputs(Inputs(file, None), report, progress=lambda _: None)
    assert compiled is not None, render_report(report)
    assert {method.dotted for method in compiled.sdk.every_method()} == {
        *("me", "zoo.other", "zoo.pets.replace", "zoo.pets.retrieve"),
    }
    assert {name.name for name in compiled.names.types.values()} >= {"Animal", "Label"}
    assert {resource.id for resource in compiled.sdk.every_resource()} == {
        *(("$client",), ("zoo",), ("zoo", "pets")),
    }
    assert "Pet" not in {name.name for name in compiled.names.types.values()}


@pytest.mark.parametrize(
    ("stated", "code", "message"),
    [
        ("list", "C004", "'list' does not name a resource and what it has"),
        ("a..list", "C004", "'a..list' does not name a resource and what it has"),
        ("3", "C004", "'x-stainless-method' does not say where it belongs"),
        ("{a: b}", "C004", "'x-stainless-method' does not say where it belongs"),
        ("{path: a.b, pagnated: true}", "C001", "unknown key 'pagnated'"),
        ("{path: a.b, paginated: 3}", "C017", "'paginated' must be"),
        ("zoo.own", "C005", "there is another 'zoo.own' already"),
    ],
)
def test_what_cannot_be_a_method_is_a_finding(
    generate_with_findings: GenerateWithFindings, stated: str, code: str, message: str
) -> None:
    description = f"paths: {{/own: {{get: {{{OK}}}}}, /x: {{get: {{x-stainless-method: {stated}, {OK}}}}}}}"
    pet = (
        "components: {schemas: {Pet: {type: object, properties: {id: {type: string}}}}}"
    )
    try:
        _, report = generate_with_findings(f"{description}\n{pet}", CONFIGURATION)
    except AssertionError as error:  # an error in the options
        assert code in str(error) and message in str(error)
        return
    found = next(d for d in report.diagnostics if d.code == code)
    assert message in found.message
    assert found.place.pointer.startswith("/paths/~1x/get/x-stainless-method")


def test_a_model_that_is_stated_twice_is_a_finding(
    generate_with_findings: GenerateWithFindings,
) -> None:
    twice = "{type: object, x-stainless-model: zoo.thing}"
    _, report = generate_with_findings(
        f"paths: {{/own: {{get: {{responses: {{'204': {{description: ok}}}}}}}}}}\n"
        f"components: {{schemas: {{A: {twice}, B: {twice}}}}}",
        CONFIGURATION,
    )
    (found,) = (d for d in report.diagnostics if d.code == "C005")
    assert found.message == "there is another 'zoo.thing' already"
    assert found.place.pointer == "/components/schemas/B/x-stainless-model"
