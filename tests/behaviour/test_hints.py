"""Extension keywords of a description say how its parts are called, and which are left out."""

from __future__ import annotations

import inspect
import json
from types import ModuleType

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

DESCRIPTION = """
paths:
  /things/{thing}:
    post:
      x-stainless-deprecation-message: Use others.
      deprecated: true
      parameters:
      - {name: thing, in: path, required: true, schema: {type: string, x-stainless-param: thing_id}}
      - {name: $top, in: query, schema: {type: integer}, x-stainless-naming: {python: {method_argument: limit}}}
      - {name: debug, in: query, schema: {type: boolean}, x-stainless-skip: [python]}
      - {name: trace, in: header, schema: {type: string}, x-stainless-skip: true}
      - {name: other, in: query, schema: {type: boolean}, x-stainless-skip: [go]}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                zeta: {type: string, x-stainless-naming: {python: {property_name: alpha}}}
                inner: {$ref: '#/components/schemas/Inner'}
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
components:
  schemas:
    Inner:
      type: object
      x-stainless-naming: {python: {type_name: Detail}}
      properties: {model_type: {type: string, x-stainless-naming: {python: {property_name: api_kind}}}}
    Empty: {type: object, x-stainless-empty-object: true}
    Thing:
      type: object
      properties:
        id: {type: string}
        at: {type: string, x-stainless-override-schema: {type: integer}}
        inner: {$ref: '#/components/schemas/Inner'}
        empty: {$ref: '#/components/schemas/Empty'}
        schema: {type: string, x-stainless-naming: {python: {property_name: plan}, go: {property_name: P}}}
        secret: {type: string, x-stainless-skip: true}
"""
CONFIGURATION = """
resources: { things: { models: { thing: Thing }, methods: { create: "post /things/{thing}" } } }
"""


@pytest.fixture
def package(generate: Generate) -> ModuleType:
    return generate(DESCRIPTION, CONFIGURATION)


def test_arguments_have_their_names_and_places(package: ModuleType) -> None:
    found = inspect.signature(package.resources.ThingsResource.create).parameters
    own = list(found)[1:-4]
    # sorted by their names on the wire, one of which starts with a sign
    assert own == ["thing_id", "limit", "other", "inner", "alpha"]


def test_renamed_arguments_are_sent_under_their_wire_names(package: ModuleType) -> None:
    with Stub({"id": "a"}) as stub, package.Client(base_url=stub.url) as client:
        with pytest.warns(DeprecationWarning, match="Use others"):
            client.things.create("t", limit=3, alpha="z", inner={"api_kind": "k"})
        assert stub.requests == ["POST /things/t?%24top=3"]
        assert json.loads(stub.bodies[0]) == {"inner": {"model_type": "k"}, "zeta": "z"}


def test_fields_have_their_names(package: ModuleType) -> None:
    fields = package.types.Thing.model_fields
    assert list(fields) == ["id", "at", "empty", "inner", "plan"]
    assert fields["plan"].alias == "schema"


def test_types_have_their_names(package: ModuleType) -> None:
    module = inspect.getmodule(package.types.Thing)
    assert module is not None
    assert {"Detail", "Empty"} <= set(vars(module))
    assert list(module.Detail.model_fields) == ["api_kind"]


def test_an_overriding_schema_is_read_in_place_of_the_other(
    package: ModuleType,
) -> None:
    assert package.types.Thing.model_fields["at"].annotation == int | None


@pytest.mark.parametrize(("override", "finding"), [("3", "S010"), ("true", None)])
def test_an_overriding_schema_has_to_be_one(
    generate_with_findings: GenerateWithFindings, override: str, finding: str | None
) -> None:
    at = f"{{type: string, x-stainless-override-schema: {override}}}"
    package, report = generate_with_findings(
        f"""
paths: {{}}
components: {{schemas: {{Thing: {{type: object, properties: {{at: {at}}}}}}}}}
""",
        "resources: {things: {models: {thing: Thing}}}",
    )
    pointer = "/components/schemas/Thing/properties/at/x-stainless-override-schema"
    found = {(d.code, d.place.pointer) for d in report.diagnostics}
    assert ((finding, pointer) in found) == (finding is not None)
    annotation = package.types.Thing.model_fields["at"].annotation
    assert annotation == ((str if finding else object) | None)


def test_two_hints_for_one_name_are_a_finding(
    generate_with_findings: GenerateWithFindings,
) -> None:
    naming = "x-stainless-naming: {python: {method_argument: limit}}"
    _, report = generate_with_findings(
        f"""
paths:
  /things:
    get:
      parameters:
      - {{name: a, in: query, schema: {{type: string}}, {naming}}}
      - {{name: b, in: query, schema: {{type: string}}, {naming}}}
      responses: {{'204': {{description: ok}}}}
""",
        "resources: { things: { methods: { list: get /things } } }",
    )
    (found,) = report.diagnostics
    assert found.code == "N001"
    assert found.help is not None
    assert "method_argument" in found.help


def test_a_scheme_keyword_takes_the_place_of_bearer(generate: Generate) -> None:
    package = generate(
        """
components: { securitySchemes: { key: { type: http, scheme: bearer, x-stainless-auth: {scheme_keyword: Token} } } }
paths: { /things: { get: { responses: { '204': { description: ok } } } } }
security: [{key: []}]
""",
        """
client_settings: { opts: { api_key: { type: string, auth: { security_scheme: key } } } }
resources: { things: { methods: { list: get /things } } }
""",
    )
    assert package.Client(api_key="k").auth_headers == {"Authorization": "Token k"}
