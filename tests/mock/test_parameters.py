"""Every style in which a parameter can travel is understood, and held against its schema."""

from __future__ import annotations

import pytest

from generator.mock import Mock
from tests.mock.conftest import Values, Workshop, operation, parameter, serving

COLOURS: Values = {
    "type": "array",
    "items": {"enum": ["blue", "black", "br,own"]},
    "minItems": 3,
    "maxItems": 3,
}
RGB: Values = {
    "type": "object",
    "properties": {n: {"type": "integer", "maximum": 255} for n in "RGB"},
    "required": ["R", "G", "B"],
    "additionalProperties": False,
}
NUMBERS: Values = {"type": "array", "items": {"type": "integer"}, "minItems": 2}


def ask(
    workshop: Workshop, described: Values, path: str, sent: str, **headers: str
) -> int:
    """The status for a request to an operation with one parameter."""
    entry = {"get": operation(parameters=[described])}
    with serving(Mock(workshop.described({path: entry}))) as client:
        return client.get(f"/{sent}", headers=headers).status_code


@pytest.mark.parametrize(
    ("style", "explode", "schema", "right", "wrong"),
    [
        ("simple", False, COLOURS, "blue,black,br%2Cown", "blue,black,br,own"),
        ("simple", True, COLOURS, "blue,black,br%2Cown", "blue,pink,black"),
        ("simple", False, RGB, "R,100,G,200,B,150", "R,100,G,200,B,256"),
        ("simple", True, RGB, "R=100,G=200,B=150", "R=100,G=200"),
        ("label", False, COLOURS, ".blue,black,br%2Cown", ".blue,black"),
        ("label", True, COLOURS, ".blue.black.br%2Cown", ".blue.black"),
        ("label", False, RGB, ".R,100,G,200,B,150", ".R,100,G,200"),
        ("label", True, RGB, ".R=100.G=200.B=150", ".R=100.G=x.B=150"),
        ("matrix", False, COLOURS, ";p=blue,black,br%2Cown", ";p=blue,black"),
        ("matrix", True, COLOURS, ";p=blue;p=black;p=br%2Cown", ";p=blue;p=black"),
        ("matrix", False, RGB, ";p=R,100,G,200,B,150", ";p=R,100"),
        ("matrix", True, RGB, ";R=100;G=200;B=150", ";R=100;G=200;B=x"),
        ("simple", False, {"type": "integer"}, "7", "seven"),
        ("label", False, {"type": "integer"}, ".7", ".seven"),
        ("matrix", False, {"type": "integer"}, ";p=7", ";p=seven"),
        ("simple", False, {"const": "a/b c+d"}, "a%2Fb%20c+d", "a%2Fb%20c%20d"),
    ],
)
def test_a_path_parameter_is_read_in_its_style(
    workshop: Workshop,
    style: str,
    explode: bool,
    schema: Values,
    right: str,
    wrong: str,
) -> None:
    described = parameter("p", "path", schema, style=style, explode=explode)
    assert ask(workshop, described, "/things/{p}", f"things/{right}") == 200
    assert ask(workshop, described, "/things/{p}", f"things/{wrong}") == 400


@pytest.mark.parametrize(
    ("style", "explode", "schema", "right", "wrong"),
    [
        ("form", True, COLOURS, "p=blue&p=black&p=br%2Cown", "p=blue&p=black"),
        ("form", True, NUMBERS, "p=1&p=2", "p=1,2"),
        ("form", False, COLOURS, "p=blue,black,br%2Cown", "p=blue,black,br,own"),
        (
            "form",
            True,
            {"properties": {"a": {"properties": {"b": {"type": "integer"}}}}},
            "a[b]=1",
            "a[b]=x",
        ),
        ("form", True, {"properties": {"a": NUMBERS}}, "a=1&a=2", "a=1&a=x"),
        ("form", True, {"enum": [None]}, "", "p=x"),
        ("form", True, RGB, "R=100&G=200&B=150", "R=100&G=200&B=x"),
        ("form", False, RGB, "p=R,100,G,200,B,150", "p=R,100,G,200,B,x"),
        ("spaceDelimited", False, NUMBERS, "p=1%202", "p=1,2"),
        ("spaceDelimited", False, NUMBERS, "p=1+2", "p=1|2"),
        ("tabDelimited", False, NUMBERS, "p=1%092", "p=1%202"),
        ("pipeDelimited", False, NUMBERS, "p=1|2", "p=1%202"),
        ("pipeDelimited", False, NUMBERS, "p=1%7C2", "p=1,2"),
        ("deepObject", True, RGB, "p[R]=100&p[G]=200&p[B]=150", "p[R]=100&p[G]=200"),
        ("deepObject", True, RGB, "p%5BR%5D=1&p%5BG%5D=2&p%5BB%5D=3", "p%5BR%5D=x"),
        ("form", True, {"type": "boolean"}, "p=true", "p=yes"),
        ("form", True, {"type": ["integer", "null"]}, "p=null", "p=nil"),
        ("form", True, {"type": "string", "minLength": 2}, "p=12", "p=1"),
        ("form", True, {"type": "number", "maximum": 2}, "p=1.5", "p=2.5"),
        ("form", True, {"const": "a b&c"}, "p=a+b%26c", "p=a+b"),
        # what clients do, whatever the description says
        ("form", True, NUMBERS, "p[]=1&p[]=2", "p[]=1&p[]=x"),
        ("form", True, NUMBERS, "p[0]=1&p[1]=2", "p[0]=1"),
        ("form", True, RGB, "p.R=100&p.G=200&p.B=150", "p.R=100&p.G=200&p.B=x"),
    ],
)
def test_a_query_parameter_is_read_in_its_style(
    workshop: Workshop,
    style: str,
    explode: bool,
    schema: Values,
    right: str,
    wrong: str,
) -> None:
    described = parameter("p", "query", schema, style=style, explode=explode)
    assert ask(workshop, described, "/things", f"things?{right}") == 200
    assert ask(workshop, described, "/things", f"things?{wrong}") == 400


@pytest.mark.parametrize(
    ("explode", "schema", "right", "wrong"),
    [
        (False, NUMBERS, "1, 2", "1"),
        (False, RGB, "R,100,G,200,B,150", "R,100"),
        (True, RGB, "R=100,G=200,B=150", "R=100,G=200,B=x"),
        (False, {"type": "integer"}, "7", "seven"),
    ],
)
def test_a_header_is_read_in_its_style(
    workshop: Workshop, explode: bool, schema: Values, right: str, wrong: str
) -> None:
    described = parameter("X-P", "header", schema, explode=explode)
    assert ask(workshop, described, "/things", "things", **{"x-p": right}) == 200
    assert ask(workshop, described, "/things", "things", **{"x-p": wrong}) == 400


def test_a_cookie_is_read(workshop: Workshop) -> None:
    described = parameter("p", "cookie", {"type": "integer"}, required=True)
    assert ask(workshop, described, "/a", "a", Cookie="q=x; p=7") == 200
    assert ask(workshop, described, "/a", "a", Cookie="q=x; p=seven") == 400
    assert ask(workshop, described, "/a", "a") == 400


def test_a_parameter_that_is_a_document_is_read(workshop: Workshop) -> None:
    described = {
        "name": "p",
        "in": "query",
        "content": {"application/json": {"schema": RGB}},
    }
    assert (
        ask(workshop, described, "/a", "a?p=%7B%22R%22:1,%22G%22:2,%22B%22:3%7D") == 200
    )
    assert ask(workshop, described, "/a", "a?p=%7B%22R%22:1%7D") == 400
    assert ask(workshop, described, "/a", "a?p=R") == 400


def test_a_required_parameter_must_be_there(workshop: Workshop) -> None:
    described = parameter("p", "query", {}, required=True)
    assert ask(workshop, described, "/a", "a?q=1") == 400
    assert ask(workshop, described, "/a", "a?p=") == 200


def test_accept_content_type_and_authorization_are_not_parameters(
    workshop: Workshop,
) -> None:
    described = parameter("Accept", "header", {"const": "x"}, required=True)
    assert ask(workshop, described, "/a", "a", Accept="application/json") == 200
