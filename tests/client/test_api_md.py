"""The list of methods, ``api.md``, agrees with the code."""

from __future__ import annotations

import functools
import importlib
import inspect
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from tests.client.conftest import ROOT, SOURCE

if TYPE_CHECKING:
    from cloudflare import Cloudflare

API = ROOT / "generated" / "api.md"
TEXT = API.read_text(encoding="utf-8") if API.exists() else ""
_METHOD = re.compile(
    r'<code title="(?P<verb>\w+) (?P<path>[^"]+)">client\.(?P<resource>[\w.]+)\.'
    r'<a href="(?P<file>[^"]+)">(?P<name>\w+)</a>\((?P<arguments>.*?)\) -> (?P<result>.*?)</code>'
)
METHODS = [match.groupdict() for match in _METHOD.finditer(TEXT)]
_COMMON = {"extra_headers", "extra_query", "extra_body", "timeout"}

each_method = pytest.mark.parametrize(
    "method", METHODS, ids=[method["name"] for method in METHODS]
)


def plain(markup: str) -> str:
    """Text without tags and escapes."""
    return unescape(re.sub(r"<[^>]+>", "", markup)).replace("\\", "")


def test_both_methods_are_listed() -> None:
    assert [(m["verb"], m["resource"], m["name"]) for m in METHODS] == [
        ("get", "security_center.insights.audit_logs", "list"),
        ("get", "security_center.insights.audit_logs", "list_by_insight"),
    ]


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r'href="([^"]+)"|\]\(([^)]+)\)', TEXT)
    files = [html or markdown for html, markdown in links]
    assert len(files) >= 3 * len(METHODS)
    assert [name for name in files if not (API.parent / name).is_file()] == []


@each_method
def test_a_listed_method_is_there_with_these_arguments(
    method: dict[str, str], client: Cloudflare
) -> None:
    resource: Any = functools.reduce(getattr, method["resource"].split("."), client)
    parameters = inspect.signature(getattr(resource, method["name"])).parameters
    listed = [part.strip() for part in plain(method["arguments"]).split(",")]
    positional = [
        name
        for name, parameter in parameters.items()
        if parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    star = listed.index("*")
    assert listed[:star] == positional
    assert listed[-1] == "**params"
    assert set(listed[star + 1 : -1]) <= set(parameters)


@each_method
def test_the_linked_files_define_what_is_listed(method: dict[str, str]) -> None:
    source = (API.parent / method["file"]).read_text(encoding="utf-8")
    assert f"    def {method['name']}(" in source
    assert method["path"] in source
    params = re.search(r'href="([^"]+_params\.py)"', method["arguments"])
    assert params is not None
    module = params[1].removeprefix("src/").removesuffix(".py").replace("/", ".")
    (name,) = importlib.import_module(module).__all__
    keys = importlib.import_module(module).__dict__[name].__annotations__
    *_, signature = re.findall(
        rf"    def {method['name']}\((.*?)\) ->", source, re.DOTALL
    )
    assert [key for key in keys if f" {key}: " not in signature] == []


@each_method
def test_the_result_is_what_the_annotation_says(method: dict[str, str]) -> None:
    result = plain(method["result"])
    source = (API.parent / method["file"]).read_text(encoding="utf-8")
    page, _, item = result.rstrip("]").partition("[")
    assert f"pagination.{page}[insights.{item}]" in source
    assert (
        result
        == {
            "list": "SyncCursorPagination[AuditLogListResponse]",
            "list_by_insight": "SyncCursorPagination[AuditLogListByInsightResponse]",
        }[method["name"]]
    )


def test_the_listed_imports_work() -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        names: dict[str, Any] = {}
        exec(block, names)
        assert all(isinstance(n, type) for k, n in names.items() if k[0] != "_")


def test_nothing_that_is_callable_is_left_out(client: Cloudflare) -> None:
    audit_logs = client.security_center.insights.audit_logs
    methods = [
        name
        for name, member in inspect.getmembers(type(audit_logs), inspect.isfunction)
        if not name.startswith("_")
        and set(inspect.signature(member).parameters) >= _COMMON
    ]
    assert sorted(method["name"] for method in METHODS) == sorted(methods)
    assert (SOURCE / "cloudflare").is_dir()
