"""Every signature that a page shows is the one that the package has."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.targets.docs.methods import error_of
from tests.docs.conftest import SITE, site_of
from tests.docs.reading import files, markdown_programs, read

PAGES = [p for p in files(SITE, "html") if p.startswith("methods/")]
MODELS = [p for p in files(SITE, "html") if p.startswith(("types/", "pagination/"))]
_MODULE = re.compile(r"\b(?!httpx2\b)[a-z_]\w*\.(?=[A-Z]|list\b|dict\b)")


def called(client: Any, name: str) -> Callable[..., Any]:
    found = client
    for step in name.split(".")[1:]:
        found = getattr(found, step)
    return found


def as_function(shown: str) -> ast.FunctionDef:
    """What a page shows, parsed as the head of a function."""
    name, _, rest = shown.removeprefix("await ").partition("(")
    tree = ast.parse(f"def {name.replace('.', '_')}({rest}: ...")
    assert isinstance(tree.body[0], ast.FunctionDef)
    return tree.body[0]


def normal(annotation: str) -> str:
    """An annotation without modules, in one way of writing."""
    return ast.unparse(ast.parse(_MODULE.sub("", annotation)))


def described(function: ast.FunctionDef) -> list[tuple[str, str, bool, bool]]:
    """Name, annotation, whether a keyword is needed, whether there is a default."""
    arguments = function.args
    first = len(arguments.args) - len(arguments.defaults)
    listed = [(a, False, n >= first) for n, a in enumerate(arguments.args)]
    pairs = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    listed += [(a, True, default is not None) for a, default in pairs]
    return [
        (a.arg, normal(ast.unparse(a.annotation)), keyword, default)
        for a, keyword, default in listed
        if a.annotation is not None
    ]


def inspected(function: Callable[..., Any]) -> list[tuple[str, str, bool, bool]]:
    return [
        (
            p.name,
            normal(p.annotation),
            p.kind is p.KEYWORD_ONLY,
            p.default is not p.empty,
        )
        for p in inspect.signature(function).parameters.values()
    ]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("page", PAGES)
def test_a_signature_is_the_one_of_the_package(page: str, is_async: bool) -> None:
    import cloudflare

    shown = read((SITE / page).read_text("utf-8")).one("details", klass="signature")
    text = shown.one("div", klass="async" if is_async else "sync").one("pre").text
    function = as_function(text)
    client = (cloudflare.AsyncCloudflare if is_async else cloudflare.Cloudflare)(
        api_token="x"
    )
    actual = called(client, text.removeprefix("await ").partition("(")[0])
    assert described(function) == inspected(actual)
    assert function.returns is not None
    returned = inspect.signature(actual).return_annotation
    assert normal(ast.unparse(function.returns)) == normal(returned)
    assert text.startswith("await ") == inspect.iscoroutinefunction(actual)


@pytest.mark.parametrize("page", PAGES)
def test_the_entries_are_the_parameters_of_the_package(page: str) -> None:
    import cloudflare

    found = read((SITE / page).read_text("utf-8"))
    call = found.one("p", klass="call").text
    method = called(cloudflare.Cloudflare(api_token="x"), call.partition("(")[0])
    section = next(
        s
        for s in found.all("section")
        if s.attributes["aria-labelledby"] == "parameters"
    )
    shown = {
        e.one("a", klass="name").text: normal(e.one("code", klass="type").text)
        for e in section.all("div", klass="entry")
    }
    ours = {
        name: annotation.removesuffix(" | Omit")
        for name, annotation, _, _ in inspected(method)
        if name != "timeout" and not name.startswith("extra_")
    }
    assert shown == ours


@pytest.mark.parametrize("page", MODELS)
def test_a_model_has_the_fields_of_the_package(page: str) -> None:
    found = read((SITE / page).read_text("utf-8"))
    (statement,) = markdown_programs((SITE / f"{page[:-5]}.md").read_text("utf-8"))
    module: dict[str, Any] = {}
    exec(statement, module)
    sections = [s for s in found.all("section") if list(s.all("div", klass="entry"))]
    assert sections
    model = module[found.one("h1").text]
    shown = [a.text for a in sections[0].one("dl").all("a", klass="name")]
    nested = [
        a.text for d in sections[0].all("details") for a in d.all("a", klass="name")
    ]
    assert [name for name in shown if name not in nested] == list(model.model_fields)


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 409, 422, 429, 500, 503])
def test_the_error_of_a_status_is_the_one_of_the_package(status: int) -> None:
    from cloudflare._core.policy.errors import status_error_class

    assert error_of(str(status)) == status_error_class(status).__name__
    assert error_of("4XX") == error_of("default") == "APIStatusError"
    assert error_of("5XX") == "InternalServerError"


def test_a_failure_names_the_model_that_it_is_parsed_as(tmp_path: Path) -> None:
    answer = {"description": "d", "content": {"application/json": {"schema": {}}}}
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    failure = {"description": "busy", "content": problem}
    operation = {"responses": {"200": answer, "409": failure, "404": answer}}
    api = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "https://a.example"}],
        "paths": {"/a": {"get": operation}},
        "components": {"schemas": {"Problem": {"properties": {"title": {}}}}},
    }
    models = {"problem": "#/components/schemas/Problem"}
    things = {"models": models, "methods": {"get": "get /a"}}
    sdk = {"organization": {"name": "acme"}, "resources": {"things": things}}
    site = site_of(tmp_path, api, sdk)
    assert site is not None
    failures = read(site["methods/things/get.html"]).one("dl", klass="failures")
    missing, busy = (
        next(d for d in failures.all("div") if d.text.startswith(status))
        for status in ("404", "409")
    )
    assert "error.parsed" in busy.text
    assert "error.parsed" not in missing.text
    link = next(a for a in busy.all("a") if a.text == "Problem")
    assert link.attributes["href"] == "../../types/problem.html#Problem"
    page = site["methods/things/get.md"]
    assert "`error.parsed` is a [`Problem`](../../types/problem.md)." in page
