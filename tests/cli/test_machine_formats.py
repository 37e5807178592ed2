"""``--format``: the findings as documents for editors and code hosts, with what a command found."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Place, Report, render_sarif

from .conftest import ROOT, Project
from .sarif_shape import check_log
from .test_command import on_a_terminal

FORMATS = ["json", "sarif"]
DESCRIPTION = """\
openapi: 3.1.0
info: {title: "🏔 é", verzion: "1"}
paths:
  /zones/{zone_id}:
    get:
      responses:
        "200": {description: OK}
        "200": {description: OK}
"""


def findings(project: Project, *words: str) -> Any:
    """The JSON document of a run that finds something."""
    outcome = project.run("validate", "--format", "json", *words)
    assert (outcome.code, outcome.err) == (1, "")
    return json.loads(outcome.out)


def run_of(project: Project, *words: str) -> Any:
    """The run of the SARIF log of a command that finds something."""
    outcome = project.run("validate", "--format", "sarif", *words)
    assert (outcome.code, outcome.err) == (1, "")
    log = json.loads(outcome.out)
    check_log(log)
    return log["runs"][0]


def places(run: Any) -> list[tuple[str, str, int | None, int | None]]:
    """The code, URI, line and column of each result."""
    found = []
    for result in run["results"]:
        physical = result["locations"][0]["physicalLocation"]
        region = physical.get("region", {})
        uri = physical["artifactLocation"]["uri"]
        line, column = region.get("startLine"), region.get("startColumn")
        found.append((result["ruleId"], uri, line, column))
    return found


def fingerprints(run: Any) -> list[str]:
    return [result["partialFingerprints"]["finding/v1"] for result in run["results"]]


@pytest.mark.parametrize("quiet", [[], ["--quiet"], ["--verbose"]])
def test_without_problems_the_document_says_so(
    fresh: Project, quiet: list[str]
) -> None:
    outcome = fresh.run("validate", "--format", "json", *quiet)
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out) == {
        "version": 1,
        "counts": {"error": 0, "warning": 0},
        "findings": [],
    }
    outcome = fresh.run("validate", "--format", "sarif", *quiet)
    assert (outcome.code, outcome.err) == (0, "")
    log = json.loads(outcome.out)
    check_log(log)
    assert log["runs"][0]["results"] == []
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert log["runs"][0]["tool"]["driver"]["semanticVersion"] == version


def test_a_finding_in_json_has_every_field(fresh: Project) -> None:
    fresh.in_description("schemas/AuditLogEntry'", "schemas/AuditLogEnty'")
    assert findings(fresh) == {
        "version": 1,
        "counts": {"error": 1, "warning": 0},
        "findings": [
            {
                "severity": "error",
                "code": "S001",
                "message": "'#/components/schemas/AuditLogEnty' does not exist",
                "help": "did you mean '#/components/schemas/AuditLogEntry'?",
                "file": "spec/openapi.yaml",
                "line": 211,
                "column": 19,
                "end_column": 60,
                "pointer": "/components/responses/AuditLogPage/content/application~1json/schema/properties/result/items/$ref",
                "related": [],
            }
        ],
    }


def test_a_finding_in_sarif_has_every_property(fresh: Project) -> None:
    fresh.in_description("schemas/AuditLogEntry'", "schemas/AuditLogEnty'")
    run = run_of(fresh)
    assert run["tool"]["driver"]["rules"] == [
        {
            "id": "S001",
            "shortDescription": {"text": "A dangling reference"},
            "fullDescription": {"text": "A dangling reference (the description)"},
            "help": {
                "text": "Each message names the place and says what to write instead."
            },
        }
    ]
    pointer = "/components/responses/AuditLogPage/content/application~1json/schema/properties/result/items/$ref"
    assert run["results"] == [
        {
            "ruleId": "S001",
            "ruleIndex": 0,
            "level": "error",
            "message": {
                "text": "'#/components/schemas/AuditLogEnty' does not exist; "
                "did you mean '#/components/schemas/AuditLogEntry'?"
            },
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": "spec/openapi.yaml",
                            "uriBaseId": "%SRCROOT%",
                        },
                        "region": {
                            "startLine": 211,
                            "startColumn": 19,
                            "endColumn": 60,
                        },
                    },
                    "logicalLocations": [
                        {"name": "$ref", "fullyQualifiedName": pointer}
                    ],
                }
            ],
            "partialFingerprints": {"finding/v1": fingerprints(run)[0]},
        }
    ]


def test_all_formats_have_the_same_findings(fresh: Project) -> None:
    fresh.description.write_text(DESCRIPTION)
    fresh.in_config("\npagination:", "\npagniation:")
    told = re.findall(
        r"(?:error|warning)\[(.*)\]: .*\n  --> ([^:]*):(\d+):(\d+)",
        fresh.run("validate").err,
    )
    document, run = findings(fresh), run_of(fresh)
    expected = [(code, file, int(line), int(at)) for code, file, line, at in told]
    assert places(run) == expected
    assert [
        (f["code"], f["file"], f["line"], f["column"]) for f in document["findings"]
    ] == expected
    levels = [finding["severity"] for finding in document["findings"]]
    assert [result["level"] for result in run["results"]] == levels
    assert {level: levels.count(level) for level in levels} == document["counts"]
    assert len({code for code, *_ in expected}) > 3
    assert min(document["counts"].values()) > 0


def test_a_column_counts_characters(fresh: Project) -> None:
    fresh.description.write_text(DESCRIPTION)
    column = DESCRIPTION.splitlines()[1].index("verzion") + 1
    found = [f for f in findings(fresh)["findings"] if "verzion" in f["message"]]
    assert [(f["line"], f["column"]) for f in found] == [(2, column)]
    place = ("S022", "spec/openapi.yaml", 2, column)
    assert place in places(run_of(fresh))


@pytest.mark.parametrize("missing", [True, False])
def test_a_file_as_a_whole_has_no_position(fresh: Project, missing: bool) -> None:
    if missing:
        fresh.description.unlink()
    else:
        fresh.description.write_text("")
    code = "I001" if missing else "I003"
    (finding,) = findings(fresh)["findings"]
    assert finding["code"] == code
    assert (finding["line"], finding["column"], finding["pointer"]) == (None, None, "")
    (result,) = run_of(fresh)["results"]
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {
                    "uri": "spec/openapi.yaml",
                    "uriBaseId": "%SRCROOT%",
                }
            }
        }
    ]


def test_related_places_are_linked_from_the_message(fresh: Project) -> None:
    fresh.description.write_text(DESCRIPTION)
    (finding,) = (f for f in findings(fresh)["findings"] if f["code"] == "I010")
    (first,) = finding["related"]
    assert first == {
        "message": "first defined here",
        "file": "spec/openapi.yaml",
        "line": 7,
        "column": 9,
        "end_column": 14,
        "pointer": "",
    }
    (result,) = (r for r in run_of(fresh)["results"] if r["ruleId"] == "I010")
    assert result["message"]["text"] == (
        "duplicate key '200'; remove one of the two ([first defined here](1))"
    )
    assert result["relatedLocations"] == [
        {
            "id": 1,
            "message": {"text": "first defined here"},
            "physicalLocation": {
                "artifactLocation": {
                    "uri": "spec/openapi.yaml",
                    "uriBaseId": "%SRCROOT%",
                },
                "region": {"startLine": 7, "startColumn": 9, "endColumn": 14},
            },
        }
    ]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b/späc #1?.yaml", "a%20b/sp%C3%A4c%20%231%3F.yaml"),
        ("c:d%.yaml", "c%3Ad%25.yaml"),
        ("./spec/../e.yaml", "e.yaml"),
        (os.fsdecode(b"\xff.yaml"), "%FF.yaml"),
    ],
)
def test_a_file_below_the_working_folder_has_a_relative_uri(
    fresh: Project, name: str, uri: str
) -> None:
    try:
        (fresh.folder / name).parent.mkdir(exist_ok=True)
        (fresh.folder / name).write_text("")
    except OSError:
        pytest.skip("this file system has no such names")
    assert places(run_of(fresh, "--spec", name)) == [("I003", uri, None, None)]


@pytest.mark.parametrize("name", ["../ä/api.yaml", "{}/ä/api.yaml"])
def test_a_file_elsewhere_has_an_absolute_uri(fresh: Project, name: str) -> None:
    elsewhere = fresh.folder.parent / "ä" / "api.yaml"
    elsewhere.parent.mkdir()
    elsewhere.write_text("")
    run = run_of(fresh, "--spec", name.format(fresh.folder.parent))
    (result,) = run["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": elsewhere.as_uri()}


def test_a_pointer_s_last_token_is_the_name_of_the_place(fresh: Project) -> None:
    fresh.in_config("\npagination:", "\na~b/c: 1\npagination:")
    (result,) = run_of(fresh)["results"]
    assert result["locations"][0]["logicalLocations"] == [
        {"name": "a~b/c", "fullyQualifiedName": "/a~0b~1c"}
    ]


def test_a_message_in_sarif_holds_no_link_and_no_placeholder_of_others(
    fresh: Project,
) -> None:
    key = r"[a\\b](https://x.example) {0}"
    fresh.in_config("\npagination:", f'\n"{key}": 1\npagination:')
    (finding,) = findings(fresh)["findings"]
    assert finding["message"] == r"unknown key '[a\b](https://x.example) {0}'"
    (result,) = run_of(fresh)["results"]
    assert result["message"]["text"].startswith(
        r"unknown key '\[a\\b\](https://x.example) {{0}}'; "
    )


def test_brackets_that_are_not_links_are_unchanged(fresh: Project) -> None:
    fresh.in_config("\npagination:", '\n"a[0]": 1\npagination:')
    (result,) = run_of(fresh)["results"]
    assert "'a[0]'" in result["message"]["text"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_hostile_text_is_escaped(fresh: Project, form: str) -> None:
    hostile = "\x1b[31m\u202e\x7f\x85\u2028🏔"
    key = r'"\e[31m\u202e\x7f\N\L🏔"'
    fresh.in_config("\npagination:", f"\n{key}: 1\npagination:")
    outcome = fresh.run("validate", "--format", form)
    assert re.fullmatch(r"[\n\x20-\x7e]+", outcome.out)
    assert r"\u001b[31m\u202e\u007f\u0085\u2028\ud83c\udfd4" in outcome.out
    assert hostile in _texts(json.loads(outcome.out))


def _texts(value: Any) -> str:
    """All strings in a JSON value, one after another."""
    if isinstance(value, dict):
        return "\n".join(map(_texts, value.values()))
    if isinstance(value, list):
        return "\n".join(map(_texts, value))
    return str(value)


@pytest.mark.parametrize("form", FORMATS)
def test_half_a_surrogate_pair_is_replaced(fresh: Project, form: str) -> None:
    name = os.fsdecode(b"\xff.yaml")
    outcome = fresh.run("validate", "--format", form, "--spec", name)
    assert outcome.code == 1
    assert not re.search(r"\\ud[89a-f]", outcome.out)
    assert ("\ufffd.yaml" in _texts(json.loads(outcome.out))) == (form == "json")


def test_a_fingerprint_outlives_a_move_of_lines(fresh: Project) -> None:
    fresh.description.write_text(DESCRIPTION)
    before = run_of(fresh)
    fresh.description.write_text("# One\n# Two\n" + DESCRIPTION)
    after = run_of(fresh)
    assert fingerprints(after) == fingerprints(before)
    assert places(after) != places(before)


def test_findings_have_fingerprints_of_their_own(fresh: Project) -> None:
    twice = '        "200": {description: OK}\n'
    fresh.description.write_text(DESCRIPTION + twice)
    fresh.in_config("\npagination:", "\nzzz: 1\nzzy: 1\npagination:")
    run = run_of(fresh)
    assert len(set(fingerprints(run))) == len(run["results"]) > 5
    equal = [
        f for f, p in zip(fingerprints(run), places(run), strict=True) if p[0] == "I010"
    ]
    assert [f.partition(":")[2] for f in equal] == ["1", "2"]
    assert len({f.partition(":")[0] for f in equal}) == 1


def test_a_fingerprint_is_of_code_pointer_and_message_and_counts_in_its_file() -> None:
    report = Report()
    for code, file, line, pointer, message in (
        ("S020", "a.yaml", 1, "/a", "x"),
        ("S020", "a.yaml", 2, "/a", "x"),
        ("S021", "a.yaml", 3, "/a", "x"),
        ("S020", "a.yaml", 4, "/b", "x"),
        ("S020", "a.yaml", 5, "/a", "y"),
        ("S020", "b.yaml", 6, "/a", "x"),
    ):
        report.error(code, Place(file, line, 1, pointer), message)
    log = json.loads(render_sarif(report, version="1.0.0"))
    check_log(log)
    first, again, *others, elsewhere = fingerprints(log["runs"][0])
    assert again == first.replace(":1", ":2")
    assert elsewhere == first
    assert len({first, *others}) == 4
    assert all(fingerprint.endswith(":1") for fingerprint in others)


@pytest.mark.parametrize("form", FORMATS)
def test_the_bytes_do_not_depend_on_the_machine(fresh: Project, form: str) -> None:
    fresh.description.write_text(DESCRIPTION)
    fresh.in_config("\npagination:", "\n🏔: 1\npagination:")
    words = ("validate", "--format", form)
    expected = fresh.run(*words)
    assert expected.out.endswith("}\n")
    for environment in (
        {"PYTHONHASHSEED": "1"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C", "COLUMNS": "20", "CI": "true"},
    ):
        assert fresh.run(*words, **environment) == expected


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("sound", [True, False])
def test_a_terminal_shows_the_document_alone(
    fresh: Project, form: str, sound: bool
) -> None:
    if not sound:
        fresh.description.write_text(DESCRIPTION)
    expected = fresh.run("validate", "--format", form).out
    code, shown = on_a_terminal(fresh, "validate", "--format", form)
    assert (code == 0) is sound
    assert shown.replace("\r\n", "\n") == expected


def test_text_is_what_validate_shows_otherwise(fresh: Project) -> None:
    assert fresh.run("validate", "--format", "text") == fresh.run("validate")
    fresh.description.write_text(DESCRIPTION)
    outcome = fresh.run("validate", "--format", "text")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome == fresh.run("validate")


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "--format", "xml"),
        ("validate", "--format", "JSON"),
        ("validate", "--format", "json", "--ouput", "x"),
        ("generate", "--format", "json"),
    ],
)
def test_a_usage_error_prints_no_document(
    fresh: Project, words: tuple[str, ...]
) -> None:
    outcome = fresh.run(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Error: " in outcome.err


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "fault", ["import generator.pipeline as p; p.validate", "import json; json.dumps"]
)
def test_an_internal_error_prints_no_document(
    fresh: Project, tmp_path: Path, form: str, fault: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(f"{fault} = None\n")
    both = os.pathsep.join((str(tmp_path), str(ROOT)))
    outcome = fresh.run("validate", "--format", form, PYTHONPATH=both)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("internal error: TypeError")


def test_check_in_json_lists_the_drift(project: Project) -> None:
    outcome = project.run("check", "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    document = json.loads(outcome.out)
    assert document["findings"] == []
    assert document["drift"] == {
        "out": "generated",
        "unchanged": len(project.files()),
        "changes": [],
        "custom": [],
        "command": "python -m generator generate",
    }
    (project.output / "README.md").unlink()
    outcome = project.run("check", "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    drift = json.loads(outcome.out)["drift"]
    assert (drift["changes"], drift["custom"]) == ([], ["README.md"])
    (project.output / ".pristine").unlink()
    outcome = project.run("check", "--format", "json")
    assert (outcome.code, outcome.err) == (1, "")
    added = [{"kind": "add", "path": path} for path in (".pristine", "README.md")]
    assert json.loads(outcome.out)["drift"]["changes"] == added


def test_names_in_json_are_those_of_the_table(project: Project) -> None:
    outcome = project.run("names", "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    document = json.loads(outcome.out)
    method = "security_center.insights.audit_logs.list_by_insight"
    named = {(row["kind"], row["of"], row["name"]) for row in document["names"]}
    assert ("client", "", "Cloudflare") in named
    assert ("argument", f"{method} query per_page", "per_page") in named
    assert len(document["names"]) == len(project.run("names").out.splitlines())


@pytest.mark.parametrize(("command", "field"), [("check", "drift"), ("names", "names")])
def test_a_document_of_what_cannot_be_read_has_findings_and_no_result(
    fresh: Project, command: str, field: str
) -> None:
    fresh.description.write_text("")
    outcome = fresh.run(command, "--format", "json")
    assert (outcome.code, outcome.err) == (1, "")
    document = json.loads(outcome.out)
    assert [finding["code"] for finding in document["findings"]] == ["I003"]
    assert document[field] is None
