"""What a description says for readers alone: bounds, examples, security and failures."""

from __future__ import annotations

import json

import pytest

from generator.ir import ModelResult

from .small import OK, Json, Small, fields_of, returns

TOKEN: Json = {"token": {"type": "http", "scheme": "bearer", "description": "A token."}}
OPTION: Json = {
    "type": "string",
    "nullable": True,
    "auth": {"security_scheme": "token"},
}


@pytest.mark.parametrize(
    ("schema", "bounds"),
    [
        ({"type": "string"}, ()),
        (
            {"maximum": 9, "type": "integer", "minimum": 1},
            (("maximum", 9), ("minimum", 1)),
        ),
        (
            {"type": "string", "pattern": "^a", "maxLength": 3, "format": "uuid"},
            (("format", "uuid"), ("maxLength", 3), ("pattern", "^a")),
        ),
        ({"type": "boolean", "default": False}, (("default", False),)),
        (
            {"$ref": "#/components/schemas/Far", "minimum": 2},
            (("minimum", 2), ("default", 5)),
        ),
    ],
)
def test_a_field_keeps_its_bounds_in_one_order(
    schema: Json, bounds: tuple[tuple[str, object], ...], small: Small
) -> None:
    far = {"type": "integer", "minimum": 1, "default": 5}
    holder = {"type": "object", "properties": {"it": schema}}
    api = small.api(schemas={"Holder": holder, "Far": far})
    assert fields_of(api, "Holder")["it"].bounds == bounds


def test_a_parameter_keeps_its_bounds(small: Small) -> None:
    schema = {"type": "integer", "minimum": 1}
    given = {"name": "a", "in": "query", "schema": schema}
    (param,) = small.method({"responses": OK, "parameters": [given]}).arguments
    assert param.bounds == (("minimum", 1),)


def test_the_keys_of_an_example_are_sorted_with_the_id_first(small: Small) -> None:
    responses = returns({"type": "object"})
    content = responses["200"]["content"]["application/json"]
    content["example"] = {"b": [{"z": 1, "id": 2, "A": 3}], "a": None}
    method = small.method({"responses": responses})
    expected = '{"a": null, "b": [{"id": 2, "A": 3, "z": 1}]}'
    assert isinstance(method.result, ModelResult)
    assert json.dumps(method.result.example) == expected


def test_responses_are_listed_by_status_the_default_last(small: Small) -> None:
    responses = {
        "default": {"description": "else"},
        "404": {"description": "gone"},
        "4XX": {"$ref": "#/components/responses/Refused"},
        **OK,
    }
    components = {"responses": {"Refused": {"description": "refused"}}}
    method = small.method({"responses": responses}, components=components)
    found = method.operation.responses
    assert [(r.status, r.description) for r in found if not r.is_success] == [
        ("404", "gone"),
        ("4XX", "refused"),
        ("default", "else"),
    ]
    assert [r.status for r in found if r.is_success] == ["200"]


@pytest.mark.parametrize(
    ("stated", "security"),
    [
        ({}, (("key",),)),
        ({"security": []}, ()),
        ({"security": [{"token": []}]}, (("key",),)),
        ({"security": [{"other": []}, {"token": []}]}, ((), ("key",))),
    ],
)
def test_a_method_needs_the_operation_s_credentials_or_else_those_of_the_api(
    stated: Json, security: object, small: Small
) -> None:
    method = small.method(
        {"responses": OK, **stated},
        components={"securitySchemes": {**TOKEN, "other": {"type": "mutualTLS"}}},
        client_settings={"opts": {"key": OPTION}},
    )
    assert method.security == security


def test_a_scheme_keeps_its_description(small: Small) -> None:
    api = small.api(
        paths={"/a": {"get": {"responses": OK}}},
        components={"securitySchemes": TOKEN},
        client_settings={"opts": {"key": OPTION}},
    )
    assert [scheme.description for scheme in api.auth] == ["A token."]
