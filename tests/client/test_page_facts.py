"""Description, client and ``api.md`` agree with every fact that the reference page states."""

from __future__ import annotations

import inspect
import types
from datetime import datetime
from typing import Any, Literal, Optional, Union, get_args, get_origin, get_type_hints

import pytest

from generator.diagnostics import Report
from generator.openapi import Description, Operation, Schema, describe
from tests.client.conftest import ROOT, Programs
from tests.client.page_facts import Page, read_page
from tests.client.stub import Answer, Stub
from tests.client.test_page_program import PAGE_PROGRAM

NAMES = {
    "Optional": Optional,
    "Union": Union,
    "Literal": Literal,
    "str": str,
    "int": int,
    "datetime": datetime,
}


@pytest.fixture(scope="module")
def page(reference_page: str) -> Page:
    return read_page(reference_page)


@pytest.fixture(scope="module")
def description() -> Description:
    described = describe(ROOT / "spec" / "openapi.yaml", Report())
    assert described is not None
    return described.description


@pytest.fixture(scope="module")
def operation(page: Page, description: Description) -> Operation:
    found = description.operations.get((page.verb.lower(), page.path))
    assert found is not None, f"the description has no {page.verb} {page.path}"
    return found


@pytest.fixture(scope="module")
def method(page: Page) -> Any:
    """The method that the page is about, found by the path that it gives."""
    from cloudflare import Cloudflare

    found: Any = Cloudflare(api_token="x")
    for name in page.call.split("."):
        found = getattr(found, name)
    return found


def meant(text: str) -> frozenset[Any]:
    """The alternatives of a type as the page prints it, null left aside."""
    return alternatives(eval(text, dict(NAMES)))


def alternatives(type_: Any) -> frozenset[Any]:
    """The alternatives of a type, null and what stands for an absent argument left aside."""
    from cloudflare import NotGiven, Omit

    if get_origin(type_) in (Union, types.UnionType):
        return frozenset().union(*map(alternatives, get_args(type_)))
    return frozenset() if type_ in (type(None), Omit, NotGiven) else frozenset({type_})


def facts_of(schema: Schema) -> tuple[dict[str, str], list[str]]:
    """Format, bounds and enum values of a schema, as the page prints them."""
    facts = {"format": schema.format, **schema.bounds}
    shown = ("format", "minimum", "maximum")
    return (
        {name: str(facts[name]) for name in shown if facts.get(name) is not None},
        list(schema.enum or ()),
    )


def test_the_page_was_read_to_its_end(page: Page) -> None:
    assert page.title
    assert len(page.parameters) == 10
    assert len(page.fields) == 9
    assert page.headers == ["Authorization", "X-Auth-Email", "X-Auth-Key"]
    assert len(page.examples) == 2


def test_the_method_takes_the_parameters_of_the_page_in_its_order(
    page: Page, method: Any
) -> None:
    signature = inspect.signature(method)
    ours = [name for name in signature.parameters if not name.startswith("extra_")]
    assert ours == [*(entry.name for entry in page.parameters), "timeout"]
    name, type_ = page.argument
    positional = [
        p.name for p in signature.parameters.values() if p.kind is not p.KEYWORD_ONLY
    ]
    assert positional == [name]
    assert meant(type_) == {str}


def test_the_parameters_have_the_types_of_the_page(page: Page, method: Any) -> None:
    import cloudflare.types.security_center.insights as insights

    import httpx2
    from cloudflare import _core

    only_for_types = {
        n: getattr(_core, n) for n in ("Body", "Headers", "NotGiven", "Query")
    }
    module = vars(inspect.getmodule(method))
    hints = get_type_hints(method, {**module, **only_for_types, "httpx2": httpx2})
    params = get_type_hints(getattr(insights, page.params_type))
    for entry in page.parameters:
        assert alternatives(hints[entry.name]) == meant(entry.type), entry
        if entry.name != page.argument[0]:
            assert alternatives(params[entry.name]) == meant(entry.type), entry
        is_optional = entry.type.startswith("Optional")
        default = inspect.signature(method).parameters[entry.name].default
        assert is_optional == (default is not inspect.Parameter.empty), entry


def test_the_description_has_the_formats_bounds_and_values_of_the_page(
    page: Page, description: Description, operation: Operation
) -> None:
    schemas: dict[str, Schema] = {}
    for parameter in operation.parameters:
        found = parameter.schema and description.resolve(parameter.schema)
        assert found is not None, parameter.name
        schemas[parameter.name] = found
    for entry in page.parameters:
        if entry.name in ("account_id", "zone_id"):
            continue  # the two ways to fill the path's scope
        assert facts_of(schemas[entry.name]) == (entry.facts, entry.values), entry
    named = {e.name for e in page.parameters} - {"account_id", "zone_id"}
    assert set(schemas) == named | {"accounts_or_zones", "account_or_zone_id"}


def test_the_item_has_the_fields_of_the_page(
    page: Page, description: Description, operation: Operation
) -> None:
    import cloudflare.types.security_center.insights as insights

    model = getattr(insights, page.item)
    assert list(model.model_fields) == [entry.name for entry in page.fields]
    response = operation.success
    assert response is not None
    body = response.content[0].schema
    assert body is not None
    items = body.properties["result"].items
    listed = items and description.resolve(items)
    assert listed is not None
    described = listed.properties
    assert set(described) == {entry.name for entry in page.fields}
    for entry in page.fields:
        found = model.model_fields[entry.name]
        assert alternatives(found.annotation) == meant(entry.type), entry
        assert entry.type.startswith("Optional") == (not found.is_required()), entry
        assert facts_of(described[entry.name]) == (entry.facts, entry.values), entry


def test_the_method_returns_what_the_page_says(page: Page, method: Any) -> None:
    returned = inspect.signature(method).return_annotation
    assert returned.replace("pagination.", "").replace("insights.", "") == page.returns


def test_each_header_of_the_page_carries_a_credential(
    page: Page, description: Description, operation: Operation
) -> None:
    headers = [
        description.security_schemes[name].wire_name or "Authorization"
        for alternative in operation.security or ()
        for name in sorted(alternative)
    ]
    assert headers == page.headers


def test_api_md_lists_the_method_of_the_page(page: Page) -> None:
    lines = (ROOT / "generated" / "api.md").read_text("utf-8").splitlines()
    name = page.call.rpartition(".")[2]
    (line,) = (text for text in lines if f">{name}</a>(" in text)
    assert f'title="{page.verb.lower()} {page.path}"' in line
    assert f"client.{page.call.removesuffix(name)}<a " in line
    assert f"({page.argument[0]}, \\*, " in line
    assert f">{page.returns}</a>" in line
    assert any(f"import AuditLogListResponse, {page.item}" in text for text in lines)


def test_the_program_is_the_one_on_the_page(page: Page) -> None:
    assert page.program == PAGE_PROGRAM


def test_the_example_of_the_page_is_described_and_decoded(
    page: Page, operation: Operation, programs: Programs, stub: Stub
) -> None:
    first, second = page.examples
    assert first == second
    response = operation.success
    assert response is not None
    assert first in response.content[0].examples.values()
    stub.script(Answer(200, first))
    entry = first["result"][0]
    assert programs.output(PAGE_PROGRAM) == f"{entry['id']}\n"
