"""What a call returns: decoded, typed, and as lenient as a server demands."""

from __future__ import annotations

from datetime import UTC, datetime
from types import ModuleType
from typing import Any

import pydantic
import pytest

from tests.behaviour.conftest import Generate
from tests.golden.stub import Stub


def returning(schema: str, *more: str) -> str:
    """A description of ``GET /thing`` with this schema, and component schemas."""
    components = "".join(f"\n    {m}" for m in more)
    return f"""
paths:
  /thing:
    get:
      responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema: {schema} }} }} }} }}
components:
  schemas: {{}}{components}
""".replace("schemas: {}\n    ", "schemas:\n    ")


GETTING = "resources: { things: { methods: { get: get /thing } } }"


def got(package: ModuleType, answer: object) -> Any:
    with Stub(answer) as stub, package.Client(base_url=stub.url) as client:
        return client.things.get()


@pytest.mark.parametrize(
    ("schema", "answer"),
    [
        ("{ type: integer }", 7),
        ("{ type: boolean }", False),
        ("{ type: array, items: { type: integer } }", [1, 2]),
        ("{ type: object, additionalProperties: { type: string } }", {"a": "b"}),
        ("{ type: [string, 'null'] }", "text"),
        ("{ type: string }", "text"),
        ("{}", {"what": ["ever"]}),
    ],
)
def test_a_response_need_not_be_an_object(
    schema: str, answer: object, generate: Generate
) -> None:
    assert got(generate(returning(schema), GETTING), answer) == answer


def test_a_list_of_objects_is_a_list_of_models(generate: Generate) -> None:
    schema = "{ type: array, items: { type: object, properties: { at: { type: string, format: date-time } } } }"
    first, second = got(
        generate(returning(schema), GETTING), [{"at": "2020-01-02T00:00:00Z"}, {}]
    )
    assert first.at == datetime(2020, 1, 2, tzinfo=UTC)
    assert second.at is None
    assert second.model_fields_set == set()


def test_a_property_keeps_its_wire_name_on_the_way_back(generate: Generate) -> None:
    schema = "{ type: object, properties: { createdAt: { type: string }, from: { type: string }, a-b: { type: integer } } }"
    answer = {"createdAt": "x", "from": "y", "a-b": 1, "newField": 2}
    thing = got(generate(returning(schema), GETTING), answer)
    assert (thing.created_at, thing.from_, thing.a_b) == ("x", "y", 1)
    assert thing.to_dict() == answer
    assert thing.model_extra == {"newField": 2}


def test_null_absent_and_a_value_are_different(generate: Generate) -> None:
    schema = "{ type: object, properties: { a: { type: [string, 'null'] } } }"
    package = generate(returning(schema), GETTING)
    null, absent, value = (got(package, a) for a in ({"a": None}, {}, {"a": "v"}))
    assert (null.a, absent.a, value.a) == (None, None, "v")
    assert [t.model_fields_set for t in (null, absent, value)] == [{"a"}, set(), {"a"}]
    assert [t.to_dict() for t in (null, absent, value)] == [{"a": None}, {}, {"a": "v"}]


def test_unexpected_values_are_kept_and_the_constructor_is_strict(
    generate: Generate,
) -> None:
    schema = "{ type: object, required: [n], properties: { n: { type: integer }, inner: { type: object, properties: { b: { type: boolean } } } } }"
    package = generate(returning(schema), GETTING)
    thing = got(package, {"n": "seven", "inner": {"b": "maybe"}})
    assert (thing.n, thing.inner.b) == ("seven", "maybe")
    assert got(package, {}).n is None
    with pytest.raises(pydantic.ValidationError):
        package.types.ThingGetResponse(n="seven")


def test_strict_mode_names_a_required_nullable_field_that_is_missing(
    generate: Generate,
) -> None:
    package = generate(
        returning(
            "{ $ref: '#/components/schemas/Node' }",
            "Node: { type: object, required: [id, parentNode], properties: { id: { type: [string, 'null'] }, parentNode: { anyOf: [{ $ref: '#/components/schemas/Node' }, { type: 'null' }] } } }",
        ),
        "resources: { nodes: { models: { node: Node } }, things: { methods: { get: get /thing } } }",
    )

    def strictly(answer: object) -> Any:
        with (
            Stub(answer) as stub,
            package.Client(
                base_url=stub.url, _strict_response_validation=True
            ) as client,
        ):
            return client.things.get()

    whole = {"id": None, "parentNode": {"id": "a", "parentNode": None}}
    assert strictly(whole).parent_node.id == "a"
    with pytest.raises(package.APIResponseValidationError) as caught:
        strictly({"parentNode": {"parentNode": None}})
    assert "id: Field required; parentNode.id: Field required" in str(caught.value)
    assert got(package, {}).parent_node is None


def test_a_union_takes_the_member_whose_constant_matches(
    generate: Generate,
) -> None:
    package = generate(
        returning(
            "{ type: object, properties: { animal: { $ref: '#/components/schemas/Animal' } } }",
            "Animal: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }",
            "Cat: { type: object, required: [kind], properties: { kind: { const: Cat }, name: { type: string } } }",
            "Dog: { type: object, required: [kind], properties: { kind: { const: Dog }, name: { type: string } } }",
        ),
        "resources: { things: { models: { cat: Cat, dog: Dog }, methods: { get: get /thing } } }",
    )
    for kind in ("Cat", "Dog"):
        animal = got(package, {"animal": {"kind": kind, "name": "x"}}).animal
        assert type(animal) is getattr(package.types, kind)
    unknown = {"animal": {"kind": "Cow", "name": "x"}}
    assert got(package, unknown).to_dict() == unknown


def test_parts_of_all_of_are_one_object(generate: Generate) -> None:
    package = generate(
        returning(
            "{ allOf: [{ $ref: '#/components/schemas/Named' }, { type: object, properties: { size: { type: integer } } }, { required: [size] }] }",
            "Named: { type: object, required: [name], properties: { name: { type: string } } }",
        ),
        GETTING,
    )
    thing = got(package, {"name": "n", "size": 3})
    assert (thing.name, thing.size) == ("n", 3)
    required = {
        name for name, field in type(thing).model_fields.items() if field.is_required()
    }
    assert required == {"name", "size"}


def test_write_only_properties_are_not_fields(generate: Generate) -> None:
    schema = "{ type: object, properties: { name: { type: string }, secret: { type: string, writeOnly: true } } }"
    thing = got(generate(returning(schema), GETTING), {"name": "n"})
    assert set(type(thing).model_fields) == {"name"}


@pytest.mark.parametrize("status", ["201", "2XX", "default"])
def test_the_response_of_any_success_is_typed(status: str, generate: Generate) -> None:
    package = generate(
        f"""
paths:
  /thing:
    get:
      responses:
        '{status}': {{ description: ok, content: {{ application/json: {{ schema: {{ type: object, properties: {{ a: {{ type: string }} }} }} }} }} }}
""",
        GETTING,
    )
    assert got(package, {"a": "b"}).a == "b"


def test_a_media_type_like_json_is_json(generate: Generate) -> None:
    description = returning("{ type: object, properties: { a: { type: string } } }")
    package = generate(
        description.replace("application/json", "application/vnd.api+json"), GETTING
    )
    assert got(package, {"a": "b"}).a == "b"


def test_a_reference_to_a_response_is_followed(generate: Generate) -> None:
    package = generate(
        """
paths:
  /thing:
    get: { responses: { '200': { $ref: '#/components/responses/Thing' } } }
components:
  responses:
    Thing: { description: ok, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }
""",
        GETTING,
    )
    assert got(package, {"a": "b"}).a == "b"


def test_a_model_that_is_always_null_may_be_a_field(generate: Generate) -> None:
    package = generate(
        returning(
            "{ $ref: '#/components/schemas/Thing' }",
            "Thing: { type: object, properties: { mood: { $ref: '#/components/schemas/Mood' } } }",
            "Mood: { type: 'null' }",
        ),
        "resources: { things: { models: { thing: Thing, mood: Mood }, methods: { get: get /thing } } }",
    )
    assert got(package, {"mood": None}).mood is None
