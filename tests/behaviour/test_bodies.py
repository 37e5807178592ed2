"""Bodies in JSON: their properties as arguments, what is in them as typed dictionaries."""

from __future__ import annotations

import inspect
import json
from datetime import date, datetime, UTC
from types import ModuleType
from typing import Any

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

NONE = "responses: { '204': { description: done } }"
CONFIGURATION = "resources: { things: { methods: { create: post /things } } }"


def creating(body: str, components: str = "{}") -> str:
    """A description of ``POST /things`` with this body."""
    return f"""
paths:
  /things:
    post:
      requestBody: {body}
      {NONE}
components: {components}
"""


def in_json(schema: str, required: str = "true") -> str:
    """A body in JSON with this schema."""
    return (
        f"{{required: {required}, content: {{application/json: {{schema: {schema}}}}}}}"
    )


def sent(package: ModuleType, **arguments: Any) -> Any:
    """The body that a call with these arguments sends; None without one."""
    with Stub(None) as stub, package.Client(base_url=stub.url) as client:
        client.things.create(**arguments)
    return json.loads(stub.bodies[0]) if stub.bodies[0] else None


def test_properties_are_arguments_and_required_ones_come_first(
    generate: Generate,
) -> None:
    schema = (
        "{type: object, required: [name, id], properties: {size: {type: integer}, "
        "name: {type: string}, id: {type: string}}}"
    )
    package = generate(creating(in_json(schema)), CONFIGURATION)
    create = package.resources.ThingsResource.create
    parameters = inspect.signature(create).parameters
    assert list(parameters)[:4] == ["self", "id", "name", "size"]
    assert parameters["name"].default is inspect.Parameter.empty
    assert sent(package, id="a", name="b") == {"id": "a", "name": "b"}
    with pytest.raises(TypeError, match="name"):
        sent(package, id="a")


def test_absent_null_and_a_value_are_three_things(generate: Generate) -> None:
    schema = "{type: object, properties: {note: {type: [string, 'null']}}}"
    package = generate(creating(in_json(schema)), CONFIGURATION)
    assert sent(package) == {}
    assert sent(package, note=package.omit) == {}
    assert sent(package, note=None) == {"note": None}
    assert sent(package, note="") == {"note": ""}


def test_an_optional_body_is_not_sent_without_arguments(generate: Generate) -> None:
    schema = "{type: object, properties: {note: {type: string}}}"
    package = generate(creating(in_json(schema, "false")), CONFIGURATION)
    assert sent(package) is None
    assert sent(package, note="n") == {"note": "n"}
    assert sent(package, extra_body={"more": 1}) == {"more": 1}


NESTED = """{type: object, required: [ownerName], properties: {
    ownerName: {type: string},
    parts: {type: array, items: {$ref: '#/components/schemas/Part'}},
    byKey: {type: object, additionalProperties: {$ref: '#/components/schemas/Part'}},
    made: {type: string, format: date}, from: {type: string}, data: {type: string, format: byte}}}"""
PART = """{schemas: {Part: {type: object, required: [partNo], properties: {
    partNo: {type: integer}, 'class': {type: string}, madeAt: {type: string, format: date-time},
    inside: {type: array, items: {$ref: '#/components/schemas/Part'}}}}}}"""


@pytest.fixture
def nested(generate: Generate) -> ModuleType:
    return generate(creating(in_json(NESTED), PART), CONFIGURATION)


def test_names_inside_a_body_are_those_of_the_wire(nested: ModuleType) -> None:
    inner = {"part_no": 2, "class_": "c"}
    body = sent(
        nested,
        owner_name="o",
        from_="f",
        parts=({"part_no": n, "inside": (inner,)} for n in range(2)),
        by_key={"part_no": {"part_no": 3}},
    )
    wire = {"partNo": 2, "class": "c"}
    assert body == {
        "ownerName": "o",
        "from": "f",
        "parts": [{"partNo": 0, "inside": [wire]}, {"partNo": 1, "inside": [wire]}],
        "byKey": {"part_no": {"partNo": 3}},
    }


def test_names_of_the_wire_and_unknown_keys_are_sent_as_they_are(
    nested: ModuleType,
) -> None:
    parts = [{"partNo": 1, "inside": [{"partNo": 2, "part_no_2": 3}]}]
    assert sent(nested, owner_name="o", parts=parts)["parts"] == parts


def test_dates_and_bytes_inside_a_body_become_texts(nested: ModuleType) -> None:
    moment = datetime(2026, 1, 2, 3, tzinfo=UTC)
    body = sent(
        nested,
        owner_name="o",
        made=date(2026, 1, 2),
        data=b"\xff",
        parts=[{"part_no": 1, "made_at": moment}],
    )
    assert body["made"] == "2026-01-02"
    assert body["data"] == "/w=="
    assert body["parts"] == [{"partNo": 1, "madeAt": "2026-01-02T03:00:00+00:00"}]
    with pytest.raises(ValueError, match=r"parts\[0\]\.madeAt.*no time zone"):
        sent(nested, owner_name="o", parts=[{"made_at": datetime(2026, 1, 2)}])


def test_what_is_omitted_is_left_out_however_deep(nested: ModuleType) -> None:
    parts = [{"part_no": 1, "inside": nested.omit}]
    assert sent(nested, owner_name="o", parts=iter(parts))["parts"] == [{"partNo": 1}]


def test_a_body_without_other_names_needs_no_types(generate: Generate) -> None:
    schema = "{type: object, properties: {tag: {type: object, properties: {a: {}}}}}"
    package = generate(creating(in_json(schema)), CONFIGURATION)
    resource = inspect.getmodule(package.resources.ThingsResource)
    assert resource is not None
    assert vars(resource)["_CREATE"].converters == {}
    tag = {"a": [1]}
    assert sent(package, tag=tag) == {"tag": tag}


def test_read_only_properties_are_not_sent_and_write_only_ones_do_not_come_back(
    generate: Generate,
) -> None:
    components = """{schemas: {Thing: {type: object, required: [id, secret], properties: {
        id: {type: string, readOnly: true}, secret: {type: string, writeOnly: true},
        part: {$ref: '#/components/schemas/Thing'}}}}}"""
    description = creating(in_json("{$ref: '#/components/schemas/Thing'}"), components)
    package = generate(
        description,
        "resources: { things: { models: { thing: Thing }, methods: { create: post /things } } }",
    )
    create = package.resources.ThingsResource.create
    arguments = list(inspect.signature(create).parameters)
    assert arguments[1:3] == ["secret", "part"]
    assert set(package.types.Thing.model_fields) == {"id", "part"}
    assert set(package.types.ThingParam.__annotations__) == {"secret", "part"}


UNION = """{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}"""
MIXED = """{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: string}]}"""
PETS = """{schemas: {
    Cat: {type: object, required: [kind], properties: {kind: {const: cat}, lifeCount: {type: integer}}},
    Dog: {type: object, required: [kind], properties: {kind: {const: dog}, life_count: {type: integer}}}}}"""


def test_a_member_of_a_union_is_sent_under_its_own_names(generate: Generate) -> None:
    schema = f"{{type: object, properties: {{pet: {UNION}}}}}"
    package = generate(creating(in_json(schema), PETS), CONFIGURATION)
    cat = sent(package, pet={"kind": "cat", "life_count": 9})
    dog = sent(package, pet={"kind": "dog", "life_count": 1})
    assert cat == {"pet": {"kind": "cat", "lifeCount": 9}}
    assert dog == {"pet": {"kind": "dog", "life_count": 1}}


@pytest.mark.parametrize(
    ("schema", "given", "body"),
    [
        ("{type: array, items: {type: string}}", ["a"], ["a"]),
        (
            "{type: array, items: {type: object, properties: {aB: {}}}}",
            [{"a_b": 1}],
            [{"aB": 1}],
        ),
        (MIXED, {"kind": "cat", "life_count": 1}, {"kind": "cat", "lifeCount": 1}),
        ("{type: string}", "text", "text"),
        ("{type: object, additionalProperties: {type: integer}}", {"a": 1}, {"a": 1}),
        ("{}", [1, None], [1, None]),
        ("{type: [string, 'null']}", "a", "a"),
    ],
)
def test_a_body_that_is_no_object_is_one_argument(
    schema: str, given: object, body: object, generate: Generate
) -> None:
    package = generate(creating(in_json(schema), PETS), CONFIGURATION)
    assert sent(package, body=given) == body


def test_a_whole_body_may_be_null_or_absent(generate: Generate) -> None:
    schema = "{type: [array, 'null'], items: {type: string}}"
    package = generate(creating(in_json(schema, "false")), CONFIGURATION)
    with Stub(None, None) as stub, package.Client(base_url=stub.url) as client:
        client.things.create()
        client.things.create(body=None)
    assert stub.bodies == [b"", b"null"]


def test_a_property_and_a_parameter_may_share_a_name(generate: Generate) -> None:
    package = generate(
        f"""
paths:
  /things/{{id}}:
    patch:
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      requestBody: {in_json("{type: object, properties: {id: {type: string}}}")}
      {NONE}
""",
        "resources: { things: { methods: { update: 'patch /things/{id}' } } }",
    )
    with Stub(None) as stub, package.Client(base_url=stub.url) as client:
        client.things.update("a", body_id="b")
    assert stub.requests == ["PATCH /things/a"]
    assert json.loads(stub.bodies[0]) == {"id": "b"}


@pytest.mark.parametrize("verb", ["get", "delete"])
def test_bodies_of_any_verb_are_sent(verb: str, generate: Generate) -> None:
    package = generate(
        creating(in_json("{type: object, properties: {a: {}}}")).replace("post", verb),
        CONFIGURATION.replace("post", verb),
    )
    assert sent(package, a=1) == {"a": 1}


def test_json_is_preferred_and_its_media_type_is_sent(generate: Generate) -> None:
    same = "{schema: {type: object, properties: {a: {}}}}"
    package = generate(
        creating(
            f"{{content: {{text/plain: {same}, application/merge-patch+json: {same}}}}}"
        ),
        CONFIGURATION,
    )
    with Stub(None) as stub, package.Client(base_url=stub.url) as client:
        client.things.create(a=1)
    assert stub.headers[0]["content-type"] == "application/merge-patch+json"
    assert stub.bodies == [b'{"a":1}']


@pytest.mark.parametrize(
    ("format_", "annotation"), [("byte", "str | bytes"), ("uuid", "str")]
)
def test_only_texts_that_hold_bytes_may_be_given_as_bytes(
    format_: str, annotation: str, generate: Generate
) -> None:
    schema = (
        "{type: object, required: [key], properties: "
        f"{{key: {{type: string, format: {format_}}}}}}}"
    )
    package = generate(creating(in_json(schema)), CONFIGURATION)
    create = package.resources.ThingsResource.create
    assert inspect.signature(create).parameters["key"].annotation == annotation


@pytest.mark.parametrize(
    "schema",
    [
        "{type: string}",
        "{type: array, items: {}}",
        "{$ref: '#/components/schemas/Names'}",
    ],
)
def test_a_form_without_described_fields_takes_any_with_a_finding(
    schema: str, generate_with_findings: GenerateWithFindings
) -> None:
    form = f"{{content: {{application/x-www-form-urlencoded: {{schema: {schema}}}}}}}"
    names = "{schemas: {Names: {type: array, items: {type: string}}}}"
    models = "models: { names: Names }"
    configuration = (
        f"resources: {{ things: {{ {models}, methods: {{ create: post /things }} }} }}"
    )
    package, report = generate_with_findings(creating(form, names), configuration)
    with Stub(None) as stub, package.Client(base_url=stub.url) as client:
        client.things.create(body={"a": 1})
    assert stub.bodies == [b"a=1"]
    assert [finding.code for finding in report.diagnostics] == ["L010"]


def test_bytes_in_the_place_of_a_text_are_sent_in_its_encoding(
    generate: Generate,
) -> None:
    schema = (
        "{type: object, properties: {plain: {type: string, format: byte}, "
        "url: {type: string, format: base64url}, none: {type: [string, 'null'], format: base64url}, "
        "list: {type: array, items: {type: string, contentEncoding: base64url}}, "
        "in: {type: object, properties: {url: {type: string, format: base64url}}}}}"
    )
    package = generate(creating(in_json(schema)), CONFIGURATION)
    data = b"\xfb\xff\xfe\xfd"
    given = {"plain": data, "url": data, "none": data, "list": [data, "a"]}
    with Stub(None, None) as stub, package.Client(base_url=stub.url) as client:
        client.things.create(**given, in_={"url": data})
        client.things.create(url="_w", none=None, list=["_w"])
    text = "-__-_Q"
    assert json.loads(stub.bodies[0]) == {
        "plain": "+//+/Q==",
        "url": text,
        "none": text,
        "list": [text, "a"],
        "in": {"url": text},
    }
    assert json.loads(stub.bodies[1]) == {"url": "_w", "none": None, "list": ["_w"]}
