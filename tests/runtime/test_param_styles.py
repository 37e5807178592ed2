"""Every style of OpenAPI, by its own examples, and read back by the mock's reader."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mock.schemas import Direction, Schemas
from generator.mock.styles import ABSENT, Styles
from generator.runtime import ParamStyle, omit, params
from generator.runtime.wire.query import encode_query
from generator.runtime.wire.urls import fill_path
from generator.openapi import Location, Parameter, Schema
from tests.mock.conftest import Workshop
from tests.runtime.acme import Zones, settings, sync_client
from tests.runtime.server import Server

COLOURS = ["blue", "black", "brown"]
RGB = {"R": 100, "G": 200, "B": 150}


@pytest.mark.parametrize(
    ("style", "explode", "value", "text"),
    [
        ("simple", False, "blue", "blue"),
        ("simple", False, COLOURS, "blue,black,brown"),
        ("simple", True, COLOURS, "blue,black,brown"),
        ("simple", False, RGB, "R,100,G,200,B,150"),
        ("simple", True, RGB, "R=100,G=200,B=150"),
        ("label", False, "blue", ".blue"),
        ("label", False, COLOURS, ".blue,black,brown"),
        ("label", True, COLOURS, ".blue.black.brown"),
        ("label", False, RGB, ".R,100,G,200,B,150"),
        ("label", True, RGB, ".R=100.G=200.B=150"),
        ("matrix", False, "blue", ";color=blue"),
        ("matrix", False, COLOURS, ";color=blue,black,brown"),
        ("matrix", True, COLOURS, ";color=blue;color=black;color=brown"),
        ("matrix", False, RGB, ";color=R,100,G,200,B,150"),
        ("matrix", True, RGB, ";R=100;G=200;B=150"),
        ("simple", False, ["a,b", "c/d", "é"], "a%2Cb,c%2Fd,%C3%A9"),
        ("pipeDelimited", False, ["a|b", "c"], "a%7Cb%7Cc"),
        ("tabDelimited", False, COLOURS, "blue%09black%09brown"),
        ("simple", False, True, "true"),
        ("simple", False, [1, None, omit, 2], "1,2"),
    ],
)
def test_a_path_parameter_is_written(
    style: Any, explode: bool, value: object, text: str
) -> None:
    styles = {"color": ParamStyle(style, explode)}
    assert fill_path("/a/{color}/b", {"color": value}, styles) == f"/a/{text}/b"


@pytest.mark.parametrize("value", ["", [], {}, None, omit])
def test_an_empty_path_parameter_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="Expected a non-empty value for `color`"):
        fill_path("/a/{color}", {"color": value}, {"color": ParamStyle("label")})


@pytest.mark.parametrize(
    ("style", "explode", "value", "query"),
    [
        ("form", True, "blue", "color=blue"),
        ("form", True, "", "color="),
        ("form", True, COLOURS, "color=blue&color=black&color=brown"),
        ("form", False, COLOURS, "color=blue,black,brown"),
        ("form", True, RGB, "R=100&G=200&B=150"),
        ("form", False, RGB, "color=R,100,G,200,B,150"),
        ("spaceDelimited", False, COLOURS, "color=blue%20black%20brown"),
        ("spaceDelimited", False, RGB, "color=R%20100%20G%20200%20B%20150"),
        ("pipeDelimited", False, COLOURS, "color=blue%7Cblack%7Cbrown"),
        ("tabDelimited", False, COLOURS, "color=blue%09black%09brown"),
        ("deepObject", True, RGB, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        (
            "deepObject",
            True,
            {"a": {"b": [1, 2]}},
            "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2",
        ),
        ("form", False, ["a,b", "c&d"], "color=a%2Cb,c%26d"),
        ("form", False, [], ""),
        ("form", True, None, ""),
        ("form", True, omit, ""),
    ],
)
def test_a_query_parameter_is_written(
    style: Any, explode: bool, value: object, query: str
) -> None:
    styles = {"color": ParamStyle(style, explode)}
    assert encode_query({"color": value}, styles=styles) == query
    both = encode_query({"z": 1, "color": value}, styles=styles)
    assert both == (f"z=1&{query}" if query else "z=1")


@pytest.mark.parametrize(
    ("explode", "value", "text"),
    [
        (False, COLOURS, "blue,black,brown"),
        (False, RGB, "R,100,G,200,B,150"),
        (True, RGB, "R=100,G=200,B=150"),
        (False, "a b/c", "a b/c"),
    ],
)
def test_a_header_is_written(explode: bool, value: object, text: str) -> None:
    assert ParamStyle("simple", explode).in_header("color", value) == text


@pytest.mark.parametrize(
    ("style", "text"), [("spaceDelimited", "1 2"), ("pipeDelimited", "1|2")]
)
def test_a_header_may_be_delimited_in_swagger_2(style: Any, text: str) -> None:
    assert ParamStyle(style).in_header("color", [1, 2]) == text


def test_a_value_without_a_text_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match=r"^color: a object"):
        list(ParamStyle("form").in_query("color", [object()]))


def test_a_method_sends_its_parameters_in_their_styles(server: Server) -> None:
    from generator.runtime import Endpoint

    endpoint = Endpoint[Any](
        "GET",
        "/things/{id}",
        returns=lambda: object,
        path_params=params(("id", "id", ParamStyle("matrix", explode=True))),
        query_params=params(("ids", "id", ParamStyle("pipeDelimited")), "plain"),
        header_params=params(("x_ids", "X-Ids", ParamStyle("simple"))),
        cookie_params=params(("session", "id"), ("tags", "t", ParamStyle("form"))),
    )
    with sync_client(server.url, settings=settings()) as client:
        Zones(client)._request(
            endpoint,
            id=[1, 2],
            ids=[3, 4],
            plain=[5, 6],
            x_ids=[7, 8],
            session="a b",
            tags=["x", "y"],
        )
    (seen,) = server.seen
    assert seen.path == "/things/;id=1;id=2"
    assert seen.query == "plain=5&plain=6&id=3%7C4"
    assert seen.headers["x-ids"] == "7,8"
    assert seen.headers["cookie"] == "id=a%20b; t=x,y"


def test_cookies_that_are_not_given_send_no_header(server: Server) -> None:
    from generator.runtime import Endpoint

    endpoint = Endpoint[Any](
        "GET", "/", returns=lambda: object, cookie_params=params("session")
    )
    with sync_client(server.url, settings=settings()) as client:
        Zones(client)._request(endpoint, session=omit)
    assert "cookie" not in server.seen[0].headers


MOMENT = datetime(2030, 1, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("style", "value", "query"),
    [
        (ParamStyle("json"), {"a": ["é", 1], "t": MOMENT},
         "p=%7B%22a%22%3A%5B%22%C3%A9%22%2C1%5D%2C%22t%22%3A%222030-01-02T00%3A00%3A00%2B00%3A00%22%7D"),
        (ParamStyle("json"), "text", "p=%22text%22"),
        (ParamStyle("json", whole=True), [1], "%5B1%5D"),
        (ParamStyle("form", explode=True, whole=True), {"a": 1, "b": [2, 3]}, "a=1&b=2&b=3"),
        (ParamStyle("text", whole=True), "$.a[?@.b]", "%24.a%5B%3F%40.b%5D"),
        (ParamStyle("form", allow_reserved=True), "a/b?c=d&e#f+g%", "p=a/b?c=d%26e%23f%2Bg%25"),
        (ParamStyle("form", allow_reserved=True), ["a/b", "c"], "p=a/b,c"),
        (ParamStyle("json"), None, ""),
        (ParamStyle("json"), omit, ""),
    ],
)  # fmt: skip
def test_values_of_one_document_and_reserved_characters_in_a_query(
    style: ParamStyle, value: object, query: str
) -> None:
    assert encode_query({"p": value}, styles={"p": style}) == query


def test_a_document_in_a_header_is_ascii() -> None:
    text = ParamStyle("json").in_header("X", {"a": "é\U0001f600"})
    assert text == '{"a":"\\u00e9\\ud83d\\ude00"}'
    assert json.loads(text) == {"a": "é\U0001f600"}


def test_a_value_without_a_json_form_is_named_by_its_parameter() -> None:
    with pytest.raises(TypeError, match=r"filter\.a: a object has no JSON form"):
        list(ParamStyle("json").in_query("filter", {"a": object()}))


@pytest.mark.parametrize(
    ("style", "pairs"),
    [
        (ParamStyle("cookie"), ["p=a b,c"]),
        (ParamStyle("cookie", explode=True), ["p=a b", "p=c"]),
        (ParamStyle("form", explode=True), ["p=a%20b", "p=c"]),
        (ParamStyle("json"), ["p=%5B%22a%20b%22%2C%22c%22%5D"]),
    ],
)
def test_a_cookie_is_a_pair(style: ParamStyle, pairs: list[str]) -> None:
    assert list(style.in_cookie("p", ["a b", "c"])) == pairs
    assert list(style.in_cookie("p", None)) == []


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (MOMENT, "/2030-01-02T00:00:00+00:00.json"),
        (date(2030, 1, 2), "/2030-01-02.json"),
        (True, "/true.json"),
        (0, "/0.json"),
    ],
)
def test_a_value_in_a_path_is_written_as_in_a_query(value: object, path: str) -> None:
    assert fill_path("/{when}.json", {"when": value}) == path


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=" |"),
    min_size=1,
    max_size=8,
)
QUERY = st.sampled_from(
    [
        ("form", True),
        ("form", False),
        ("spaceDelimited", False),
        ("pipeDelimited", False),
    ]
)
PATH = st.sampled_from(
    [(name, explode) for name in ("simple", "matrix") for explode in (True, False)]
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> tuple[Styles, Schema]:
    schema = {"type": "array", "items": {"type": "string"}}
    described = Workshop(tmp_path_factory.mktemp("styles")).described(
        {}, components={"schemas": {"Texts": schema}}
    )
    texts = described.description.find_schema("#/components/schemas/Texts")
    assert texts is not None
    return Styles(Schemas(described, Direction.REQUEST)), texts


def parameter_of(
    location: Location, schema: Schema, style: str, explode: bool
) -> Parameter:
    return Parameter(
        origin=schema.origin,
        name="p",
        location=location,
        required=True,
        schema=schema,
        style=style,
        explode=explode,
    )


@given(st.lists(TEXTS, min_size=2, max_size=4), QUERY)
def test_what_a_server_reads_from_a_query_is_what_was_meant(
    reader: tuple[Styles, Schema], texts: list[str], style: tuple[Any, bool]
) -> None:
    styles, schema = reader
    query = encode_query({"p": texts}, styles={"p": ParamStyle(*style)})
    pairs = [(k, v) for k, _, v in (part.partition("=") for part in query.split("&"))]
    parameter = parameter_of(Location.QUERY, schema, *style)
    assert styles.from_pairs(parameter, pairs) == texts != ABSENT


@given(st.lists(TEXTS, min_size=2, max_size=4), PATH)
def test_what_a_server_reads_from_a_path_is_what_was_meant(
    reader: tuple[Styles, Schema], texts: list[str], style: tuple[Any, bool]
) -> None:
    styles, schema = reader
    path = fill_path("/{p}", {"p": texts}, {"p": ParamStyle(*style)})
    parameter = parameter_of(Location.PATH, schema, *style)
    assert styles.from_path(parameter, path.removeprefix("/")) == texts
