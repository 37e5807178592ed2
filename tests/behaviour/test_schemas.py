"""What schemas say beyond properties: further properties, choices beside them, values of any type."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module

import pytest
from pydantic import ValidationError

from tests.behaviour.conftest import Generate
from tests.behaviour.test_inheritance import description, models
from tests.golden.stub import Stub


def test_further_properties_have_the_type_that_is_described(
    generate: Generate,
) -> None:
    package = generate(
        description(
            "Node",
            Node="{ type: object, properties: { name: { type: string } }, additionalProperties: { $ref: '#/components/schemas/Node' } }",
            Leaf="{ allOf: [{ $ref: '#/components/schemas/Node' }, { type: object, properties: { n: { type: integer } } }] }",
            Days="{ type: object, properties: { n: { type: integer } }, patternProperties: { '^on': { type: string, format: date } } }",
        ),
        models("Node", "Leaf", "Days"),
    )
    types = import_module(f"{package.__name__}.types")
    sent = {"name": "a", "left": {"right": {"name": "c"}}, "odd": 5}
    with Stub(sent) as stub, package.Client(base_url=stub.url) as client:
        node = client.things.get()
    assert type(node.left) is type(node.left.right) is types.Node
    assert node.left.right.name == "c"
    assert node.odd == 5
    assert node.to_dict() == sent
    leaf = types.Leaf.model_validate_json('{"n": 1, "more": {}}')
    assert type(leaf.more) is types.Node
    days = types.Days.model_validate_json('{"on_monday": "2020-01-02", "off": 1}')
    assert days.on_monday.year == 2020
    assert days.off == 1
    with pytest.raises(ValidationError):
        types.Days(on_monday=5)


def test_a_choice_beside_properties_decodes_into_one_of_its_variants(
    generate: Generate,
) -> None:
    package = generate(
        description(
            "Event",
            Event="{ type: object, required: [id], properties: { id: { type: string } }, oneOf: [{ $ref: '#/components/schemas/Made' }, { $ref: '#/components/schemas/Lost' }] }",
            Made="{ type: object, required: [kind], properties: { kind: { const: made }, by: { type: string } } }",
            Lost="{ type: object, required: [kind], properties: { kind: { const: lost }, at: { type: string, format: date } } }",
        ),
        "resources: { things: { methods: { get: get /thing } } }",
    )
    sent = {"id": "1", "kind": "lost", "at": "2020-01-02"}
    with Stub(sent) as stub, package.Client(base_url=stub.url) as client:
        event = client.things.get()
    assert (event.id, event.kind, event.at.year) == ("1", "lost", 2020)
    assert not hasattr(event, "by")


def test_enumerated_values_of_any_type_are_read_as_they_are(
    generate: Generate,
) -> None:
    package = generate(
        description(
            "Thing",
            Thing="{ type: object, properties: { e: { enum: [a, 1, true, 0.5, null, [1], { b: 2 }, a, \"'''\", 1.0] } } }",
        ),
        models("Thing"),
    )
    types = import_module(f"{package.__name__}.types")
    for value in ("a", 1, True, 0.5, None, [1], {"b": 2}, "'''"):
        with Stub({"e": value}) as stub, package.Client(base_url=stub.url) as client:
            found = client.things.get().e
        assert found == value
        assert type(found) is type(value)
        assert types.Thing(e=value).e == value
    with pytest.raises(ValidationError):
        types.Thing(e="b")


@pytest.mark.parametrize("pattern", ["(a+)+$", "((", "(?<=a+)b", "\\"])
def test_patterns_are_never_run(pattern: str, generate: Generate) -> None:
    text = {"type": "string", "pattern": pattern}
    schema = json.dumps({"type": "object", "properties": {"a": text}})
    package = generate(
        f"""
paths:
  /things:
    get:
      responses: {{'200': {{description: ok, content: {{application/json: {{schema: {schema}}}}}}}}}
""",
        "resources: {things: {methods: {get: get /things}}}",
    )
    endless = "a" * 60 + "!"
    with Stub({"a": endless}) as stub, package.Client(base_url=stub.url) as client:
        assert client.things.get().a == endless


def test_properties_that_a_condition_adds_may_be_absent(generate: Generate) -> None:
    package = generate(
        description(
            "T",
            T="""{ type: object, required: [kind, at], properties: { kind: { type: string } },
              allOf: [
                { if: { properties: { kind: { const: a } } },
                  then: { required: [at], properties: { at: { type: string, format: date }, kind: { const: a } } },
                  else: { properties: { at: { type: integer }, extra: { $ref: '#/components/schemas/T' } } } },
                { dependentSchemas: { kind: { properties: { size: { type: integer } } } } } ] }""",
        ),
        models("T"),
    )
    types = import_module(f"{package.__name__}.types")
    fields = {n: f.is_required() for n, f in types.T.model_fields.items()}
    assert fields == {
        "kind": True,
        "at": False,
        "extra": False,
        "size": False,
    }
    assert types.T.model_fields["kind"].annotation is str
    found = types.T.model_validate_json('{"at": "2020-01-02", "extra": {"at": 5}}')
    assert (found.at.year, found.extra.at) == (2020, 5)


def test_unevaluated_properties_and_items_are_further_ones(generate: Generate) -> None:
    package = generate(
        description(
            "T",
            T="{ type: object, properties: { n: { type: string }, list: { type: array, unevaluatedItems: { type: string, format: date } } }, unevaluatedProperties: { $ref: '#/components/schemas/T' } }",
        ),
        models("T"),
    )
    types = import_module(f"{package.__name__}.types")
    found = types.T.model_validate_json('{"more": {"list": ["2020-01-02"]}}')
    assert type(found.more) is types.T
    assert found.more.list[0].year == 2020


TUPLES = """{ type: object, properties: {
  pair: { type: array, prefixItems: [{ type: string, format: date }, { $ref: '#/components/schemas/Point' }] },
  closed: { type: array, prefixItems: [{ type: integer }, { type: string }], items: false, minItems: 2 },
  open: { type: array, prefixItems: [{ type: integer }, { type: string }], items: { type: boolean } },
  short: { type: array, prefixItems: [{ type: integer }, { type: string }], minItems: 1 } } }"""
POINT = "{ type: object, required: [fromX], properties: { fromX: { type: integer } } }"


def test_an_array_whose_elements_have_types_of_their_own_is_a_tuple(
    generate: Generate,
) -> None:
    package = generate(description("T", T=TUPLES, Point=POINT), models("T", "Point"))
    types = import_module(f"{package.__name__}.types")
    annotations = {n: f.annotation for n, f in types.T.model_fields.items()}
    assert annotations == {
        "closed": tuple[int, str] | None,
        "open": list[int | str | bool] | None,
        "pair": tuple[date, types.Point] | None,
        "short": list[int | str] | None,
    }
    point = {"fromX": 1}
    for value, decoded in {
        ("2020-01-02", "x"): (date(2020, 1, 2), "x"),
        ("when", 5): ("when", 5),
        ("2020-01-02",): ["2020-01-02"],
        ("2020-01-02", None, 3): ["2020-01-02", None, 3],
        (): [],
    }.items():
        with (
            Stub({"pair": [*value]}) as stub,
            package.Client(base_url=stub.url) as client,
        ):
            thing = client.things.get()
        assert thing.pair == decoded
        assert thing.to_dict(mode="json") == {"pair": [*value]}
    found = types.T.model_validate_json(json.dumps({"pair": ["2020-01-02", point]}))
    assert type(found.pair[1]) is types.Point
    assert types.T(pair=[date(2020, 1, 2), types.Point(from_x=1)]).pair == found.pair


def test_strict_mode_checks_the_length_and_the_types_of_tuples(
    generate: Generate,
) -> None:
    package = generate(description("T", T=TUPLES, Point=POINT), models("T", "Point"))
    for pair in (["2020-01-02"], ["x", {"fromX": 1}], ["2020-01-02", {}]):
        with (
            Stub({"pair": pair}) as stub,
            package.Client(
                base_url=stub.url, _strict_response_validation=True
            ) as client,
            pytest.raises(package.APIResponseValidationError, match="pair"),
        ):
            client.things.get()


def test_names_and_dates_inside_a_tuple_are_sent_as_on_the_wire(
    generate: Generate,
) -> None:
    text = description("T", T=TUPLES, Point=POINT).replace(
        "get: {",
        "post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/T' } } } }, responses: { '204': { description: none } } }, get: {",
    )
    package = generate(
        text,
        models("T", "Point").replace(
            "get: get /thing", "get: get /thing, post: post /thing"
        ),
    )
    with Stub(None) as stub, package.Client(base_url=stub.url) as client:
        client.things.post(pair=(date(2020, 1, 2), {"from_x": 1}))
    assert json.loads(stub.bodies[0]) == {"pair": ["2020-01-02", {"fromX": 1}]}


def test_a_value_may_be_an_object_with_properties_or_of_another_kind(
    generate: Generate,
) -> None:
    package = generate(
        description(
            "T",
            T="{ type: object, properties: { v: { type: [object, array, string, 'null'], properties: { at: { type: string, format: date } }, items: { type: integer } } } }",
        ),
        models("T"),
    )
    types = import_module(f"{package.__name__}.types")
    for value in ([1, 2], "text", None):
        assert types.T.model_validate({"v": value}).v == value
    with pytest.raises(ValidationError):
        types.T.model_validate({"v": ["x"]})
    found = types.T.model_validate_json('{"v": {"at": "2020-01-02"}}')
    assert found.v.at.year == 2020
