"""Parameters of every location and style go where the description says, as it says."""

from __future__ import annotations

import inspect
import json
from datetime import date
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.behaviour.conftest import Generate, GenerateWithFindings
from tests.golden.stub import Stub

OK = "responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }"
FINDING = "resources: { things: { methods: { find: get /found } } }"
CONFIGURED = (
    f"{{ {FINDING}, query_settings: {{ array_format: comma, nested_format: dots }} }}"
)
LIST = "schema: { type: array, items: { type: string } }"
MAP = "schema: { type: object, additionalProperties: { type: integer } }"


def search(*parameters: str, path: str = "/found") -> str:
    """A description of one GET with these parameters."""
    return f"""
paths:
  '{path}':
    get:
      parameters: [{", ".join(f"{{ {p} }}" for p in parameters)}]
      {OK}
"""


def sent(package: Any, *args: Any, **arguments: Any) -> tuple[str, dict[str, str]]:
    """The target and the headers of a call."""
    with Stub({}) as stub, package.Client(base_url=stub.url) as client:
        client.things.find(*args, **arguments)
    return stub.requests[0].removeprefix("GET "), stub.headers[0]


@pytest.mark.parametrize(
    ("parameter", "value", "query"),
    [
        (f"name: a, in: query, {LIST}", ["x", "y"], "a=x&a=y"),
        (f"name: a, in: query, explode: false, {LIST}", ["x", "y,z"], "a=x,y%2Cz"),
        (f"name: a, in: query, style: pipeDelimited, {LIST}", ["x", "y"], "a=x%7Cy"),
        (f"name: a, in: query, style: spaceDelimited, {LIST}", ["x", "y"], "a=x%20y"),
        (f"name: a, in: query, {MAP}", {"r": 1, "g": 2}, "r=1&g=2"),
        (f"name: a, in: query, style: deepObject, {MAP}", {"r": 1}, "a%5Br%5D=1"),
        (f"name: a, in: query, explode: false, {MAP}", {"r": 1, "g": 2}, "a=r,1,g,2"),
        ("name: a, in: query, schema: {type: object}", {"r": {"s": [1, 2]}, "t": [{"u": 3}]},
         "r%5Bs%5D=1&r%5Bs%5D=2&t%5B0%5D%5Bu%5D=3"),
        ("name: a, in: query, allowReserved: true, schema: {type: string}", "x/y?z", "a=x/y?z"),
        ("name: a, in: query, schema: {type: string}", "x/y?z", "a=x%2Fy%3Fz"),
    ],
)  # fmt: skip
def test_a_query_parameter_is_written_in_its_style(
    parameter: str, value: object, query: str, generate: Generate
) -> None:
    assert sent(generate(search(parameter), FINDING), a=value)[0] == f"/found?{query}"


@pytest.mark.parametrize(
    ("parameter", "value", "query"),
    [
        (f"name: a, in: query, {LIST}", ["x", "y"], "a=x%2Cy"),
        (f"name: a, in: query, {MAP}", {"r": 1}, "a.r=1"),
        (f"name: a, in: query, explode: true, {LIST}", ["x", "y"], "a=x&a=y"),
        (f"name: a, in: query, style: deepObject, {MAP}", {"r": 1}, "a.r=1"),
    ],
)
def test_the_configuration_decides_where_a_parameter_states_no_style(
    parameter: str, value: object, query: str, generate: Generate
) -> None:
    package = generate(search(parameter), CONFIGURED)
    assert sent(package, a=value)[0] == f"/found?{query}"


def test_a_parameter_may_be_a_json_document(generate: Generate) -> None:
    content = "content: { application/json: { schema: { type: object } } }"
    package = generate(
        search(
            f"name: where, in: query, required: true, {content}",
            f"name: X-Where, in: header, {content}",
        ),
        FINDING,
    )
    where = {"a": [1, None], "on": date(2030, 1, 2)}
    target, headers = sent(package, where=where, x_where={"é": 1})
    decoded = json.loads(parse_qs(urlsplit(target).query)["where"][0])
    assert decoded == {"a": [1, None], "on": "2030-01-02"}
    assert json.loads(headers["x-where"]) == {"é": 1}


def test_cookies_are_sent_together_with_the_credentials(generate: Generate) -> None:
    package = generate(
        search(
            "name: session, in: cookie, required: true, schema: { type: string }",
            "name: theme-id, in: cookie, schema: { type: integer }",
        )
        + """
components:
  securitySchemes: { jar: { type: apiKey, in: cookie, name: jar } }
security: [{ jar: [] }]
""",
        f"""{{ {FINDING}, client_settings: {{ opts: {{
            jar: {{ type: string, nullable: true, auth: {{ security_scheme: jar }} }} }} }} }}""",
    )
    with Stub({}, {}) as stub, package.Client(base_url=stub.url, jar="key") as client:
        client.things.find(session="a;b", theme_id=3)
        client.things.find(session="c")
    assert [h["cookie"] for h in stub.headers] == [
        "jar=key; session=a%3Bb; theme-id=3",
        "jar=key; session=c",
    ]


def test_a_header_may_be_of_any_type(generate: Generate) -> None:
    package = generate(
        search(
            f"name: X-Ids, in: header, {LIST}",
            f"name: X-Map, in: header, explode: true, {MAP}",
            "name: X-On, in: header, schema: { type: boolean }",
            "name: X-Day, in: header, schema: { type: string, format: date }",
        ),
        FINDING,
    )
    _, headers = sent(
        package, x_ids=["a", "b"], x_map={"r": 1}, x_on=True, x_day=date(2030, 1, 2)
    )
    assert headers["x-ids"] == "a,b"
    assert headers["x-map"] == "r=1"
    assert headers["x-on"] == "true"
    assert headers["x-day"] == "2030-01-02"


def test_headers_that_are_decided_elsewhere_are_no_arguments(
    generate: Generate,
) -> None:
    names = ("Accept", "content-type", "Authorization")
    package = generate(
        search(*(f"name: {n}, in: header, schema: {{ type: string }}" for n in names)),
        FINDING,
    )
    resource = package.resources.ThingsResource
    assert set(inspect.signature(resource.find).parameters) == {
        *("self", "extra_headers", "extra_query", "extra_body", "timeout")
    }


@pytest.mark.parametrize(
    ("path", "parameter", "value", "sent_path"),
    [
        ("/a/{b}.json", "schema: { type: string }", "x/y", "/a/x%2Fy.json"),
        ("/{b}-{b}", "schema: { type: integer }", 7, "/7-7"),
        ("/a/{b}", LIST, ["x", "y,z"], "/a/x,y%2Cz"),
        ("/a/{b}", f"style: label, explode: true, {LIST}", ["x", "y"], "/a/.x.y"),
        ("/a/{b}", f"style: matrix, {LIST}", ["x", "y"], "/a/;b=x,y"),
        ("/a{b}", "style: matrix, schema: { type: string }", "x", "/a;b=x"),
        ("/a/{b}", f"explode: true, {MAP}", {"r": 1, "g": 2}, "/a/r=1,g=2"),
        ("/a/{b}", "schema: { type: string, format: date }", date(2030, 1, 2), "/a/2030-01-02"),
        ("/a/{b}", "schema: { type: boolean }", True, "/a/true"),
        ("/a/{b}", "schema: { enum: [x, y] }", "x", "/a/x"),
    ],
)  # fmt: skip
def test_a_path_parameter_is_written_in_its_style(
    path: str, parameter: str, value: object, sent_path: str, generate: Generate
) -> None:
    package = generate(
        search(f"name: b, in: path, required: true, {parameter}", path=path),
        f"resources: {{ things: {{ methods: {{ find: 'get {path}' }} }} }}",
    )
    assert sent(package, value)[0] == sent_path


def test_an_operation_replaces_parameters_of_its_path(generate: Generate) -> None:
    package = generate(
        f"""
paths:
  /found:
    parameters:
      - {{ name: a, in: query, required: true, schema: {{ type: string }} }}
      - {{ name: b, in: query, schema: {{ type: string }} }}
    get:
      parameters: [{{ name: a, in: query, style: pipeDelimited, {LIST} }}]
      {OK}
""",
        FINDING,
    )
    assert sent(package, a=["x", "y"], b="z")[0] == "/found?b=z&a=x%7Cy"


def test_a_default_is_documented_and_not_sent(generate: Generate) -> None:
    package = generate(
        search("name: size, in: query, schema: { type: integer, default: 20 }"), FINDING
    )
    assert sent(package)[0] == "/found"


@pytest.mark.parametrize(
    ("content", "value", "query"),
    [
        ("application/x-www-form-urlencoded: { schema: { type: object } }",
         {"a": 1, "b": ["x", "y"]}, "a=1&b=x&b=y"),
        ("application/json: { schema: { type: object } }", {"a": 1}, '{"a":1}'),
        ("text/plain: { schema: { type: string } }", "$.a[?@.b>1]", "$.a[?@.b>1]"),
    ],
)  # fmt: skip
def test_a_parameter_may_be_the_whole_query_string(
    content: str, value: object, query: str, generate: Generate
) -> None:
    parameter = f"name: q, in: querystring, required: true, content: {{ {content} }}"
    package = generate("openapi: 3.2.0\n" + search(parameter), FINDING)
    target, _ = sent(package, q=value)
    assert unquote(target) == f"/found?{query}"


def test_a_header_whose_name_cannot_be_sent_is_left_out_with_a_finding(
    generate_with_findings: GenerateWithFindings,
) -> None:
    header = "name: the size, in: header, required: true, schema: {type: integer}"
    package, report = generate_with_findings(search(header), FINDING)
    find = package.resources.ThingsResource.find
    assert "the_size" not in inspect.signature(find).parameters
    assert [d.code for d in report.diagnostics if d.code[0] == "L"] == ["L011"]


def test_a_variable_in_the_query_of_a_path_is_the_query_parameter_of_its_name(
    generate_with_findings: GenerateWithFindings,
) -> None:
    in_query = "name: y, in: query, required: true, schema: { type: string }"
    in_path = "name: y, in: path, required: true, schema: { type: string }"
    finding = "resources: { things: { methods: { find: 'get /f?x=1&y={y}' } } }"
    for stated in ([in_query], [in_path], [in_path, in_query]):
        text = search(*stated, path="/f?x=1&y={y}")
        package, _ = generate_with_findings(text, finding)
        assert sent(package, y="z")[0] == "/f?x=1&y=z"


def test_bytes_in_a_parameter_are_sent_in_its_encoding(generate: Generate) -> None:
    schema = "required: true, schema: { type: string, format: %s }"
    text = search(
        f"name: plain, in: query, {schema % 'byte'}",
        f"name: url, in: query, {schema % 'base64url'}",
        f"name: head, in: header, {schema % 'base64url'}",
    )
    package = generate(text, FINDING)
    data = b"\xfb\xff"
    target, headers = sent(package, plain=data, url=data, head=data)
    assert target == "/found?plain=%2B%2F8%3D&url=-_8"
    assert headers["head"] == "-_8"
