"""The console writes a request as the client does: the same values, the same bytes."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.runtime.wire.form_fields import FieldEncoding, encode_form
from generator.runtime.wire.multipart import multipart_body
from generator.runtime.wire.param_styles import ParamStyle
from generator.runtime.wire.query import encode_query
from generator.runtime.wire.urls import fill_path
from tests.docs.conftest import ROOT

SCRIPT = ROOT / "templates" / "docs" / "assets" / "request.js"
STYLES = [
    *("simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited"),
    *("deepObject", "json"),
]
VALUES: list[Any] = [
    "plain",
    "a b/c?d&e=f+g%h:é€😀'(~*!)",
    "",
    0,
    1.5,
    True,
    [],
    ["a", "b c", "d,e"],
    [1, None, False],
    {},
    {"k": "v w", "n": 2, "left out": None},
    {"deep": {"er": ["x", "y"]}, "rows": [{"a": 1}, {"a": 2}]},
]
CALL: dict[str, Any] = {
    "verb": "POST",
    "server": "",
    "path": "/a",
    "query": [],
    "accept": "*/*",
    "headers": {},
    "arrays": "repeat",
    "objects": "brackets",
    "scope": None,
    "parameters": [],
    "credentials": [],
    "body": None,
}
BUILD = """async (all) => Promise.all(all.map(async ([call, given]) => {
    try {
        const { url, options } = window.buildRequest(call, {
            server: "https://x.example/v1/", values: [], secrets: [], text: "", files: [], ...given });
        const body = options.body instanceof Blob ? await options.body.text() : options.body;
        return { url, headers: Object.fromEntries(options.headers), body };
    } catch (error) {
        return { error: error.message };
    }
}))"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Any:
    with browser.new_context() as context:
        found = context.new_page()
        found.add_script_tag(path=SCRIPT)
        yield found


def requests(page: Page, *cases: tuple[dict[str, Any], dict[str, Any]]) -> Any:
    """The requests of calls, each with what is special about it and what was entered."""
    return page.evaluate(BUILD, [[CALL | call, given] for call, given in cases])


def parameter(where: str, style: ParamStyle | None, name: str = "the name") -> Any:
    described = style and {
        "name": style.name,
        "explode": style.explode,
        "reserved": style.allow_reserved,
        "whole": style.whole,
    }
    found = {"name": name, "in": where, "style": described}
    return {"parameters": [found], "path": "/a/{the name}" if where == "path" else "/a"}


def has_nested(value: Any) -> bool:
    entries = value.values() if isinstance(value, dict) else value
    return isinstance(value, (list, dict)) and any(
        isinstance(entry, (list, dict)) for entry in entries
    )


def test_values_have_the_style_of_their_parameter(page: Page) -> None:
    cases, wanted = [], []
    for name in STYLES:
        for flags in ({}, {"explode": True}, {"allow_reserved": True}):
            style = ParamStyle(name, **flags)  # type: ignore[arg-type]
            for value in VALUES:
                if name == "json" or not has_nested(value):
                    cases.append((parameter("path", style), {"values": [value]}))
                    wanted.append(("/a/" + style.in_path("the name", value), ""))
                if has_nested(value) and name not in ("deepObject", "json"):
                    continue
                cases.append((parameter("query", style), {"values": [value]}))
                query = "&".join(style.in_query("the name", value))
                wanted.append(("/a", f"?{query}" if query else ""))
    found = requests(page, *cases)
    urls = [
        None if path == "/a/." else f"https://x.example/v1{path}{query}"
        for path, query in wanted
    ]  # a lone dot leads to another path
    assert [request.get("url") for request in found] == urls


def test_headers_are_not_percent_encoded(page: Page) -> None:
    values = ["a b", 3, ["a", "b"], {"a": 1, "b": "c"}]
    styles = [ParamStyle("simple"), ParamStyle("simple", explode=True)]
    styles.append(ParamStyle("json"))
    pairs = [(style, value) for style in styles for value in values]
    found = requests(
        page,
        *((parameter("header", s, "X-Name"), {"values": [v]}) for s, v in pairs),
    )
    assert [request["headers"]["x-name"] for request in found] == [
        style.in_header("X-Name", value) for style, value in pairs
    ]


@pytest.mark.parametrize("arrays", ["repeat", "comma", "brackets", "indices"])
def test_queries_and_forms_have_the_style_of_the_api(arrays: Any, page: Page) -> None:
    named = {"q r": VALUES[1], "list": ["a", 1], "inner": {"k": {"m": "v"}, "n": [1]}}
    parameters = [{"name": name, "in": "query"} for name in named]
    body = {
        "form": "form",
        "type": "application/x-www-form-urlencoded",
        "arrays": arrays,
        "encodings": {"list": {"style": "pipeDelimited", "explode": False}},
    }
    query = {"parameters": parameters, "arrays": arrays, "objects": "dots"}
    text = '{"list": ["a", "b"], "inner": {"k": [1, 2]}, "no": null, "s": "a b&c"}'
    found, sent = requests(
        page,
        (query, {"values": [*named.values()]}),
        ({"body": body}, {"text": text}),
    )
    encoded = encode_query(named, array_format=arrays, nested_format="dots")
    assert found["url"] == f"https://x.example/v1/a?{encoded}"
    fields = {"list": ["a", "b"], "inner": {"k": [1, 2]}, "no": None, "s": "a b&c"}
    encodings = {"list": FieldEncoding("pipeDelimited")}
    assert sent["body"] == encode_form(fields, encodings, arrays)


def test_a_multipart_form_has_a_part_for_each_field(page: Page) -> None:
    fields = {
        "text": 'a"b\r\n',
        "list": [1, 2],
        "rows": [{"a": 1}, {"a": 2}],
        "inner": {"b": [True]},
        "note": "n",
    }
    body = {
        "form": "multipart",
        "type": "multipart/form-data",
        "arrays": "repeat",
        "encodings": {"note": {"type": "text/markdown"}},
    }
    text = page.evaluate("JSON.stringify", fields)
    (sent,) = requests(page, ({"body": body}, {"text": text}))
    kind, boundary = sent["headers"]["content-type"].split("; boundary=")
    _, source = multipart_body(
        fields,
        (),
        syntax="parts",
        boundary=boundary,
        encodings={"note": FieldEncoding(media_type="text/markdown")},
        arrays="repeat",
    )
    assert kind == "multipart/form-data"
    assert sent["body"].encode() == b"".join(source.start())


def test_credentials_are_sent_where_their_scheme_says(page: Page) -> None:
    credentials = [
        {"in": "header", "name": "Authorization", "prefix": "Basic "},
        {"in": "header", "name": "X-Key", "prefix": ""},
        {"in": "query", "name": "api key", "prefix": ""},
    ]
    secrets = [["zoë", "p:w"], [""], ["k&y"]]
    (sent,) = requests(page, ({"credentials": credentials}, {"secrets": secrets}))
    assert sent["headers"]["authorization"] == "Basic em/DqzpwOnc="
    assert "x-key" not in sent["headers"]
    assert sent["url"] == "https://x.example/v1/a?api+key=k%26y"


def test_a_path_is_written_as_the_client_writes_it_or_refused(page: Page) -> None:
    values = ["a/b c", "é:@!$&'()*+,;=", "..", "%2e"]
    found = requests(
        page, *((parameter("path", None), {"values": [v]}) for v in values)
    )
    assert [request.get("url") for request in found] == [
        *(f"https://x.example/v1{_path(value)}" for value in values[:2]),
        None,
        f"https://x.example/v1{_path(values[3])}",
    ]
    assert "leads elsewhere" in found[2]["error"]


def _path(value: str) -> str:
    return fill_path("/a/{the name}", {"the name": value})
