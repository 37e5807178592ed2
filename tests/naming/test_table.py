"""The names of a whole SDK: what every rule together decides."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ir import Api, MethodId, TypeId
from generator.naming import NameTable, assign
from tests.lower.small import OK, Small, returns

Json = dict[str, Any]


def table(small: Small, api: Api) -> NameTable:
    return assign(api, small.report)


def properties(*names: str) -> Json:
    return {
        "type": "object",
        "properties": {name: {"type": "string"} for name in names},
    }


def query(*names: str) -> list[Json]:
    return [{"name": n, "in": "query", "schema": {"type": "string"}} for n in names]


def field_names(small: Small, *wire_names: str) -> dict[str, str]:
    api = small.api(schemas={"Thing": properties(*wire_names)})
    return {wire: name for (_, wire), name in table(small, api).fields.items()}


def argument_names(small: Small, parameters: list[Json], path: str = "/a") -> list[str]:
    operation = {"responses": OK, "parameters": parameters}
    api = small.api(paths={path: {"get": operation}})
    return list(table(small, api).arguments.values())


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("from", "from_"),
        ("class", "class_"),
        ("not", "not_"),
        ("global", "global_"),
        ("None", "none"),
        ("schema", "schema_"),
        ("json", "json_"),
        ("copy", "copy_"),
        ("to_dict", "to_dict_"),
        ("id", "id"),
        ("type", "type"),
        ("object", "object"),
        ("filter", "filter"),
        ("input", "input"),
        ("format", "format"),
        ("_id", "api_id"),
        ("model_type", "api_model_type"),
        ("lineIDs", "line_ids"),
        ("2fa", "api_2fa"),
        ("@type", "type"),
        ("", "field"),
        ("+1", "api_1"),
    ],
)
def test_a_field_named_like_a_keyword_or_model_attribute_is_escaped(
    small: Small, wire: str, name: str
) -> None:
    assert field_names(small, wire) == {wire: name}


def test_fields_with_the_same_name_are_numbered_and_reported(small: Small) -> None:
    names = field_names(small, "a-b", "a_b", "aB", "c")
    assert sorted(names.values()) == ["a_b", "a_b_2", "a_b_3", "c"]
    assert small.codes == ["N001", "N001"]


def test_an_escaped_name_and_the_same_literal_name_are_kept_apart(small: Small) -> None:
    names = field_names(small, "from", "from_")
    assert len(set(names.values())) == 2


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("from", "from_"),
        ("self", "self_"),
        ("timeout", "timeout_"),
        ("extra_headers", "extra_headers_"),
        ("X-Session-Token", "x_session_token"),
        ("filter[name]", "filter_name"),
        ("page", "page"),
    ],
)
def test_an_argument_named_like_a_common_option_is_escaped(
    small: Small, wire: str, name: str
) -> None:
    assert argument_names(small, query(wire)) == [name]


def test_arguments_with_the_same_name_get_their_location_as_prefix(
    small: Small,
) -> None:
    header = {"name": "id", "in": "header", "schema": {"type": "string"}}
    path = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    names = argument_names(small, [header, path, *query("id")], "/a/{id}")
    assert sorted(names) == ["header_id", "id", "query_id"]
    assert names[0] == "id"
    assert small.codes == []


def resources_of(small: Small, resources: Json) -> NameTable:
    return table(small, small.api(resources=resources))


def test_a_resource_keeps_its_plural_and_never_carries_its_parents(
    small: Small,
) -> None:
    names = resources_of(
        small,
        {"chat": {"subresources": {"completions": {}}}, "trip-details": {}},
    )
    chat, completions, details = names.resources.values()
    assert chat.module == ("resources", "chat", "chat")
    assert completions.module == ("resources", "chat", "completions")
    assert completions.sync_class == "CompletionsResource"
    assert completions.async_class == "AsyncCompletionsResource"
    assert (details.attribute, details.sync_class) == (
        "trip_details",
        "TripDetailsResource",
    )


def test_a_resource_does_not_hide_what_the_client_has(small: Small) -> None:
    names = resources_of(small, {"close": {}, "with_options": {}, "import": {}})
    attributes = [resource.attribute for resource in names.resources.values()]
    assert attributes == ["close_", "with_options_", "import_"]


def test_a_method_and_a_subresource_cannot_share_a_name(small: Small) -> None:
    api = small.api(
        paths={"/a": {"get": {"responses": OK}}},
        resources={
            "zones": {"methods": {"list": "get /a"}, "subresources": {"List": {}}}
        },
    )
    names = table(small, api)
    assert names.methods[MethodId(("zones",), "list")] == "list"
    assert names.resources["zones", "List"].attribute == "list_2"
    assert small.codes == ["N001"]


def test_client_and_package_take_the_organization_s_name(small: Small) -> None:
    names = table(small, small.api(organization={"name": "onebusaway-sdk"}))
    assert (names.client, names.async_client) == ("OnebusawaySDK", "AsyncOnebusawaySDK")
    assert names.base_error == "OnebusawaySDKError"
    assert names.package == "onebusaway_sdk"


@pytest.mark.parametrize(
    ("option", "argument"),
    [
        ("BROWSERBASE_API_KEY", "browserbase_api_key"),
        ("X-Session-Token", "x_session_token"),
        ("timeout", "timeout_"),
        ("base_url", "base_url_"),
    ],
)
def test_an_option_becomes_an_argument_of_the_client(
    small: Small, option: str, argument: str
) -> None:
    api = small.api(client_settings={"opts": {option: {"type": "string"}}})
    assert table(small, api).options == {option: argument}


def test_a_response_is_named_after_resource_and_method(small: Small) -> None:
    operation = {"responses": returns(properties("x")), "parameters": query("q")}
    api = small.api(
        paths={"/a": {"get": operation}},
        resources={
            "data": {
                "subresources": {"speciesGroups": {"methods": {"recent": "get /a"}}}
            }
        },
    )
    names = table(small, api)
    (response,) = names.types.values()
    assert response.name == "SpeciesGroupRecentResponse"
    assert response.module == ("types", "data", "species_group_recent_response")
    (params,) = names.params_types.values()
    assert params.name == "SpeciesGroupRecentParams"
    assert params.module == ("types", "data", "species_group_recent_params")


def test_nested_classes_are_named_by_their_path(small: Small) -> None:
    usage = {
        "type": "object",
        "properties": {
            "input_tokens_details": properties("x"),
            "stopTimes": {"type": "array", "items": properties("y")},
            "variables": {"type": "object", "additionalProperties": properties("z")},
        },
    }
    thing = {"type": "object", "properties": {"usage": usage}}
    names = table(small, small.api(schemas={"Thing": thing}))
    assert {name.name for name in names.types.values()} == {
        "Thing",
        "Usage",
        "UsageInputTokensDetails",
        "UsageStopTime",
        "UsageVariables",
    }
    assert {name.module for name in names.types.values()} == {("types", "thing")}


def test_nested_classes_of_a_subclass_carry_its_name(small: Small) -> None:
    base = properties("a")
    heir = {
        "allOf": [
            {"$ref": "#/components/schemas/Base"},
            {"type": "object", "properties": {"data": properties("x")}},
        ]
    }
    names = table(small, small.api(schemas={"Base": base, "Heir": heir}))
    assert {name.name for name in names.types.values()} == {"Base", "Heir", "HeirData"}


def test_classes_nested_in_an_array_carry_its_name(small: Small) -> None:
    many = {"type": "array", "items": properties("x")}
    names = table(small, small.api(schemas={"Many": many}))
    assert {name.name for name in names.types.values()} == {"Many", "ManyItem"}


def titled(title: str, *names: str) -> Json:
    return {"title": title, **properties(*names)}


def ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def sending(small: Small, schema: Json, **schemas: Json) -> Api:
    body = {"content": {"application/json": {"schema": schema}}}
    resources = {
        "things": {"models": {n: n for n in schemas}, "methods": {"send": "post /a"}}
    }
    paths = {"/a": {"post": {"requestBody": body, "responses": OK}}}
    return small.api(paths=paths, schemas=schemas, resources=resources)


@pytest.mark.parametrize(
    ("variants", "classes"),
    [
        (
            [ref("Card"), titled("Bank transfer (SEPA)", "b"), properties("c")],
            ["Card", "BankTransferSepa", "Variant2"],
        ),
        (
            [properties("a"), {"x-stainless-variantName": "other", **titled("B", "b")}],
            ["Variant0", "Other"],
        ),
        ([titled("Same", "a")] * 3, ["Same", "Variant1", "Variant2"]),
        (
            [
                titled("Literal", "a"),
                titled("2", "b"),
                titled("Thing Send Params", "c"),
            ],
            ["Literal_", "Variant1_2", "Variant2"],
        ),
        (
            [titled("A", "a"), {"title": "U", "oneOf": [ref("Card"), properties("c")]}],
            ["A", "Card", "Variant2"],
        ),
        (
            [titled("A", "a"), {"title": "U", "oneOf": [{"anyOf": [properties("b")]}]}],
            ["A", "U"],
        ),
        ([properties("a")], []),
        ([titled("A", "a"), {"type": "null"}], []),
        ([titled("A", "a"), {"type": "string"}], []),
    ],
    ids=[
        "component, title, position",
        "configured",
        "same title",
        "taken names",
        "union within",
        "union of one within",
        "one",
        "null",
        "text",
    ],
)
def test_each_kind_of_body_has_a_class_beside_the_parameters(
    small: Small, variants: list[Json], classes: list[str]
) -> None:
    api = sending(small, {"oneOf": variants}, Card=properties("number"))
    found = table(small, api).variant_types.values()
    assert [name.name for name in found] == classes
    assert {name.module for name in found} <= {("types", "thing_send_params")}
    assert small.codes == []


def test_a_kind_of_body_keeps_its_name_from_what_is_nested_in_another(
    small: Small,
) -> None:
    nested = {"title": "S3", "properties": {"compatible": properties("a")}}
    api = sending(small, {"oneOf": [nested, titled("S3 Compatible", "b")]})
    names = table(small, api)
    assert [n.name for n in names.variant_types.values()] == ["S3", "S3Compatible"]
    (inside,) = names.types.values()
    assert inside.name == "ThingSendParamsS3Compatible"


@pytest.mark.parametrize(
    "schemas",
    [
        {"It": {"oneOf": [ref("It"), properties("a")]}},
        {
            "It": {"anyOf": [ref("L1")] * 2},
            **{f"L{n}": {"anyOf": [ref(f"L{n + 1}")] * 2} for n in range(1, 40)},
            "L40": properties("a"),
        },
    ],
    ids=["without end", "too many"],
)
def test_a_union_that_leads_too_far_is_one_argument(
    small: Small, schemas: dict[str, Json]
) -> None:
    names = table(small, sending(small, {"oneOf": [ref("It")]}, **schemas))
    assert not names.variant_types
    assert [key[2] for key in names.arguments] == ["body"]


@pytest.mark.parametrize(
    ("schema", "is_typed"),
    [({"oneOf": [properties("a"), properties("b")]}, True), (properties("a"), False)],
)
def test_a_body_that_is_a_model_has_a_type_of_its_own_if_it_is_a_union(
    small: Small, schema: Json, is_typed: bool
) -> None:
    names = table(small, sending(small, ref("Order"), Order=schema))
    assert ("OrderParam" in {name.name for name in names.types.values()}) == is_typed


def test_a_configured_model_name_wins_every_collision(small: Small) -> None:
    api = small.api(
        schemas={"thing_list_response": properties("a")},
        paths={"/a": {"get": {"responses": returns(properties("x"))}}},
        resources={
            "things": {
                "models": {"thing_list_response": "thing_list_response"},
                "methods": {"list": "get /a"},
            }
        },
    )
    names = table(small, api)
    model = names.types[TypeId("#/components/schemas/thing_list_response")]
    assert model.name == "ThingListResponse"
    assert model.module == ("types", "thing_list_response")
    others = [t for t in names.types.values() if t != model]
    assert [t.name for t in others if t.name.casefold() == model.name.casefold()] == []
    assert len({t.module for t in names.types.values()}) == 2


def test_a_shared_model_lives_in_a_folder_of_its_own(small: Small) -> None:
    api = small.api(
        schemas={"Error": properties("a")},
        resources={"$shared": {"models": {"error_data": "Error"}}},
    )
    (name,) = table(small, api).types.values()
    assert (name.name, name.module) == ("ErrorData", ("types", "shared", "error_data"))


def test_a_collision_of_configured_names_is_settled_by_changing_one(
    small: Small,
) -> None:
    api = small.api(
        schemas={name: properties(name) for name in "ABC"},
        resources={
            "$shared": {"models": {"zone_info": "A", "zone-info": "B", "zoneInfo": "C"}}
        },
    )
    names = {name.name for name in table(small, api).types.values()}
    assert len(names) == 3
    remedies = {d.help for d in small.report.diagnostics if d.code == "N001"}
    assert remedies == {
        "change one of the two names under 'models' in the configuration"
    }


def test_a_type_module_named_like_a_package_is_renamed(small: Small) -> None:
    api = small.api(
        schemas={"Zone": properties("a"), "Key": properties("b")},
        resources={
            "zones": {
                "models": {"zone": "Zone", "keys": "Key"},
                "subresources": {"keys": {"subresources": {"deep": {}}}},
            }
        },
    )
    names = table(small, api)
    folders = {resource.types_package for resource in names.resources.values()}
    modules = {name.module for name in names.types.values()}
    assert not folders & modules
