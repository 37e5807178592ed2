"""Which method an operation becomes: arguments and their order, scope, positional, pages, results."""

from __future__ import annotations

from typing import Any

import pytest

from generator.ir import (
    BinaryResult,
    Location,
    MethodResult,
    ModelResult,
    NoResult,
    Object,
    PageResult,
    PathArgument,
    QueryArgument,
    Ref,
    Scalar,
    ScalarKind,
    ScopeArgument,
    TypeId,
    TypeRef,
    Unknown,
    is_required,
    location_of,
    returned_type,
)

from .small import OK, Json, Small, returns

STRING: Json = {"type": "string"}
THING: Json = {"type": "object", "properties": {"a": STRING}}
PAGED: Json = {
    "type": "object",
    "properties": {"data": {"type": "array", "items": THING}, "next": STRING},
}
ROLE = "x-stainless-pagination-property"
SCHEME: Json = {
    "name": "pages",
    "type": "cursor",
    "request": {"cursor": {**STRING, ROLE: {"purpose": "next_cursor_param"}}},
    "response": {
        "data": {"type": "array", "items": {}, ROLE: {"purpose": "items"}},
        "next": {**STRING, ROLE: {"purpose": "next_cursor_field"}},
    },
}
SCOPES: Json = {
    "either": {
        "parameters": {"kind": "kind", "id": "id"},
        "choices": {
            "account_id": {"value": "accounts", "description": "One."},
            "zone_id": {},
        },
    }
}


def parameter(name: str, where: str = "query", **more: Any) -> Json:
    required = {"required": True} if where == "path" else {}
    return {"name": name, "in": where, "schema": STRING, **required, **more}


def operation(*parameters: Json, responses: Json = OK, **more: Any) -> Json:
    return {"responses": responses, "parameters": list(parameters), **more}


def order(small: Small, *parameters: Json, path: str = "/a", **more: Any) -> list[str]:
    method = small.method(operation(*parameters), path, **more)
    return [p.wire_name for p in method.arguments]


def test_arguments_come_required_first_then_by_place_then_as_in_a_dictionary(
    small: Small,
) -> None:
    given = [
        parameter("h", "header"),
        parameter("b"),
        parameter("a"),
        parameter("token"),
        parameter("id"),
        parameter("z", required=True),
        parameter("y", "header", required=True),
        parameter("p", "path"),
    ]
    wanted = ["p", "z", "y", "id", "token", "a", "b", "h"]
    assert order(small, *given, path="/a/{p}") == wanted


def test_arguments_keep_the_description_s_order_where_it_is_wanted(
    small: Small,
) -> None:
    given = [parameter("b"), parameter("a"), parameter("c", required=True)]
    settings = {"sort_schema_properties": False}
    assert order(small, *given, settings=settings) == ["c", "b", "a"]


@pytest.mark.parametrize("is_sorted", [True, False])
def test_path_arguments_stand_in_the_order_of_the_path(
    small: Small, is_sorted: bool
) -> None:
    given = [parameter(name, "path") for name in ("a", "z", "m")]
    settings = {"sort_schema_properties": is_sorted}
    path = "/{z}/{m}/{a}"
    assert order(small, *given, path=path, settings=settings) == ["z", "m", "a"]


def test_an_operation_s_parameter_replaces_the_path_item_s(small: Small) -> None:
    paths = {
        "/a/{p}": {
            "parameters": [parameter("p", "path"), parameter("q"), parameter("r")],
            "get": operation(parameter("q", required=True)),
        }
    }
    (method,) = small.api(paths=paths).resources[0].methods
    found = [(a.wire_name, location_of(a), is_required(a)) for a in method.arguments]
    assert found == [
        ("p", Location.PATH, True),
        ("q", Location.QUERY, True),
        ("r", Location.QUERY, False),
    ]


def test_parameters_behind_references_are_the_same(small: Small) -> None:
    method = small.method(
        operation({"$ref": "#/components/parameters/Q"}),
        components={"parameters": {"Q": parameter("q", description="A question.")}},
    )
    (found,) = method.arguments
    assert (found.wire_name, found.description) == ("q", "A question.")


def test_a_parameter_can_state_its_type_as_content(small: Small) -> None:
    content = {"application/json": {"schema": {"type": "integer"}}}
    method = small.method(operation({"name": "q", "in": "query", "content": content}))
    (found,) = method.arguments
    assert isinstance(found, QueryArgument)
    assert found.type == Scalar(ScalarKind.INTEGER)


def test_a_cookie_is_an_argument(small: Small) -> None:
    method = small.method(operation(parameter("c", "cookie")))
    assert [location_of(a) for a in method.arguments] == [Location.COOKIE]
    assert small.codes == []


PATH = "/x/{first}/y/{second}"
BOTH = (parameter("first", "path"), parameter("second", "path"))


def test_the_last_path_parameter_is_positional(small: Small) -> None:
    assert small.method(operation(*BOTH), PATH).positional == ("second",)
    assert small.method(operation(*reversed(BOTH)), PATH).positional == ("second",)
    assert small.method(operation(parameter("q")), "/x").positional == ()


@pytest.mark.parametrize("wanted", [[], ["first"], ["second", "first"]])
def test_the_configuration_says_which_are_positional(
    small: Small, wanted: list[str]
) -> None:
    entry = {"endpoint": f"get {PATH}", "positional_params": wanted}
    method = small.method(
        operation(*BOTH), PATH, resources={"things": {"methods": {"get": entry}}}
    )
    assert method.positional == tuple(wanted)


SCOPED = "/{kind}/{id}/things/{thing_id}"
SCOPED_PARAMETERS = (
    parameter("kind", "path"),
    parameter("id", "path"),
    parameter("thing_id", "path"),
)


def test_a_scope_fills_two_path_parameters(small: Small) -> None:
    method = small.method(
        operation(*SCOPED_PARAMETERS), SCOPED, **{"x-path-scopes": SCOPES}
    )
    assert method.scope is not None
    assert (method.scope.kind, method.scope.id) == ("kind", "id")
    assert method.arguments == (
        ScopeArgument(wire_name="account_id", value="accounts", description="One."),
        ScopeArgument(wire_name="zone_id", value="zone_id"),
        PathArgument(wire_name="thing_id", type=Scalar(ScalarKind.STRING)),
    )
    assert method.positional == ("thing_id",)


def test_a_scope_needs_both_of_its_parameters(small: Small) -> None:
    method = small.method(
        operation(parameter("id", "path")), "/things/{id}", **{"x-path-scopes": SCOPES}
    )
    assert method.scope is None
    assert method.positional == ("id",)


def test_a_query_parameter_of_the_scope_s_name_stays_an_argument(small: Small) -> None:
    parameters = (*SCOPED_PARAMETERS, parameter("kind"))
    method = small.method(operation(*parameters), SCOPED, **{"x-path-scopes": SCOPES})
    locations = [location_of(a).value for a in method.arguments]
    assert locations == ["scope", "scope", "path", "query"]


def test_a_response_becomes_a_type_of_the_method_s_own(small: Small) -> None:
    api = small.api(paths={"/a": {"get": operation(responses=returns(THING))}})
    (method,) = api.resources[0].methods
    ref = returned_type(method.result)
    assert isinstance(ref, Ref)
    found = api.types[ref.target]
    assert isinstance(found, Object)
    assert found.origin == MethodResult(("things",), "get_0")


def test_a_response_that_is_a_model_is_the_model(small: Small) -> None:
    schema = {"$ref": "#/components/schemas/Thing"}
    api = small.api(
        schemas={"Thing": THING},
        paths={"/a": {"get": operation(responses=returns(schema))}},
    )
    (method,) = api.resources[0].methods
    assert method.result == ModelResult(Ref(TypeId("#/components/schemas/Thing")))
    assert len(api.types) == 1


@pytest.mark.parametrize(
    "responses",
    [
        {"204": {"description": "none"}, "201": returns(THING)["200"]},
        {"default": returns(THING)["200"]},
        {"400": {"description": "bad"}, "200": returns(THING)["200"]},
        {"2XX": returns(THING)["200"]},
    ],
    ids=str,
)
def test_the_lowest_success_counts_and_else_the_default(
    small: Small, responses: Json
) -> None:
    method = small.method(operation(responses=responses))
    assert isinstance(method.result, ModelResult)


def test_an_exact_success_goes_before_a_range(small: Small) -> None:
    responses = {"2XX": {"description": "any"}, "200": returns(THING)["200"]}
    method = small.method(operation(responses=responses))
    assert isinstance(method.result, ModelResult)


@pytest.mark.parametrize(
    "media", ["application/json", "application/problem+json; charset=utf-8"]
)
def test_json_is_known_by_its_media_type(small: Small, media: str) -> None:
    responses = {"200": {"description": "", "content": {media: {"schema": THING}}}}
    method = small.method(operation(responses=responses))
    assert isinstance(method.result, ModelResult)


def test_a_media_type_with_another_body_is_reported(small: Small) -> None:
    alike = {"schema": THING}
    content = {
        "application/json": alike,
        "application/x-www-form-urlencoded": {
            "schema": {**THING, "description": "As a form."}
        },
        "text/plain": {"schema": STRING},
    }
    operation = {"requestBody": {"content": content}, "responses": OK}
    small.api(
        paths={"/a": {"post": operation}},
        resources={"things": {"methods": {"make": "post /a"}}},
    )
    (found,) = small.report.diagnostics
    assert (found.code, found.place.pointer) == (
        "L013",
        "/paths/~1a/post/requestBody/content/text~1plain",
    )
    assert "of text/plain differs from that of application/json" in found.message


def test_a_call_without_a_body_returns_nothing(small: Small) -> None:
    assert small.method(operation()).result == NoResult()


def test_a_body_without_a_media_type_is_reported_and_not_sent(small: Small) -> None:
    method = small.method(operation(requestBody={"content": {}}))
    assert method.body is None
    assert method.arguments == ()
    assert small.codes == ["L004"]


def content(status: str, **media: Json) -> Json:
    """A response of a status."""
    named = {name.replace("_", "/"): value for name, value in media.items()}
    return {status: {"description": "", "content": named}}


OBJECT: Json = {"type": "object"}
LIST: Json = {"type": "array", "items": STRING}
NOTHING = Scalar(ScalarKind.NULL)


@pytest.mark.parametrize(
    ("described", "kept", "others"),
    [
        ({"200": OBJECT, "202": OBJECT | {"title": "Later"}}, OBJECT, ()),
        ({"202": LIST, "200": OBJECT}, OBJECT, (("202", Unknown()),)),
        ({"200": OBJECT, "204": None}, OBJECT, (("204", NOTHING),)),
        ({"204": LIST}, LIST, (("204", NOTHING),)),
        ({"204": OBJECT, "207": LIST}, LIST, (("204", NOTHING),)),
        ({"200": None, "204": LIST}, LIST, (("200", NOTHING), ("204", NOTHING))),
    ],
    ids=str,
)
def test_the_first_status_with_a_body_gives_the_result_unless_all_are_united(
    small: Small,
    described: dict[str, Json | None],
    kept: Json,
    others: tuple[tuple[str, TypeRef], ...],
) -> None:
    def responses(found: dict[str, Json | None]) -> Json:
        return {
            status: {"description": "fine"}
            | ({"content": {"application/json": {"schema": schema}}} if schema else {})
            for status, schema in found.items()
        }

    alone = small.method(operation(responses=responses({"200": kept}))).result
    first = small.method(operation(responses=responses(described))).result
    assert isinstance(alone, ModelResult)
    assert isinstance(first, ModelResult)
    assert (first.type, first.statuses) == (alone.type, others)


def test_a_text_that_a_status_without_a_body_describes_is_none(small: Small) -> None:
    text = content("204", **{"text/plain": {"type": "string"}})
    assert isinstance(small.method(operation(responses=text)).result, NoResult)


def test_a_status_of_another_kind_is_reported(small: Small) -> None:
    responses = {
        **content("200", application_json={"schema": THING}),
        **content("202", text_plain={}),
    }
    method = small.method(operation(responses=responses))
    assert isinstance(method.result, ModelResult)
    assert method.result.accept == ()
    assert small.codes == ["L005"]
    assert "response 202" in small.report.diagnostics[0].message


@pytest.mark.parametrize(
    ("streaming", "problem"),
    [
        ({"param_discriminator": "more"}, "no boolean argument 'more'"),
        ({"param_discriminator": "stream"}, "no JSON without a stream"),
    ],
)
def test_streaming_that_does_not_fit_is_reported(
    small: Small, streaming: Json, problem: str
) -> None:
    stream = {**parameter("stream"), "schema": {"type": "boolean"}}
    get = operation(stream, responses=content("200", image_png={}))
    methods = {"get": {"endpoint": "get /a", "streaming": streaming}}
    api = small.api(
        paths={"/a": {"get": get}}, resources={"things": {"methods": methods}}
    )
    assert api.resources[0].methods[0].result == BinaryResult(("image/png",))
    assert small.codes == ["C018"]
    assert problem in small.report.diagnostics[0].message


def paged(small: Small, paginated: object, *, get: Json | None = None) -> Any:
    entry: Json = {"endpoint": "get /a"}
    entry |= {} if paginated == "absent" else {"paginated": paginated}
    get = get or operation(parameter("cursor"), responses=returns(PAGED))
    return small.api(
        paths={"/a": {"get": get}},
        resources={"things": {"methods": {"list": entry}}},
        pagination=[SCHEME],
    )


@pytest.mark.parametrize("paginated", ["absent", True, "pages"])
def test_a_method_that_fits_a_scheme_returns_pages_of_its_items(
    small: Small, paginated: object
) -> None:
    api = paged(small, paginated)
    (method,) = api.resources[0].methods
    assert isinstance(method.result, PageResult)
    assert method.result.scheme == "pages"
    assert isinstance(method.result.item, Ref)
    item = api.types[method.result.item.target]
    assert item.origin == MethodResult(("things",), "list")


def test_a_method_can_opt_out_of_pagination(small: Small) -> None:
    (method,) = paged(small, False).resources[0].methods
    assert isinstance(method.result, ModelResult)


def test_a_method_that_fits_no_scheme_has_no_pages(small: Small) -> None:
    get = operation(responses=returns(PAGED))
    (method,) = paged(small, "absent", get=get).resources[0].methods
    assert isinstance(method.result, ModelResult)
    assert small.codes == []


@pytest.mark.parametrize(
    ("paginated", "get", "code"),
    [
        ("other", None, "C011"),
        ("pages", operation(responses=returns(PAGED)), "C012"),
        ("pages", operation(parameter("cursor"), responses=returns(THING)), "C012"),
        ("pages", operation(parameter("cursor"), responses={"204": {}}), "C012"),
        (True, operation(responses=returns(PAGED)), "C012"),
        (True, operation(parameter("cursor"), responses={"204": {}}), "C012"),
    ],
)
def test_a_scheme_that_is_asked_for_must_fit(
    small: Small, paginated: object, get: Json | None, code: str
) -> None:
    paged(small, paginated, get=get)
    (finding,) = small.report.diagnostics
    assert finding.code == code
    assert finding.place.pointer == "/resources/things/methods/list/paginated"


def test_pages_that_are_asked_for_without_any_scheme_can_be_inferred(
    small: Small,
) -> None:
    get = operation(parameter("cursor"), responses=returns(PAGED))
    methods = {"list": {"endpoint": "get /things", "paginated": True}}
    resources = {"things": {"methods": methods}}
    small.api(paths={"/things": {"get": get}}, resources=resources)
    (finding,) = small.report.diagnostics
    assert finding.code == "C012"
    assert "x-infer-pages: true" in (finding.help or "")


def test_the_items_of_a_page_are_found_through_all_of(small: Small) -> None:
    envelope = {"type": "object", "properties": {"ok": {"type": "boolean"}}}
    schema = {"allOf": [envelope, PAGED]}
    get = operation(parameter("cursor"), responses=returns(schema))
    (method,) = paged(small, "pages", get=get).resources[0].methods
    assert isinstance(method.result, PageResult)


def test_standard_methods_come_first_and_others_by_name(small: Small) -> None:
    names = ["zap", "delete", "list", "ask", "update", "retrieve", "create"]
    paths = {f"/{name}": {"get": operation()} for name in names}
    methods = {name: f"get /{name}" for name in names}
    api = small.api(paths=paths, resources={"things": {"methods": methods}})
    assert [m.id.name for m in api.resources[0].methods] == [
        "create",
        "retrieve",
        "update",
        "list",
        "delete",
        "ask",
        "zap",
    ]


def test_an_operation_without_a_method_is_reported(small: Small) -> None:
    paths = {
        "/a": {"get": operation(), "post": operation()},
        "/b": {"get": operation()},
    }
    small.api(
        paths=paths,
        resources={"things": {"methods": {"list": "get /a"}}},
        unspecified_endpoints=["POST /a", "get /gone"],
    )
    found = {(d.code, d.place.pointer) for d in small.report.diagnostics}
    assert ("C009", "/paths/~1b/get") in found
    assert {code for code, _ in found} == {"C009", "C014"}
    assert len(found) == 2


def test_a_method_that_names_no_operation_gets_the_likeliest(small: Small) -> None:
    small.api(
        paths={"/zones/{id}": {"get": operation(parameter("id", "path"))}},
        resources={
            "zones": {"methods": {"get": "get /zones/{id}", "list": "get /zone/{id}"}}
        },
    )
    (finding,) = small.report.diagnostics
    assert finding.code == "C008"
    assert finding.help == "did you mean 'get /zones/{id}'?"


def test_a_model_that_names_no_schema_gets_the_likeliest(small: Small) -> None:
    small.api(
        schemas={"Thing": THING},
        resources={"things": {"models": {"thing": "Thing", "other": "Thign"}}},
    )
    (finding,) = small.report.diagnostics
    assert (finding.code, finding.help) == ("C013", "did you mean 'Thing'?")


def test_deprecated_operations_become_deprecated_methods(small: Small) -> None:
    assert small.method(operation()).deprecated is None
    assert small.method(operation(deprecated=True)).deprecated == "deprecated"
    entry = {"endpoint": "get /a", "deprecated": "Use b."}
    resources = {"things": {"methods": {"list": entry}}}
    assert small.method(operation(), "/a", resources=resources).deprecated == "Use b."


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"zzz": 1}, "/paths/~1a/get/zzz"),
        ({"parameters": [parameter("q", zzz=1)]}, "/paths/~1a/get/parameters/0/zzz"),
        (
            {"responses": {"200": {"description": "", "zzz": 1}}},
            "/paths/~1a/get/responses/200/zzz",
        ),
        (
            {"responses": {"200": {"content": {"application/json": {"zzz": 1}}}}},
            "/paths/~1a/get/responses/200/content/application~1json/zzz",
        ),
    ],
)
def test_a_key_that_nothing_reads_is_reported_where_it_stands(
    small: Small, change: Json, pointer: str
) -> None:
    small.method({"responses": OK, **change}, "/a")
    (found,) = small.report.diagnostics
    assert (found.code, found.place.pointer) == ("L007", pointer)


def test_keys_of_the_path_item_that_nothing_reads_are_reported(small: Small) -> None:
    small.api(paths={"/a": {"zzz": 1, "get": {"responses": OK}}})
    (found,) = small.report.diagnostics
    assert (found.code, found.place.pointer) == ("L007", "/paths/~1a/zzz")


def test_an_operation_behind_a_reference_is_the_operation(small: Small) -> None:
    shared = {"x-shared": {"op": operation(parameter("q"))}}
    paths = {
        "/a": {"get": {"$ref": "#/paths/~1b/get"}},
        "/b": {"get": shared["x-shared"]["op"]},
    }
    first, second = small.api(paths=paths).resources[0].methods
    assert first.arguments == second.arguments != ()


@pytest.mark.parametrize(
    "broken",
    [
        {"parameters": [{"$ref": "#/components/parameters/Gone"}]},
        {"responses": {"200": {"$ref": "#/components/responses/Gone"}}},
        {"requestBody": {"$ref": "#/components/requestBodies/Gone"}},
        {"$ref": "#/components/operations/Gone"},
    ],
)
def test_an_operation_that_needs_a_reference_to_nothing_is_left_out_alone(
    small: Small, broken: Json
) -> None:
    paths = {"/a": {"get": {"responses": OK, **broken}}, "/b": {"get": operation()}}
    api = small.api(paths=paths)
    assert [str(m.id) for m in api.resources[0].methods] == ["things.get_1"]
    assert small.codes == ["S001", "L009"]
    assert dict(api.left_out) == {"a dangling reference": 1}
    assert not small.report.failed


def test_an_operation_has_the_credentials_that_it_asks_for(small: Small) -> None:
    schemes = {
        "key": {"type": "apiKey", "in": "header", "name": "K"},
        "other": {"type": "http", "scheme": "bearer"},
    }
    opts = {"key": {"type": "string", "auth": {"security_scheme": "key"}}}
    more: Json = {
        "components": {"securitySchemes": schemes},
        "client_settings": {"opts": opts},
        "security": [{"key": []}],
    }
    assert small.method(operation(), **more).security == (("key",),)
    assert small.method(operation(security=[]), **more).security == ()
    optional = small.method(operation(security=[{"key": []}, {}]), **more)
    assert optional.security == (("key",), ())
    assert small.codes == []
    unfed = small.method(operation(security=[{"other": []}]), **more)
    assert unfed.security == (("key",),)
    assert small.codes == ["L008"]


def test_what_was_left_out_is_counted_by_the_reason(small: Small) -> None:
    paths = {
        "/a": {"get": operation(), "post": operation(), "put": operation()},
    }
    api = small.api(paths=paths, unspecified_endpoints=["put /a"])
    assert api.described == 3
    assert dict(api.left_out) == {
        "an entry in unspecified_endpoints": 1,
        "no method in the configuration": 1,
    }
