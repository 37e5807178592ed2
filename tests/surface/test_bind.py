"""What a surface says: names, order, types, texts and examples, each of them once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.ir import Location, Scalar, ScalarKind
from generator.naming import assign
from generator.surface import (
    Alias,
    ListOf,
    Method,
    Model,
    ModelResult,
    Named,
    NoResult,
    PageResult,
    StreamResult,
    Sdk,
    bind,
)
from tests.lower.small import OK, Json, Small, returns

TEXT: Json = {"type": "string"}
PATH = "/{kind}/{id}/things/{first}/parts/{second-part}"
SCOPES: Json = {
    "either": {
        "parameters": {"kind": "kind", "id": "id"},
        "choices": {"account_id": {"value": "accounts"}, "zone_id": {"value": "zones"}},
    }
}


def parameter(name: str, where: str = "query", **more: Any) -> Json:
    return {"name": name, "in": where, "schema": TEXT, **more}


def in_path(*names: str) -> list[Json]:
    return [parameter(name, "path", required=True) for name in names]


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return Small(tmp_path)


def bound(small: Small, **inputs: Any) -> Sdk:
    api = small.api(**inputs)
    return bind(api, assign(api, small.report))


def method(small: Small, operation: Json, path: str = "/a", **more: Any) -> Method:
    (found,) = bound(small, paths={path: {"get": operation}}, **more).every_method()
    return found


def test_arguments_are_in_the_order_of_the_signature(small: Small) -> None:
    parameters = [
        *in_path("kind", "id", "first", "second-part"),
        parameter("b"),
        parameter("A", "header"),
        parameter("must", required=True),
    ]
    found = method(
        small,
        {"parameters": parameters, "responses": OK},
        PATH,
        **{"x-path-scopes": SCOPES},
    )
    assert [(a.name, a.wire_name, a.location) for a in found.arguments] == [
        ("second_part", "second-part", Location.PATH),
        ("first", "first", Location.PATH),
        ("must", "must", Location.QUERY),
        ("account_id", "account_id", Location.SCOPE),
        ("zone_id", "zone_id", Location.SCOPE),
        ("b", "b", Location.QUERY),
        ("a", "A", Location.HEADER),
    ]
    assert [a.name for a in found.arguments if a.positional] == ["second_part"]
    assert [a.name for a in found.arguments if a.required] == [
        "second_part",
        "first",
        "must",
    ]
    assert [a.name for a in found.choices] == ["account_id", "zone_id"]
    assert found.scope is not None
    assert found.scope.choices == {"account_id": "accounts", "zone_id": "zones"}


def test_an_example_has_a_value_for_each_argument_that_is_needed(small: Small) -> None:
    parameters = [
        *in_path("kind", "id", "first", "second-part"),
        parameter("count", required=True, schema={"type": "integer", "minimum": 3}),
        parameter("day", required=True, schema={**TEXT, "format": "date"}),
        parameter("name", required=True, example="Ann"),
        parameter("left_out"),
    ]
    found = method(
        small,
        {"parameters": parameters, "responses": OK},
        PATH,
        **{"x-path-scopes": SCOPES},
    )
    assert found.example.arguments == {
        "second_part": "second-part",
        "first": "first",
        "count": 3,
        "day": "2019-12-27",
        "name": "Ann",
        "account_id": "account_id",
    }


@pytest.mark.parametrize(
    ("limits", "given"),
    [
        ({"anyOf": [{"required": ["a", "c"]}, {"required": ["b"]}]}, {"a", "c", "z"}),
        ({"oneOf": [{"required": ["unknown"]}, {"required": ["b"]}]}, {"b", "z"}),
        ({"anyOf": [{"required": ["a"]}, {}]}, {"z"}),
        ({"allOf": [{"anyOf": [{"required": ["c"]}]}]}, {"c", "z"}),
        ({"minProperties": 2}, {"a", "z"}),
    ],
)
def test_an_example_has_a_body_with_as_much_as_is_needed(
    small: Small, limits: Json, given: set[str]
) -> None:
    body = {
        "type": "object",
        "properties": dict.fromkeys("abcz", TEXT),
        "required": ["z"],
        **limits,
    }
    content = {"application/json": {"schema": body}}
    found = method(small, {"requestBody": {"content": content}, "responses": OK})
    assert set(found.example.arguments) == given


@pytest.mark.parametrize(
    ("texts", "title", "about"),
    [
        ({}, "Get 0", ""),
        ({"summary": " List \n things "}, "List things", "List things"),
        ({"description": "One. Two."}, "Get 0", "One."),
        ({"summary": "S", "description": "One. Two."}, "S", "One."),
    ],
)
def test_title_and_first_sentence(
    texts: Json, title: str, about: str, small: Small
) -> None:
    found = method(small, {"responses": OK, **texts})
    assert (found.title, found.about) == (title, about)
    assert (found.dotted, found.verb, found.route) == ("things.get_0", "get", "/a")


def test_types_are_bound_to_their_names(small: Small) -> None:
    thing = {"type": "object", "properties": {"some-id": TEXT}, "required": ["some-id"]}
    listed = {"type": "array", "items": {"$ref": "#/components/schemas/thing"}}
    sdk = bound(
        small,
        schemas={"thing": thing},
        paths={
            "/a": {
                "get": {
                    "responses": returns(
                        {"type": "object", "properties": {"all": listed}}
                    )
                }
            }
        },
    )
    (model,) = [d for d in sdk.types if d.name.name == "Thing"]
    assert isinstance(model, Model)
    assert [(f.name, f.wire_name, f.required) for f in model.fields] == [
        ("some_id", "some-id", True)
    ]
    assert model.resource == ("things",)
    (found,) = sdk.every_method()
    assert isinstance(found.result, ModelResult)
    assert isinstance(found.result.type, Named)
    response = sdk.definitions[found.result.type.name]
    assert isinstance(response, Model)
    assert response.fields[0].type == ListOf(Named(model.name))
    (shown,) = found.example.responses.value
    assert shown.value == {"all": [{"some-id": "some-id"}]}


def test_an_example_of_a_stream_is_one_of_an_item(small: Small) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    content = {"application/x-ndjson": {"schema": schema}}
    responses = {"200": {"description": "", "content": content}}
    found = method(small, {"responses": responses})
    assert isinstance(found.result, StreamResult)
    (shown,) = found.example.responses.value
    assert (shown.media_type, shown.value) == ("application/x-ndjson", {"a": "a"})


def test_each_status_and_media_type_has_an_example(small: Small) -> None:
    def content(**kinds: Any) -> Any:
        return {f"application/{kind}": value for kind, value in kinds.items()}

    failed = {"type": "object", "properties": {"code": {"type": "integer"}}}
    item = {"type": "object", "properties": {"a": {"type": "string"}}}
    responses = {
        "404": {"description": "", "content": content(json={"schema": failed})},
        "409": {"description": "", "content": content(json={"example": {"b": 1}})},
        "410": {"description": ""},
        "200": {
            "description": "",
            "content": content(
                json={"schema": item}, xml={"schema": item, "example": "<a>x</a>"}
            ),
        },
    }
    found = method(small, {"responses": responses})
    assert [
        (r.status, r.media_type, r.value) for r in found.example.responses.value
    ] == [
        ("200", "application/json", {"a": "a"}),
        ("200", "application/xml", "<a>x</a>"),
        ("404", "application/json", {"code": 0}),
        ("409", "application/json", {"b": 1}),
    ]


def test_a_method_without_a_body_returns_nothing(small: Small) -> None:
    found = method(small, {"responses": OK})
    assert found.result == NoResult()
    assert found.example.responses.value == ()
    assert not found.is_paged


def test_pages_know_their_items_by_attribute(small: Small) -> None:
    role = "x-stainless-pagination-property"
    scheme = {
        "name": "pages",
        "type": "cursor",
        "request": {"cursor": {**TEXT, role: {"purpose": "next_cursor_param"}}},
        "response": {
            "outerData": {
                "type": "object",
                "properties": {
                    "innerItems": {
                        "type": "array",
                        "items": {},
                        role: {"purpose": "items"},
                    }
                },
            },
            "next": {**TEXT, role: {"purpose": "next_cursor_field"}},
        },
    }
    items = {"type": "array", "items": {"type": "integer"}}
    inner = {"type": "object", "properties": {"innerItems": items}}
    body = {"type": "object", "properties": {"outerData": inner, "next": TEXT}}
    get = {"parameters": [parameter("cursor")], "responses": returns(body)}
    sdk = bound(small, paths={"/a": {"get": get}}, pagination=[scheme])
    (page,), (found,) = sdk.pages, sdk.every_method()
    assert isinstance(found.result, PageResult)
    assert isinstance(found.result.item, Named)
    alias = sdk.definitions[found.result.item.name]
    assert isinstance(alias, Alias)
    assert alias.type == Scalar(ScalarKind.INTEGER)
    assert page.items == ("outer_data", "inner_items")
    assert page.fields["items"] == ("outerData", "innerItems")
    assert sdk.shown == found.dotted == "things.get_0"


def test_the_client_s_sole_credential_is_the_first_that_is_enough(small: Small) -> None:
    schemes = {
        "a": {"type": "apiKey", "in": "header", "name": "X-A"},
        "b": {"type": "apiKey", "in": "header", "name": "X-B"},
    }
    option = {"type": "string", "nullable": True}
    sdk = bound(
        small,
        components={"securitySchemes": schemes},
        client_settings={
            "opts": {
                "key": {**option, "auth": {"security_scheme": "a"}},
                "other": {**option, "auth": {"security_scheme": "b"}},
            }
        },
        security=[{"a": [], "b": []}, {"b": []}],
    )
    found = sdk.sole_credential(sdk.security)
    assert found is not None
    assert found.option == "other"


def test_a_user_name_and_its_password_are_one_credential(small: Small) -> None:
    option = {"type": "string", "nullable": True}
    sdk = bound(
        small,
        components={"securitySchemes": {"basic": {"type": "http", "scheme": "basic"}}},
        client_settings={
            "opts": {
                "user": {
                    **option,
                    "auth": {"security_scheme": "basic", "role": "username"},
                },
                "password": {
                    **option,
                    "auth": {"security_scheme": "basic", "role": "password"},
                },
            }
        },
        security=[{"basic": []}],
    )
    found = sdk.sole_credential(sdk.security)
    assert found is not None
    assert (found.option, found.partner) == ("user", "password")
