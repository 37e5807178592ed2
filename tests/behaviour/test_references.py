"""Operations and path items that are references, and the verbs of OpenAPI 3.2."""

from __future__ import annotations

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

NAMED = """
      parameters: [{ name: q, in: query, schema: { type: string } }]
      responses:
        '200':
          description: named
          content:
            application/json:
              schema: { type: object, properties: { name: { type: string } } }
"""


def test_an_operation_may_be_a_reference_to_one_of_another_path(
    generate_with_findings: GenerateWithFindings,
) -> None:
    package, _ = generate_with_findings(
        f"""
paths:
  /a:
    get: {NAMED}
  /b:
    get: {{ $ref: '#/paths/~1a/get' }}
""",
        "resources: { things: { methods: { one: get /a, other: get /b } } }",
    )
    with Stub({"name": "x"}) as stub, package.Client(base_url=stub.url) as client:
        assert client.things.other(q="1").name == "x"
    assert stub.requests == ["GET /b?q=1"]


def test_a_path_item_may_be_a_reference_and_have_operations_beside_it(
    generate_with_findings: GenerateWithFindings,
) -> None:
    package, _ = generate_with_findings(
        f"""
paths:
  /a:
    get: {NAMED}
    delete: {{ responses: {{ '204': {{ description: gone }} }} }}
  /b:
    $ref: '#/paths/~1a'
    delete: {NAMED}
""",
        "resources: { things: { methods: { get: get /b, delete: delete /b } } }",
    )
    answers = {"name": "x"}, {"name": "y"}
    with Stub(*answers) as stub, package.Client(base_url=stub.url) as client:
        assert client.things.get().name == "x"
        assert client.things.delete(q="1").name == "y"
    assert stub.requests == ["GET /b", "DELETE /b?q=1"]


def test_a_reference_may_lead_into_the_middle_of_a_document(
    generate: Generate,
) -> None:
    schema = "#/paths/~1a/get/responses/200/content/application~1json/schema"
    package = generate(
        f"""
paths:
  /a:
    get: {NAMED}
  /b:
    get:
      responses:
        '200':
          description: a part
          content:
            application/json:
              schema: {{ $ref: '{schema}/properties/name' }}
""",
        "resources: { things: { methods: { one: get /a, other: get /b } } }",
    )
    with Stub("text") as stub, package.Client(base_url=stub.url) as client:
        assert client.things.other() == "text"


def test_the_verbs_of_openapi_3_2_are_methods(generate: Generate) -> None:
    done = "{ responses: { '204': { description: done } } }"
    package = generate(
        f"""
openapi: 3.2.0
paths:
  /a:
    query: {done}
    additionalOperations:
      COPY: {done}
      VERSION-CONTROL: {done}
""",
        "resources: { things: { methods: { find: query /a, copy: COPY /a, "
        "version: version-control /a } } }",
    )
    with Stub(*[None] * 3) as stub, package.Client(base_url=stub.url) as client:
        assert client.things.find() is None
        assert client.things.copy() is None
        assert client.things.version() is None
    assert [line.partition(" ")[0] for line in stub.requests] == [
        "QUERY",
        "COPY",
        "VERSION-CONTROL",
    ]


def test_a_schema_with_an_id_holds_its_own_references(generate: Generate) -> None:
    package = generate(
        """
paths:
  /things:
    get:
      responses:
        '200': { description: ok, content: { application/json: { schema: { $ref: 'https://x.example/thing' } } } }
components:
  schemas:
    Thing:
      $id: https://x.example/thing
      $defs: { size: { properties: { width: { type: integer } } } }
      properties: { size: { $ref: '#/$defs/size' }, inside: { $ref: '#' } }
""",
        "resources: { things: { models: { thing: Thing }, methods: { get: get /things } } }",
    )
    body = {"size": {"width": 1}, "inside": {"size": {"width": 2}}}
    with Stub(body) as stub, package.Client(base_url=stub.url) as client:
        thing = client.things.get()
    assert type(thing) is package.types.Thing
    assert type(thing.inside) is package.types.Thing
    assert thing.inside.size.width == 2
