"""What is refused, with which status, and how the refusal says where the request is wrong."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from generator.mock import Mock
from tests.mock.conftest import Values, Workshop, operation, parameter, serving

ERRORS: Values = {
    "type": "object",
    "required": ["success", "errors", "messages"],
    "properties": {
        "success": {"const": False},
        "messages": {"type": "array", "items": {"type": "string"}},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["code", "message"],
                "properties": {
                    "code": {"type": "integer", "minimum": 1000},
                    "message": {"type": "string"},
                    "source": {
                        "type": "object",
                        "properties": {"pointer": {"type": "string"}},
                    },
                },
            },
        },
    },
}
THING: Values = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "integer", "readOnly": True},
        "name": {"type": "string"},
        "size": {"type": "integer"},
        "secret": {"type": "string", "writeOnly": True},
    },
}


def described_errors(schema: Values) -> Values:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def post(content: Values, **more: Any) -> Values:
    return operation(THING, requestBody={"required": True, "content": content}, **more)


JSON_POST = {"/things": {"post": post({"application/json": {"schema": THING}})}}


def refused(response: httpx2.Response, status: int) -> Any:
    assert response.status_code == status
    assert "json" in response.headers["content-type"]
    return response.json()


def test_a_path_that_is_not_described_is_not_found(workshop: Workshop) -> None:
    with serving(Mock(workshop.described({"/a": {"get": operation()}}))) as client:
        body = refused(client.get("/b"), 404)
        assert body["detail"] == "the description has no path that matches /b"
        assert client.get("/a/").status_code == 404


def test_a_verb_that_is_not_described_is_not_allowed(workshop: Workshop) -> None:
    paths = {"/a": {"get": operation(), "put": operation()}}
    with serving(Mock(workshop.described(paths))) as client:
        response = client.delete("/a")
        refused(response, 405)
        assert response.headers["allow"] == "GET, PUT"
        assert client.head("/a").status_code == 200


def test_the_path_with_more_literal_text_wins(workshop: Workshop) -> None:
    variable = operation(
        {"const": "variable"}, parameters=[parameter("id", "path", {})]
    )
    paths = {"/a/{id}": {"get": variable}, "/a/me": {"get": operation({"const": "me"})}}
    with serving(Mock(workshop.described(paths))) as client:
        assert client.get("/a/me").json() == "me"
        assert client.get("/a/you").json() == "variable"


def test_a_query_in_a_path_key_tells_operations_apart(workshop: Workshop) -> None:
    paths = {
        key: {"get": operation({"const": key})}
        for key in ("/x", "/x?op=list", "/x?op=list&all", "/y?op=list")
    }
    with serving(Mock(workshop.described(paths))) as client:
        for sent, key in [
            ("/x", "/x"),
            ("/x?op=other", "/x"),
            ("/x?op=list&page=2", "/x?op=list"),
            ("/x?all=&op=list", "/x?op=list&all"),
        ]:
            assert client.get(sent).json() == key
        refused(client.get("/y"), 404)


@pytest.mark.parametrize("template", ["/a%20b/{id}", "/a b/{id}"])
def test_a_character_of_a_path_may_be_percent_encoded(
    workshop: Workshop, template: str
) -> None:
    item = {"get": operation(THING, parameters=[parameter("id", "path", {})])}
    mock = Mock(workshop.described({template: item}))
    (match,) = mock.routes.find("get", "/a%20b/x%2Cy")
    assert match.variables == {"id": "x%2Cy"}
    with serving(mock) as client:
        assert client.get("/a%20b/x").status_code == 200
        refused(client.get("/a%2520b/x"), 404)


def test_the_path_of_a_server_may_stand_before_a_path(workshop: Workshop) -> None:
    servers = [{"url": "https://api.example.com/v4/"}]
    mock = Mock(workshop.described({"/a": {"get": operation()}}, servers=servers))
    with serving(mock) as client:
        assert client.get("/v4/a").status_code == client.get("/a").status_code == 200
        assert client.get("/v5/a").status_code == 404


@pytest.mark.parametrize(
    ("scheme", "credentials"),
    [
        (
            {"type": "http", "scheme": "bearer"},
            {"headers": {"Authorization": "Bearer x"}},
        ),
        (
            {"type": "http", "scheme": "basic"},
            {"headers": {"Authorization": "Basic eA=="}},
        ),
        ({"type": "oauth2", "flows": {}}, {"headers": {"Authorization": "bearer x"}}),
        (
            {"type": "apiKey", "in": "header", "name": "X-Key"},
            {"headers": {"x-key": "x"}},
        ),
        ({"type": "apiKey", "in": "query", "name": "key"}, {"params": {"key": "x"}}),
        (
            {"type": "apiKey", "in": "cookie", "name": "key"},
            {"headers": {"Cookie": "key=x"}},
        ),
    ],
)
def test_credentials_must_be_there(
    workshop: Workshop, scheme: Values, credentials: Values
) -> None:
    components = {"securitySchemes": {"it": scheme}}
    documents = workshop.described(
        {"/a": {"get": operation()}, "/b": {"get": operation(security=[])}},
        components=components,
        security=[{"it": []}],
    )
    with serving(Mock(documents)) as client:
        response = client.get("/a")
        assert "missing credentials" in refused(response, 401)["detail"]
        assert ("www-authenticate" in response.headers) == (scheme["type"] != "apiKey")
        assert client.get("/a", headers={"Authorization": "Bearer"}).status_code == 401
        assert client.get("/a", **credentials).status_code == 200
        assert client.get("/b").status_code == 200


def test_one_of_several_sets_of_credentials_suffices(workshop: Workshop) -> None:
    header = {"type": "apiKey", "in": "header"}
    schemes = {name: {**header, "name": f"X-{name}"} for name in "ABC"}
    paths = {"/a": {"get": operation(security=[{"A": [], "B": []}, {"C": []}])}}
    documents = workshop.described(paths, components={"securitySchemes": schemes})
    with serving(Mock(documents)) as client:
        assert client.get("/a", headers={"X-A": "1"}).status_code == 401
        assert client.get("/a", headers={"X-A": "1", "X-B": "1"}).status_code == 200
        assert client.get("/a", headers={"X-C": "1"}).status_code == 200


def test_a_refusal_has_the_described_form(workshop: Workshop) -> None:
    wanted = [
        parameter("size", "query", {"type": "integer", "maximum": 5}),
        parameter("order", "query", {"enum": ["asc", "desc"]}),
    ]
    entry = operation(parameters=wanted)
    entry["responses"]["4XX"] = described_errors(ERRORS)
    with serving(Mock(workshop.described({"/a": {"get": entry}}))) as client:
        body = refused(client.get("/a?size=6&order=up"), 400)
    assert body["success"] is False
    assert body["messages"] == []
    assert [error["source"]["pointer"] for error in body["errors"]] == [
        "/query/size",
        "/query/order",
    ]
    assert body["errors"][0]["message"] == (
        "the query parameter 'size': 6 is greater than the maximum of 5"
    )


def test_a_flat_error_body_gets_the_message_too(workshop: Workshop) -> None:
    flat = {
        "type": "object",
        "required": ["statusCode", "message"],
        "properties": {
            "statusCode": {"type": "integer"},
            "message": {"type": "string"},
        },
    }
    entry = operation(parameters=[parameter("a", "query", {}, required=True)])
    entry["responses"]["default"] = described_errors(flat)
    with serving(Mock(workshop.described({"/a": {"get": entry}}))) as client:
        assert refused(client.get("/a"), 400) == {
            "statusCode": 400,
            "message": "the query parameter 'a' is missing",
        }


def test_an_error_that_no_value_matches_is_replaced_by_problem_details(
    workshop: Workshop,
) -> None:
    entry = operation(parameters=[parameter("a", "query", {}, required=True)])
    entry["responses"]["400"] = described_errors(
        {"allOf": [{"const": 1}, {"const": 2}]}
    )
    with serving(Mock(workshop.described({"/a": {"get": entry}}))) as client:
        response = client.get("/a")
    assert response.headers["content-type"] == "application/problem+json"
    assert refused(response, 400)["errors"] == [
        {"detail": "the query parameter 'a' is missing", "pointer": "/query/a"}
    ]


def test_a_body_is_validated_by_its_schema(workshop: Workshop) -> None:
    with serving(Mock(workshop.described(JSON_POST))) as client:
        assert client.post("/things", json={"name": "a"}).status_code == 200
        wrong = refused(client.post("/things", json={"name": 1, "size": "x"}), 400)
        assert {error["pointer"] for error in wrong["errors"]} == {
            "/body/name",
            "/body/size",
        }
        garbled = client.post(
            "/things", content=b'{"name":', headers={"Content-Type": "application/json"}
        )
        assert "the body is not JSON: " in refused(garbled, 400)["detail"]
        assert (
            refused(client.post("/things"), 400)["detail"] == "the request has no body"
        )


def test_write_only_properties_are_not_returned(workshop: Workshop) -> None:
    with serving(Mock(workshop.described(JSON_POST))) as client:
        body = client.post("/things", json={"name": "a", "secret": "s"}).json()
    assert set(body) == {"id", "name", "size"}


def test_a_body_of_another_media_type_is_refused(workshop: Workshop) -> None:
    with serving(Mock(workshop.described(JSON_POST))) as client:
        response = client.post("/things", data={"name": "a"})
        assert "application/x-www-form-urlencoded" in refused(response, 415)["detail"]
        assert response.headers["accept"] == "application/json"


def test_a_media_type_range_matches(workshop: Workshop) -> None:
    content = {"text/*": {}, "application/json; charset=utf-8": {"schema": THING}}
    with serving(Mock(workshop.described({"/a": {"post": post(content)}}))) as client:
        plain = {"Content-Type": "text/plain"}
        assert client.post("/a", content=b"x", headers=plain).status_code == 200
        assert client.post("/a", json={"name": 1}).status_code == 400
        image = {"Content-Type": "image/png"}
        assert client.post("/a", content=b"x", headers=image).status_code == 415


@pytest.mark.parametrize(
    "media_type", ["application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_a_form_is_validated_by_its_schema(workshop: Workshop, media_type: str) -> None:
    form = {**THING, "properties": {**THING["properties"], "file": {"type": "string"}}}
    paths = {"/a": {"post": post({media_type: {"schema": form}})}}
    files = {"file": b"content"} if "multipart" in media_type else None
    with serving(Mock(workshop.described(paths))) as client:
        right = client.post("/a", data={"name": "a b+c", "size": "3"}, files=files)
        assert right.status_code == 200
        wrong = client.post("/a", data={"size": "x"}, files=files)
        found = {error["pointer"] for error in refused(wrong, 400)["errors"]}
        assert found == {"/body", "/body/size"}


def test_the_name_of_a_header_may_have_an_underscore(workshop: Workshop) -> None:
    schemes = {"key": {"type": "apiKey", "in": "header", "name": "api_key"}}
    size = parameter("the_size", "header", {"type": "integer"}, required=True)
    paths = {"/a": {"post": operation(parameters=[size], security=[{"key": []}])}}
    components = {"securitySchemes": schemes}
    mock = Mock(workshop.described(paths, components=components))
    with serving(mock) as client:
        headers = {"api_key": "k", "the_size": "1", "Content_Length": "9"}
        assert client.post("/a", headers=headers).status_code == 200
        refused(client.post("/a", headers={**headers, "the_size": "x"}), 400)
        refused(client.post("/a", headers={"the_size": "1"}), 401)


@pytest.mark.parametrize(
    ("origin", "named", "allowed"),
    [
        ("http://localhost:8000", (), True),
        ("https://docs.localhost", (), True),
        ("http://127.0.0.1", (), True),
        ("http://[::1]:1", (), True),
        ("https://shop.example", (), False),
        ("https://localhost.shop.example", (), False),
        ("http://127.0.0.1.shop.example", (), False),
        ("null", (), False),
        ("null", ("null",), True),
        ("https://shop.example", ("https://Shop.example/",), True),
        ("https://any.example", ("*",), True),
    ],
)
def test_pages_of_this_machine_and_of_named_origins_may_call(
    origin: str, named: tuple[str, ...], allowed: bool, workshop: Workshop
) -> None:
    described = workshop.described({"/a": {"get": operation()}})
    with serving(Mock(described, origins=named)) as client:
        asking = {"Origin": origin, "Access-Control-Request-Method": "GET"}
        asked = client.options("/a", headers=asking)
        assert asked.status_code == 204
        found = client.get("/a", headers={"Origin": origin})
        for response in (asked, found):
            readers = response.headers.get("access-control-allow-origin")
            assert readers == (origin if allowed else None)
        headers = asked.headers.get("access-control-allow-headers", "")
        assert ("Authorization" in headers) == allowed


def test_an_origin_that_is_described_does_not_get_in_the_way(
    workshop: Workshop,
) -> None:
    header = {"schema": {"const": "https://shop.example"}}
    entry = operation()
    entry["responses"]["200"]["headers"] = {"Access-Control-Allow-Origin": header}
    with serving(Mock(workshop.described({"/a": {"get": entry}}))) as client:
        found = client.get("/a", headers={"Origin": "http://localhost"})
        assert found.headers["access-control-allow-origin"] == "http://localhost"
