"""Signatures and their docstrings read as if written by hand."""

from __future__ import annotations

import inspect
import sys
import typing
from types import ModuleType

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.behaviour.test_bodies import CONFIGURATION, creating, in_json, sent


def signature(package: ModuleType) -> dict[str, str]:
    """The annotations of the arguments that are the API's, as written."""
    found = inspect.signature(package.resources.ThingsResource.create).parameters
    own = list(found.values())[1:-4]
    return {p.name: str(p.annotation).removesuffix(" | Omit") for p in own}


def made(generate: Generate, properties: str) -> ModuleType:
    """A package whose ``things.create`` has these arguments."""
    schema = f"{{type: object, properties: {properties}}}"
    return generate(creating(in_json(schema)), CONFIGURATION)


NULLABLE = """{
  size: {anyOf: [{type: integer, description: How large it is., minimum: 3}, {type: 'null'}]},
  note: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Note'}]}}"""


def test_the_description_of_what_may_be_null_is_shown(generate: Generate) -> None:
    body = in_json(f"{{type: object, properties: {NULLABLE}}}")
    components = "{schemas: {Note: {type: string, description: What to say.}}}"
    package = generate(creating(body, components), CONFIGURATION)
    doc = inspect.getdoc(package.resources.ThingsResource.create)
    assert doc is not None
    assert "size: How large it is." in doc
    assert "note: What to say." in doc
    assert signature(package) == {"note": "str | None", "size": "int | None"}


def test_literals_of_a_union_are_listed_once(generate: Generate) -> None:
    package = made(
        generate,
        "{model: {anyOf: [{type: string}, {enum: [a, b]}, {type: string, enum: [b, c]}]}}",
    )
    assert signature(package) == {"model": "str | Literal['a', 'b', 'c']"}


@pytest.mark.parametrize(
    "item",
    ["{}", "{anyOf: [{type: integer}, {type: string}]}", "{type: [string, 'null']}"],
)
def test_a_text_is_no_list_where_a_list_may_hold_texts(
    generate: Generate, item: str
) -> None:
    package = made(generate, f"{{labels: {{type: array, items: {item}}}}}")
    assert signature(package)["labels"].startswith("SequenceNotStr[")


def test_quotes_are_escaped_only_where_a_docstring_ends(generate: Generate) -> None:
    package = made(generate, "{name: {type: string, description: 'Say \"hello\"'}}")
    source = inspect.getsource(package.resources.ThingsResource.create)
    assert 'name: Say "hello"\n' in source
    params = typing.cast(ModuleType, package.types.ThingCreateParams)
    assert '"""Say "hello\\""""' in inspect.getsource(params)


EMPTY = "{type: object, additionalProperties: false, properties: {}}"


@pytest.mark.parametrize("required", ["true", "false"])
def test_a_body_that_can_hold_nothing_takes_no_argument(
    generate: Generate, required: str
) -> None:
    package = generate(creating(in_json(EMPTY, required)), CONFIGURATION)
    assert signature(package) == {}


KINDS = """{oneOf: [
  {type: object, required: [kind, url], properties: {
    kind: {const: link}, url: {type: string}, note: {type: string}}},
  {$ref: '#/components/schemas/Upload'}]}"""
UPLOAD = """{schemas: {Upload: {type: object, required: [kind, data], properties: {
  kind: {const: upload}, data: {type: string}, parts: {type: array, items: {type: object,
    properties: {partSize: {type: integer}}}}}}}}"""


def overloads(package: ModuleType) -> list[str]:
    """The arguments of each overload, as they are written."""
    module = sys.modules[package.resources.ThingsResource.__module__]
    source = " ".join(inspect.getsource(module).split())
    sync = source.split("class AsyncThingsResource")[0]
    parts = sync.split("@overload def create( self, *, ")[1:]
    return [part.split("extra_headers")[0].strip(" ,") for part in parts]


def test_each_kind_of_body_has_an_overload(generate: Generate) -> None:
    package = generate(creating(in_json(KINDS), UPLOAD), CONFIGURATION)
    assert overloads(package) == [
        'kind: Literal["link"], url: str, note: str | Omit = omit',
        'data: str, kind: Literal["upload"], '
        "parts: Iterable[thing_create_params.UploadPart] | Omit = omit",
    ]
    assert signature(package)["kind"] == "Literal['link', 'upload']"
    given = {"kind": "upload", "data": "d", "parts": [{"part_size": 1}]}
    assert sent(package, **given) == given | {"parts": [{"partSize": 1}]}
    with pytest.raises(TypeError, match=r"either \('url'\) or \('data'\) arguments"):
        sent(package, kind="link")


def test_kinds_that_a_call_cannot_tell_apart_share_one_signature(
    generate: Generate,
) -> None:
    body = """{anyOf: [{type: object, properties: {a: {type: string}}},
      {type: object, required: [b], properties: {a: {type: integer}, b: {type: string}}}]}"""
    package = generate(creating(in_json(body)), CONFIGURATION)
    assert overloads(package) == []
    assert signature(package) == {"a": "str | int", "b": "str"}
    assert sent(package, a="x") == {"a": "x"}


def test_a_named_argument_takes_the_whole_body(generate: Generate) -> None:
    configuration = (
        "resources: {things: {methods: {create: {endpoint: post /things,"
        " body_param_name: thing}}}}"
    )
    package = generate(creating(in_json(KINDS), UPLOAD), configuration)
    assert signature(package) == {"thing": "thing_create_params.Thing"}
    value = {"kind": "upload", "data": "d", "parts": [{"part_size": 1}]}
    assert sent(package, thing=value) == value | {"parts": [{"partSize": 1}]}


def test_a_name_for_a_body_that_has_none_is_reported(
    generate_with_findings: GenerateWithFindings,
) -> None:
    description = "paths: {/things: {post: {responses: {'204': {description: d}}}}}"
    configuration = (
        "resources: {things: {methods: {create: {endpoint: post /things,"
        " body_param_name: thing}}}}"
    )
    _, report = generate_with_findings(description, configuration)
    assert [d.code for d in report.diagnostics] == ["C002"]


OBJECTS = {
    "deepObject": "{name: p, in: query, style: deepObject, schema: SCHEMA}",
    "header": "{name: p, in: header, schema: SCHEMA}",
    "cookie": "{name: p, in: cookie, schema: SCHEMA}",
    "JSON": "{name: p, in: query, content: {application/json: {schema: SCHEMA}}}",
    "querystring": "{name: p, in: querystring, content: {application/x-www-form-urlencoded: {schema: SCHEMA}}}",
}
SHAPES = {
    "object": "{type: object, properties: {minSize: {type: integer}}}",
    "nullable": "{type: [object, 'null'], properties: {minSize: {type: integer}}}",
    "allOf": "{allOf: [{type: object, properties: {minSize: {type: integer}}}, {required: [minSize]}]}",
    "component": "{$ref: '#/components/schemas/Size'}",
    "list": "{type: array, items: {type: object, properties: {minSize: {type: integer}}}}",
}


@pytest.mark.parametrize("place", OBJECTS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("is_model", [True, False])
def test_an_object_in_a_parameter_has_a_typed_dictionary(
    place: str, shape: str, is_model: bool, generate: Generate
) -> None:
    description = f"""
openapi: 3.2.0
paths:
  /things:
    post:
      parameters: [{OBJECTS[place].replace("SCHEMA", SHAPES[shape])}]
      responses: {{'204': {{description: done}}}}
components: {{schemas: {{Size: {SHAPES["object"]}}}}}
"""
    models = "models: {size: Size}, " if is_model else ""
    package = generate(
        description,
        f"resources: {{things: {{{models}methods: {{create: post /things}}}}}}",
    )
    annotation = signature(package)["p"]
    assert "Mapping" not in annotation
    assert "thing_create_params.P" in annotation or "SizeParam" in annotation
