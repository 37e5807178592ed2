"""A name that the client needs for itself steps aside, and everything can still be reached.

Each client is generated, imported in a process of its own, and called through a stub.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator import runtime
from generator.config import load_config
from generator.diagnostics import Report, Severity, render_report
from generator.naming.reserved import (
    CLIENT_ATTRIBUTES,
    KEYWORDS,
    PACKAGE_EXPORTS,
    RESOURCE_ATTRIBUTES,
)
from generator.pipeline import Compiled, Inputs, build, compile_inputs

PROGRAM = """
import json, sys
import httpx2

package, client, resources, methods, options = json.load(sys.stdin)
module = __import__(package)
answered = lambda request: httpx2.Response(200, json={"ok": True})
for name, kind in ((client, httpx2.Client), ("Async" + client, None)):
    made = getattr(module, name)(
        **{option: f"value of {option}" for option in options},
        base_url="https://x.example",
        http_client=kind(transport=httpx2.MockTransport(answered)) if kind else None,
    )
    for option in options:
        assert getattr(made, option) == f"value of {option}", option
    for holder in (made, made.with_raw_response, made.with_streaming_response):
        for path, classes in resources:
            reached = holder
            for attribute in path:
                reached = getattr(reached, attribute)
            assert type(reached).__name__ in classes, (path, type(reached))
    for path, method in methods:
        reached = made
        for attribute in path:
            reached = getattr(reached, attribute)
        assert callable(getattr(reached, method)), (path, method)
        assert callable(getattr(reached.with_raw_response, method))
        if kind:
            assert getattr(reached, method)().ok is True, (path, method)
    made.copy(timeout=1.0)
    if kind:
        made.close()
for name in module.__all__:
    assert getattr(module, name) is not None
from importlib import import_module
resource_package = import_module(package + ".resources")
for name in resource_package.__all__:
    getattr(resource_package, name)
"""


def client_of(
    folder: Path,
    resources: Mapping[str, Any],
    *,
    options: Sequence[str] = (),
    organization: str = "acme",
    extra: Mapping[str, Any] | None = None,
) -> tuple[Compiled, Report]:
    """A client on the disk whose every method calls ``get /x``; the names and the findings."""
    ok = {"type": "object", "properties": {"ok": {"type": "boolean"}}}
    response = {"description": "ok", "content": {"application/json": {"schema": ok}}}
    api = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {"/x": {"get": {"responses": {"200": response}}}},
    }
    sdk = {
        "organization": {"name": organization},
        "targets": {"python": {"package_name": "collisions"}},
        "environments": {"production": "https://x.example"},
        "client_settings": {
            "opts": {name: {"type": "string", "nullable": True} for name in options}
        },
        "resources": resources,
        **(extra or {}),
    }
    (folder / "openapi.json").write_text(json.dumps(api))
    (folder / "stainless.json").write_text(json.dumps(sdk))
    report = Report()
    inputs = Inputs(folder / "openapi.json", folder / "stainless.json")
    compiled = compile_inputs(inputs, report, progress=lambda _: None)
    assert compiled is not None, render_report(report)
    for path, data in build(compiled, lambda _: None).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return compiled, report


def use(folder: Path, compiled: Compiled) -> None:
    """Import the client in a process of its own and reach everything in it."""
    names = compiled.names
    dotted = {
        path: [names.resources[path[:n]].attribute for n in range(1, len(path) + 1)]
        for path in names.resources
    }
    found = [
        (
            dotted[path],
            [
                prefix + own.sync_class + suffix
                for prefix in ("", "Async")
                for suffix in ("", "WithRawResponse", "WithStreamingResponse")
            ],
        )
        for path, own in names.resources.items()
    ]
    methods = [(dotted[m.resource], name) for m, name in names.methods.items()]
    given = [names.package, names.client, found, methods, list(names.options.values())]
    outcome = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM],
        input=json.dumps(given),
        text=True,
        capture_output=True,
        cwd=folder / "src",
        timeout=120,
    )
    assert outcome.returncode == 0, outcome.stderr[-3000:]


CALL = {"methods": {"call": "get /x"}}
MODULES = "core types resources pagination client version client_raw client_stream json typing httpx2 lazy"
TRICKY = sorted(
    {*CLIENT_ATTRIBUTES, *KEYWORDS, *MODULES.split(), "settings", "annotations", "builtins"}
    | {"str", "list", "dict", "object", "type", "super", "async", "sync", "property", "lib"}
)  # fmt: skip


def test_resources_and_options_that_the_client_needs_for_itself_step_aside(
    tmp_path: Path,
) -> None:
    compiled, report = client_of(tmp_path, dict.fromkeys(TRICKY, CALL), options=TRICKY)
    use(tmp_path, compiled)
    assert {d.severity for d in report.diagnostics} == {Severity.WARNING}
    renamed = {
        d.place.pointer for d in report.diagnostics if d.code in ("N001", "N003")
    }
    assert {"/resources/close", "/client_settings/opts/timeout"} <= renamed


def test_methods_and_subresources_that_a_resource_needs_for_itself_step_aside(
    tmp_path: Path,
) -> None:
    names = [*TRICKY, "thing", "Thing", "with_raw_response"]
    resource = {
        "methods": dict.fromkeys(names, "get /x"),
        "subresources": dict.fromkeys(names, CALL),
    }
    compiled, _ = client_of(tmp_path, {"thing": resource})
    use(tmp_path, compiled)


def test_classes_and_files_of_nested_resources_do_not_collide(tmp_path: Path) -> None:
    nested = {"thing": {**CALL, "subresources": {"thing": CALL}}, "a": CALL}
    tree = {
        "thing": {**CALL, "subresources": nested},
        "a": CALL,
        "async_a": CALL,
        "a_a": CALL,
        "aA": CALL,
        "shared": {**CALL, "subresources": {"b": CALL}},
        "import": {**CALL, "subresources": {"import": CALL}},
    }
    compiled, report = client_of(tmp_path, tree)
    use(tmp_path, compiled)
    assert {d.code for d in report.diagnostics} <= {"N001", "N003"}


@pytest.mark.parametrize(
    "organization",
    ["api", "API client", "timeout", "settings", "sync API client", "async client", "any",
     "client", "---", "stream", "type", "credential"],
)  # fmt: skip
def test_a_client_named_like_something_of_its_own_is_called_otherwise(
    organization: str, tmp_path: Path
) -> None:
    compiled, _ = client_of(tmp_path, {"thing": CALL}, organization=organization)
    own = {compiled.names.client, compiled.names.async_client}
    assert not {*own, compiled.names.base_error} & set(PACKAGE_EXPORTS)
    use(tmp_path, compiled)


def test_attributes_of_the_base_classes_are_reserved() -> None:
    for base in (runtime.SyncAPIClient, runtime.AsyncAPIClient):
        assert {n for n in dir(base) if n[0] != "_"} <= CLIENT_ATTRIBUTES
    for base in (runtime.SyncResource, runtime.AsyncResource):
        assert {n for n in dir(base) if n[0] != "_"} <= RESOURCE_ATTRIBUTES


@pytest.mark.parametrize(
    "package", ["httpx2", "pydantic", "typing", "json", "asyncio", "con", "x" * 300]
)
def test_a_package_that_hides_a_module_of_the_client_is_refused(
    package: str, tmp_path: Path
) -> None:
    sdk = {
        "organization": {"name": "acme"},
        "targets": {"python": {"package_name": package}},
        "environments": {"production": "https://x.example"},
        "resources": {},
    }
    (tmp_path / "stainless.json").write_text(json.dumps(sdk))
    report = Report()
    load_config(tmp_path / "stainless.json", report)
    found = [(d.code, d.place.pointer) for d in report.diagnostics]
    assert ("C004", "/targets/python/package_name") in found


def test_configured_casings_are_letters_only(tmp_path: Path) -> None:
    casing = {"snake": "x\nimport os #", "pascal": "X; import os #"}
    compiled, _ = client_of(
        tmp_path,
        {"words": {"methods": {"words": "get /x"}}},
        options=["words"],
        extra={"custom_casings": {"words": casing}},
    )
    use(tmp_path, compiled)
    assert compiled.names.options == {"words": "ximportos"}
