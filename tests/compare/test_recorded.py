"""What ``diff`` finds in the surfaces that both sides record, a row for each kind of difference."""

from __future__ import annotations

import copy
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.compare import Change, Surface, SyntaxTrees, compare, weigh
from generator.diagnostics import Report
from generator.published import Recorded, Sources
from tests.cli.conftest import ran
from tests.compare import test_configurations as configurations
from tests.compare.client import FILES, write

NAME = ".surface.json"
RECORD: dict[str, Any] = {
    "format": 1,
    "client": {
        "classes": ["Acme", "AsyncAcme"],
        "environments.main": "https://acme.example",
        "retries.calls": "safe",
        "retries.idempotency_header": None,
        "variables.log": "ACME_LOG",
    },
    "options": {
        "api_key": {"type": "string", "variable": "ACME_KEY"},
        "base_url": {"type": "string", "default": "https://acme.example"},
        "max_retries": {"type": "integer", "default": 2},
        "region": {"type": "string", "default": "eu"},
        "timeout": {"type": "number", "default": 60.0},
    },
    "pages": {
        "SyncPage": {"kind": "cursor", "params": {"next_cursor_param": "cursor"}}
    },
    "methods": {
        "zones.list": {
            "request": "get /zones",
            "returns": {"page": "SyncPage", "item": "any"},
        },
        "zones.delete": {"request": "delete /zones/{zone_id}", "max_retries": 0},
        "zones.delete(force)": {"in": "query", "type": "boolean"},
        "zones.delete(zone_id)": {"in": "path", "deprecated": True},
    },
    "types": {
        "types.zone.Zone": {"is": "received"},
        "types.zone.Zone.id": {"type": "string", "deprecated": True},
        "types.zone.Zone.name": {"type": "string"},
    },
}

DIFFERENCES: dict[str, tuple[str, Any, str]] = {
    # the entry, its new value, and the change as weight, kind, name and values
    "the client's retries": (
        "options/max_retries/default",
        5,
        "minor retries client.max_retries: 2 -> 5",
    ),
    "which calls are repeated": (
        "client/retries.calls",
        "compatible",
        "minor retries client.calls: safe -> compatible",
    ),
    "the idempotency key": (
        "client/retries.idempotency_header",
        "Idempotency-Key",
        "minor retries client.idempotency_header: none -> Idempotency-Key",
    ),
    "a method's own retries": (
        "methods/zones.list/max_retries",
        0,
        "minor retries client.zones.list.max_retries: 2 -> 0",
    ),
    "a method's own timeout": (
        "methods/zones.delete/timeout",
        5,
        "minor client default client.zones.delete.timeout: 60.0 -> 5",
    ),
    "a method's own server": (
        "methods/zones.delete/server",
        "https://other.example",
        "patch route client.zones.delete: https://acme.example -> https://other.example",
    ),
    "the client's timeout": (
        "options/timeout/default",
        30.0,
        "minor client default client.timeout: 60.0 -> 30.0",
    ),
    "an option's default": (
        "options/region/default",
        "u s",
        'minor client default client.region: eu -> "u s"',
    ),
    "an environment's address": (
        "client/environments.main",
        "https://b.example",
        "minor client default client.environment main: https://acme.example -> "
        "https://b.example",
    ),
    "another variable": (
        "options/api_key/variable",
        "ACME_TOKEN",
        "major environment variable client.api_key: ACME_KEY -> ACME_TOKEN",
    ),
    "no variable": (
        "options/api_key/variable",
        None,
        "major environment variable client.api_key: ACME_KEY -> none",
    ),
    "a first variable": (
        "options/region/variable",
        "ACME_REGION",
        "minor environment variable client.region: none -> ACME_REGION",
    ),
    "a variable of every client": (
        "client/variables.log",
        "B_LOG",
        "major environment variable client.log: ACME_LOG -> B_LOG",
    ),
    "a parameter of a page": (
        "pages/SyncPage/params/next_cursor_param",
        "after",
        "minor pagination pagination.SyncPage: kind: cursor, params: {next_cursor_param: cursor}"
        " -> kind: cursor, params: {next_cursor_param: after}",
    ),
    "where a page is asked for": (
        "methods/zones.list/returns/in_body",
        True,
        "minor pagination client.zones.list: query -> body",
    ),
    "an argument that will go": (
        "methods/zones.delete(force)/deprecated",
        True,
        "minor argument deprecated client.zones.delete(force):  -> ",
    ),
    "an argument that stays": (
        "methods/zones.delete(zone_id)/deprecated",
        None,
        "patch argument not deprecated client.zones.delete(zone_id):  -> ",
    ),
    "a field that will go": (
        "types/types.zone.Zone.name/deprecated",
        True,
        "minor field deprecated types.Zone.name:  -> ",
    ),
    "a field that stays": (
        "types/types.zone.Zone.id/deprecated",
        None,
        "patch field not deprecated types.Zone.id:  -> ",
    ),
    "a deprecated field that is new": (
        "types/types.zone.Zone.other",
        {"type": "string", "deprecated": True},
        "",
    ),
    "what no program notices": ("methods/zones.list/request", "get /other", ""),
}


def side(record: str | None, report: Report, **edits: str) -> Surface:
    files = {**FILES, **edits}
    sources = Sources("acme", "src/acme", files, {}, Recorded(NAME, record))
    return Surface(sources, SyntaxTrees(), report)


def written(record: dict[str, Any]) -> str:
    """A record in the form of the file, a line for each entry."""
    sections = [
        f' "{name}": {{\n'
        + ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in entries.items())
        + "\n }"
        for name, entries in record.items()
        if name != "format"
    ]
    return ",\n".join(['{\n "format": 1', *sections]) + "\n}\n"


def edited(path: str, value: Any) -> dict[str, Any]:
    record = copy.deepcopy(RECORD)
    *above, last = path.split("/")
    entry = record
    for key in above:
        entry = entry[key]
    entry[last] = value
    return record


def told(change: Change) -> str:
    weight = weigh(change).weight.word
    return f"{weight} {change.kind.value} {change.name}: {change.old} -> {change.new}"


@pytest.mark.parametrize("name", DIFFERENCES)
def test_a_difference_of_what_is_recorded_is_one_change(name: str) -> None:
    path, value, expected = DIFFERENCES[name]
    report = Report()
    new = written(edited(path, value))
    found = compare(side(written(RECORD), report), side(new, report))
    assert [*map(told, found)] == ([expected] if expected else [])
    assert not report.diagnostics
    for change in found:
        assert change.new_place is not None
        line = new.splitlines()[change.new_place.line - 1]
        assert path.split("/")[1] in line


def test_a_method_that_is_called_differently_is_compared_with_its_former_self() -> None:
    record = copy.deepcopy(RECORD)
    record["methods"]["zones.remove"] = record["methods"].pop("zones.delete")
    record["methods"]["zones.remove"]["max_retries"] = 3
    record["methods"]["zones.remove(force)"] = {"in": "query", "deprecated": True}
    zones = FILES["resources/zones.py"].replace("def delete(", "def remove(")
    report = Report()
    new = side(written(record), report, **{"resources/zones.py": zones})
    changes = [*map(told, compare(side(written(RECORD), report), new))]
    assert "minor retries client.zones.delete.max_retries: 0 -> 3" in changes
    assert "minor argument deprecated client.zones.delete(force):  -> " in changes


def test_a_type_that_is_called_differently_is_compared_with_its_former_self() -> None:
    text = re.sub(
        r"\bZone\b",
        "Domain",
        written(
            RECORD
            | {
                "types": {
                    "types.zone.Zone.name": {"type": "string", "deprecated": True}
                }
            }
        ),
    )
    files = {path: re.sub(r"\bZone\b", "Domain", code) for path, code in FILES.items()}
    report = Report()
    new = side(text, report, **files)
    changes = [*map(told, compare(side(written(RECORD), report), new))]
    assert "minor field deprecated types.Zone.name:  -> " in changes


HOSTILE: dict[str, tuple[str | None, str]] = {
    "nothing": ("", "it is not JSON"),
    "a conflict": ('{\n<<<<<<< HEAD\n "format": 1\n', "it is not JSON"),
    "not UTF-8": ("\ufffd\ufffd", "it is not JSON"),
    "nested": ("[" * 200_000, "it is nested too deeply"),
    "a list": ("[]", "it is not an object"),
    "a number": ("9" * 5000, "Exceeds the limit"),
    "another version": ('{"format": 2}', "its 'format' is not 1"),
    "no sections": ('{"format": 1}', "its 'options' is not an object"),
    "a section that is a list": (
        json.dumps(RECORD | {"methods": []}),
        "its 'methods' is not an object",
    ),
    "an entry that is a text": (
        json.dumps(edited("options/region", "\x1b[31m\ud800")),
        "\"region\" of its 'options' is not an object",
    ),
    "a name that moves the cursor": (
        json.dumps(edited("options/\x1b[31m", {})),
        '"\\u001b[31m" is not a name',
    ),
    "a deep value": (
        json.dumps(edited("options/region/default", [[[[[1]]]]])),
        "a value of it is nested too deeply",
    ),
    "too large": (None, "it is too large"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_not_of_its_form_is_one_finding(name: str) -> None:
    text, reason = HOSTILE[name]
    report = Report()
    zones = FILES["resources/zones.py"].replace("def delete(", "def _delete(")
    old = side(written(RECORD), report)
    new = side(text, report, **{"resources/zones.py": zones})
    kinds = [change.kind.value for change in compare(old, new)]
    assert kinds == ["method removed"]
    [finding] = report.diagnostics
    assert (finding.code, finding.place.file) == ("P011", NAME)
    assert reason in finding.message
    assert finding.message.isascii()
    assert finding.help is not None
    assert "generate" in finding.help


def test_odd_texts_are_shown_escaped() -> None:
    record = edited("options/region/default", "\x1b[31m\ud800\u202e")
    report = Report()
    [change] = compare(side(written(RECORD), report), side(written(record), report))
    assert change.new == '"\\u001b[31m\\ud800\\u202e"'


def run(folder: Path, *words: str) -> Any:
    return ran(list(words), folder, {**os.environ})


def test_a_damaged_file_of_a_checkout_makes_the_comparison_incomplete(
    tmp_path: Path,
) -> None:
    for name, text in (("old", written(RECORD)), ("new", "{")):
        (write(tmp_path / name, {}) / NAME).write_text(text)
    outcome = run(tmp_path, "diff", "old", "new", "--quiet")
    assert outcome.code == 2
    assert "P011" in outcome.err
    assert f"new/{NAME}:1:" in outcome.err


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.published.source.MOST_RECORD_BYTES", 100)
    for name in ("old", "new"):
        (write(tmp_path / name, {}) / NAME).write_text(written(RECORD))
    outcome = run(tmp_path, "diff", "old", "new")
    assert outcome.code == 2
    assert "it is too large" in outcome.err
    assert "2 warnings" in outcome.err


def client(retries: int, seconds: int, variable: str, parameter: str) -> dict[str, Any]:
    """A configuration with these settings."""
    found = copy.deepcopy(configurations.CONFIGURATION)
    option = {"type": "string", "nullable": True, "read_env": variable}
    found["client_settings"] = {
        "default_retries": {"max_retries": retries},
        "default_timeout": f"PT{seconds}S",
        "opts": {"api_key": option},
    }
    request = found["pagination"][0]["request"]
    request[parameter] = request.pop("cursor")
    return found


def test_two_configurations_are_compared_by_what_they_make(tmp_path: Path) -> None:
    limit = {"name": "after", "in": "query", "schema": {"type": "string"}}
    description = copy.deepcopy(configurations.DESCRIPTION)
    description["paths"]["/zones"]["get"]["parameters"].append(limit)
    sides = {
        "old": client(4, 30, "ACME_KEY", "cursor"),
        "new": client(5, 20, "ACME_TOKEN", "after"),
    }
    for name, configuration in sides.items():
        configurations.write(tmp_path / name, configuration)
        path = tmp_path / name / "openapi.yaml"
        path.write_text(yaml.safe_dump(description), "utf-8")
    words = "diff", "old/stainless.yml", "new/stainless.yml", "--format", "json"
    found = json.loads(run(tmp_path, *words).out)["diff"]
    assert {
        (g["weight"], g["kind"], c["name"])
        for g in found["groups"]
        for c in g["changes"]
    } == {
        ("major", "option_variable", "client.api_key"),
        ("minor", "retries", "client.max_retries"),
        ("minor", "option_default", "client.timeout"),
        ("minor", "pagination", "pagination.SyncCursorPage"),
    }
