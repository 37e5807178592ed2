"""A configuration as a side of ``diff``, and the lines of it that settle differences."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import ran

ID = {"name": "zone_id", "in": "path", "required": True, "schema": {"type": "string"}}
ACCOUNT = {**ID, "name": "account_id"}
REF = {"$ref": "#/components/schemas/Zone"}


def _answer(schema: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {"200": {"description": "ok", "content": content}}


PAGE = {
    "type": "object",
    "properties": {
        "items": {"type": "array", "items": REF},
        "next_cursor": {"type": "string"},
    },
}
CURSOR = {"name": "cursor", "in": "query", "schema": {"type": "string"}}
DESCRIPTION: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Acme", "version": "1"},
    "servers": [{"url": "https://acme.example"}],
    "paths": {
        "/health": {"get": {"responses": {"204": {"description": "ok"}}}},
        "/zones": {"get": {"parameters": [CURSOR], "responses": _answer(PAGE)}},
        "/accounts/{account_id}/zones/{zone_id}": {
            "get": {"parameters": [ACCOUNT, ID], "responses": _answer(REF)},
            "delete": {"parameters": [ACCOUNT, ID], "responses": _answer(REF)},
        },
    },
    "components": {
        "schemas": {
            "Zone": {
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": {"type": "string"},
                    "status": {"type": "string", "enum": ["on", "off"]},
                },
            }
        }
    },
}
ONE = "/accounts/{account_id}/zones/{zone_id}"
METHODS: dict[str, Any] = {
    "list": {"endpoint": "get /zones", "paginated": "cursor_page"},
    "get": {"endpoint": f"get {ONE}", "positional_params": ["account_id", "zone_id"]},
    "delete": f"delete {ONE}",
}
PAGINATION = [
    {
        "name": "cursor_page",
        "type": "cursor",
        "request": {
            "cursor": {
                "type": "string",
                "x-stainless-pagination-property": {"purpose": "next_cursor_param"},
            }
        },
        "response": {
            "items": {"type": "array", "items": {"type": "object"}},
            "next_cursor": {
                "type": "string",
                "x-stainless-pagination-property": {"purpose": "next_cursor_field"},
            },
        },
    }
]
CONFIGURATION: dict[str, Any] = {
    "organization": {"name": "acme"},
    "targets": {"python": {"package_name": "acme"}},
    "pagination": PAGINATION,
    "resources": {
        "zones": {"models": {"zone": "#/components/schemas/Zone"}, "methods": METHODS}
    },
}


def write(folder: Path, configuration: dict[str, Any]) -> None:
    folder.mkdir()
    (folder / "openapi.yaml").write_text(yaml.safe_dump(DESCRIPTION), "utf-8")
    (folder / "stainless.yml").write_text(yaml.safe_dump(configuration), "utf-8")


def with_resource(**changes: Any) -> dict[str, Any]:
    zones = {**CONFIGURATION["resources"]["zones"], **changes}
    return {**CONFIGURATION, "resources": {"zones": zones}}


def with_methods(**changes: Any) -> dict[str, Any]:
    methods = {name: m for name, m in (METHODS | changes).items() if m is not None}
    return with_resource(methods=methods)


SETTLED: dict[str, tuple[dict[str, Any], str, str]] = {
    "a method is called differently": (
        with_methods(delete=None, remove=f"delete {ONE}"),
        "method_renamed",
        f"resources.zones.methods.delete: delete {ONE}",
    ),
    "a method is missing": (
        with_methods(delete=None),
        "method_removed",
        f"resources.zones.methods.delete: delete {ONE}",
    ),
    "a resource is missing": (
        {
            **CONFIGURATION,
            "resources": {"health": {"methods": {"check": "get /health"}}},
        },
        "resource_removed",
        "resources.zones.methods.list: get /zones; "
        f"resources.zones.methods.delete: delete {ONE}; "
        f"resources.zones.methods.get: get {ONE}",
    ),
    "a resource is called differently": (
        {
            **CONFIGURATION,
            "resources": {"domains": CONFIGURATION["resources"]["zones"]},
        },
        "resource_renamed",
        "resources.zones: rename this key from 'domains'",
    ),
    "a type is called differently": (
        with_resource(models={"domain": "#/components/schemas/Zone"}),
        "type_renamed",
        'resources.zones.models.zone: "#/components/schemas/Zone"',
    ),
    "a type is spelled differently": (
        {**CONFIGURATION, "custom_casings": {"zone": {"initialism": True}}},
        "type_renamed",
        "custom_casings.zone: {initialism: false}",
    ),
    "arguments are in another order": (
        with_methods(
            get={
                "endpoint": f"get {ONE}",
                "positional_params": ["zone_id", "account_id"],
            }
        ),
        "argument_order",
        "resources.zones.methods.get.positional_params: [account_id, zone_id]",
    ),
    "an argument needs its name": (
        with_methods(get={"endpoint": f"get {ONE}", "positional_params": ["zone_id"]}),
        "argument_keyword",
        "resources.zones.methods.get.positional_params: [account_id, zone_id]",
    ),
    "a list has no pages": (
        with_methods(list={"endpoint": "get /zones", "paginated": False}),
        "result_type",
        "resources.zones.methods.list.paginated: cursor_page",
    ),
}


def run(folder: Path, *words: str) -> Any:
    return ran(list(words), folder, {**os.environ})


@pytest.mark.parametrize("name", SETTLED)
def test_a_difference_names_the_line_that_settles_it(name: str, tmp_path: Path) -> None:
    configuration, kind, line = SETTLED[name]
    write(tmp_path / "old", CONFIGURATION)
    write(tmp_path / "new", configuration)
    words = ("diff", "old/stainless.yml", "new/stainless.yml")
    outcome = run(tmp_path, *words, "--format", "json")
    assert outcome.code == 1
    found = {
        (group["kind"], change["settled_by"])
        for group in json.loads(outcome.out)["diff"]["groups"]
        if not group["compatible"]
        for change in group["changes"]
    }
    assert (kind, line) in found


def test_the_client_that_was_generated_equals_its_configuration(tmp_path: Path) -> None:
    write(tmp_path / "api", CONFIGURATION)
    generated = run(tmp_path / "api", "generate", "openapi.yaml", "--out", "client")
    assert generated.code == 0
    for sides in (
        ("api/client", "api/stainless.yml"),
        ("api/openapi.yaml", "api/client"),
    ):
        outcome = run(tmp_path, "diff", *sides)
        assert (outcome.code, outcome.out) == (0, "no differences for programs\n")


def test_places_are_those_of_the_files_that_would_be_written(tmp_path: Path) -> None:
    write(tmp_path / "old", CONFIGURATION)
    write(tmp_path / "new", with_methods(delete=None, remove=f"delete {ONE}"))
    assert (
        run(tmp_path / "new", "generate", "openapi.yaml", "--out", "client").code == 0
    )
    outcome = run(tmp_path, "diff", "old/stainless.yml", "new/stainless.yml")
    line = next(
        line
        for line in outcome.out.splitlines()
        if line.startswith("  ") and " at " in line
    )
    file, _, number = line.split(" -> ")[0].split(" at ")[1].partition(":")
    new = line.split(" -> ")[1]
    lines = (tmp_path / "new/client" / file).read_text().splitlines()
    assert lines[int(new) - 1].strip().startswith("def remove(")
    assert number.isdigit()


def test_the_description_of_a_configuration_can_be_named(tmp_path: Path) -> None:
    write(tmp_path / "api", CONFIGURATION)
    (tmp_path / "api/openapi.yaml").rename(tmp_path / "elsewhere.yaml")
    words = ("diff", "api/stainless.yml", "api/stainless.yml")
    assert run(tmp_path, *words).code == 2
    assert run(tmp_path, *words, "--spec", "elsewhere.yaml").code == 0
