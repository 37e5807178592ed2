"""Paths, parameters and responses that break generators: each becomes a method that sends the right target."""

from __future__ import annotations

import inspect
import json
from typing import Any

from tests.behaviour.conftest import GenerateWithFindings
from tests.golden.stub import Stub

Json = dict[str, Any]
OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout")
CONTENT = {"application/json": {"schema": {"type": "object", "properties": {"ok": {}}}}}
ANSWER = {"description": "ok", "content": CONTENT}


def path(*names: str) -> list[Json]:
    return [parameter(name, "path") for name in names]


def parameter(name: str, location: str, **more: Any) -> Json:
    text = {"type": "string"}
    return {"name": name, "in": location, "required": True, "schema": text, **more}


MATRIX = {"style": "matrix", "explode": True, "schema": {"type": "array", "items": {}}}
EVERYWHERE = [parameter("id", where) for where in ("path", "query", "header", "cookie")]
PATHS: dict[str, tuple[list[Json], str]] = {
    "/v1/{name}:cancel": (path("name"), "/v1/V%2F:cancel"),
    "/two/{x}-{y}": (path("x", "y"), "/two/V%2F-V%2F"),
    "/adjacent/{x}{y}": (path("x", "y"), "/adjacent/V%2FV%2F"),
    "/dots/{a}.{b}.json": (path("a", "b"), "/dots/V%2F.V%2F.json"),
    "/slash/": ([], "/slash/"),
    "/slash": ([], "/slash"),
    "/": ([], "/"),
    "/twice/{id}/of/{id}": (path("id"), "/twice/V%2F/of/V%2F"),
    "/everywhere/{id}": (EVERYWHERE, "/everywhere/V%2F?id=V%2F"),
    "/undeclared/{who}": ([], "/undeclared/V%2F"),
    "/unused": (path("gone"), "/unused"),
    "/words/{self}/{class}/{import}": (
        path("self", "class", "import"),
        "/words/V%2F/V%2F/V%2F",
    ),
    "/options/{timeout}": (
        [*path("timeout"), parameter("extra_query", "query")],
        "/options/V%2F?extra_query=V%2F",
    ),
    "/odd": (
        [parameter(name, "query") for name in ("", "a[]", "a", "$top", "filter[x]")],
        "/odd?=V%2F&%24top=V%2F&a=V%2F&a%5B%5D=V%2F&filter%5Bx%5D=V%2F",
    ),
    "/a%20b/\u00fc/{x}": (path("x"), "/a%20b/%C3%BC/V%2F"),
    "/fragment#one": ([], "/fragment"),
    "/query?x=1&y={y}": (path("y"), "/query?x=1&y=V%2F"),
    "/matrix/{m}": ([parameter("m", "path", **MATRIX)], "/matrix/;m=V%2F"),
    "/regex/{name:.*}": ([], "/regex/V%2F"),
    "/rest/{path+}": (path("path+"), "/rest/V%2F"),
    "/space/{ x }": ([], "/space/V%2F"),
    "/file.json": ([], "/file.json"),
}
"""The parameters of each path, and the target of a call whose arguments are all ``V/``."""

RESPONSES: dict[str, Json] = {
    "only a default": {"default": ANSWER},
    "a range": {"2XX": ANSWER},
    "a status that is a number": {"299": ANSWER},
    "a redirect beside it": {"302": {"description": "there"}, "201": ANSWER},
}


def test_each_path_becomes_a_method_that_fills_its_variables(
    generate_with_findings: GenerateWithFindings,
) -> None:
    names = {f"m{index}": key for index, key in enumerate(PATHS)}
    paths = {
        key: {"get": {"parameters": parameters, "responses": {"200": ANSWER}}}
        for key, (parameters, _) in PATHS.items()
    }
    methods = {name: f"get {key}" for name, key in names.items()}
    package, _ = generate_with_findings(
        json.dumps({"paths": paths}),
        json.dumps({"resources": {"things": {"methods": methods}}}),
    )
    wrong: dict[str, str] = {}
    for name, key in names.items():
        with Stub({"ok": 1}) as stub, package.Client(base_url=stub.url) as client:
            call = getattr(client.things, name)
            assert _called(call).ok == 1
        target = stub.requests[0].removeprefix("GET ")
        if target != PATHS[key][1]:
            wrong[key] = target
    assert wrong == {}


def test_responses_of_any_status_that_means_success_are_decoded(
    generate_with_findings: GenerateWithFindings,
) -> None:
    names = {f"m{index}": kind for index, kind in enumerate(RESPONSES)}
    paths = {
        f"/{name}": {"get": {"responses": RESPONSES[kind]}}
        for name, kind in names.items()
    }
    paths |= {"/none": {"get": {"responses": {}}}, "/nothing": {"get": {}}}
    methods = {name: f"get /{name}" for name in (*names, "none", "nothing")}
    package, _ = generate_with_findings(
        json.dumps({"paths": paths}),
        json.dumps({"resources": {"things": {"methods": methods}}}),
    )
    with Stub(*[{"ok": 1}] * 9) as stub, package.Client(base_url=stub.url) as client:
        for name, kind in names.items():
            assert getattr(client.things, name)().ok == 1, kind
        assert client.things.none() is client.things.nothing() is None


def _called(call: Any) -> Any:
    """The result of a call whose arguments are all the same text, or a list of it."""
    found = inspect.signature(call).parameters
    wanted = {name: p for name, p in found.items() if name not in OPTIONS}
    given = {
        n: ["V/"] if "Iterable" in p.annotation else "V/" for n, p in wanted.items()
    }
    positional = [n for n, p in wanted.items() if p.kind is p.POSITIONAL_OR_KEYWORD]
    values = [given.pop(name) for name in positional]
    return call(*values, **given)
