"""For any fault of the input or the disk: one clear message, and the output stays as it is."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from generator.diagnostics import Diagnostic, Place, Report, Severity, render_report

from .conftest import Outcome, Project

EVERYTHING = "get /{accounts_or_zones}/{account_or_zone_id}/security-center/insights"


@dataclass(frozen=True, slots=True)
class Case:
    """A mistake, the words of the command that meets it, and what must be said of it."""

    name: str
    mistake: Callable[[Project], object]
    words: str
    code: str
    place: str
    message: str
    remedy: str


def _describe(text: str) -> Callable[[Project], object]:
    return lambda project: project.description.write_text(text)


def _in_description(old: str, new: str) -> Callable[[Project], object]:
    return lambda project: project.in_description(old, new)


def _in_config(old: str, new: str) -> Callable[[Project], object]:
    return lambda project: project.in_config(old, new)


def _page_without_items(project: Project) -> None:
    project.in_config("\n      result:\n", "\n      entries:\n")
    head, last, tail = project.config.read_text().rpartition("paginated: cursor")
    assert last
    project.config.write_text(f"{head}paginated: false #{tail}")


def _output_becomes(make: Callable[[Path], object]) -> Callable[[Project], object]:
    """Move the output away and put something else in its place."""

    def replace(project: Project) -> None:
        project.output.rename(project.folder / "elsewhere")
        make(project.output)

    return replace


CASES = [
    Case(
        "a description that is missing",
        lambda project: project.description.unlink(),
        "generate",
        "error[I001]",
        "spec/openapi.yaml",
        "the description does not exist",
        "check the path",
    ),
    Case(
        "a configuration that is missing",
        lambda project: project.config.unlink(),
        "generate --config spec/stainless.yml",
        "error[I001]",
        "spec/stainless.yml",
        "the configuration does not exist",
        "check the path",
    ),
    Case(
        "an empty description",
        _describe(""),
        "generate",
        "error[I003]",
        "spec/openapi.yaml",
        "the description is empty",
        "write the description to it",
    ),
    Case(
        "an empty configuration",
        lambda project: project.config.write_text(""),
        "generate",
        "error[I003]",
        "spec/stainless.yml",
        "the configuration is empty",
        "write the configuration to it",
    ),
    Case(
        "a description that is not YAML",
        _describe("openapi: 3.1.0\ninfo: {title: [\n"),
        "generate",
        "error[I005]",
        "spec/openapi.yaml:3:1",
        "not YAML",
        "",
    ),
    Case(
        "a configuration that is not YAML",
        lambda project: project.config.write_text("organization: {name: 'x\n"),
        "generate",
        "error[I005]",
        "spec/stainless.yml:1:22",
        "not YAML",
        "",
    ),
    Case(
        "YAML that is not OpenAPI",
        _describe("shopping:\n  - milk\n"),
        "generate",
        "error[S004]",
        "spec/openapi.yaml:1:1",
        "not an OpenAPI description",
        "openapi: 3.1.0",
    ),
    Case(
        "a version that is not known",
        _in_description("openapi: 3.1.0", "openapi: 9.1.0"),
        "generate",
        "error[S005]",
        "spec/openapi.yaml:1:1",
        "unknown OpenAPI version '9.1.0'",
        "write openapi: 3.1.0",
    ),
    Case(
        "a reference that leads nowhere",
        _in_description("schemas/AuditLogEntry'", "schemas/AuditLogEnty'"),
        "generate --strict",
        "error[S001]",
        "spec/openapi.yaml:211:19",
        "'#/components/schemas/AuditLogEnty' does not exist",
        "did you mean '#/components/schemas/AuditLogEntry'?",
    ),
    Case(
        "a configuration key that is not known",
        _in_config("\nx-version:", "\nx-versoin:"),
        "generate --strict",
        "warning[C001]",
        "spec/stainless.yml:9:1",
        "unknown key 'x-versoin'",
        "did you mean 'x-version'?",
    ),
    Case(
        "a method that names no operation",
        _in_config(
            "              list:\n",
            f"              recent: {EVERYTHING}/audit-logs\n              list:\n",
        ),
        "generate --strict",
        "error[C008]",
        "spec/stainless.yml:119:15",
        "which the description does not have",
        f"did you mean '{EVERYTHING}/audit-log'?",
    ),
    Case(
        "an operation neither mapped nor listed as unspecified",
        _in_description(
            "\npaths:\n",
            "\npaths:\n  /ping:\n    get:\n      responses: {'204': {description: up}}\n",
        ),
        "generate --strict",
        "warning[C009]",
        "spec/openapi.yaml:34:5",
        "no method is generated for 'get /ping'",
        "unspecified_endpoints",
    ),
    Case(
        "a pagination scheme whose items the response does not have",
        _page_without_items,
        "generate",
        "error[C012]",
        "spec/stainless.yml:121:17",
        "the scheme 'cursor_pagination' reads its items from 'entries'",
        "use another scheme, or set paginated: false",
    ),
    Case(
        "an output folder that is a file",
        _output_becomes(lambda output: output.write_text("mine")),
        "generate",
        "error[O001]",
        "generated",
        "a file is in the way",
        "--out",
    ),
    Case(
        "an output folder that is a symbolic link",
        _output_becomes(lambda output: output.symlink_to("elsewhere")),
        "generate",
        "error[O002]",
        "generated",
        "symbolic link",
        "--out",
    ),
]


def _shows(outcome: Outcome, case: Case) -> bool:
    """Whether exactly the expected finding is shown: code, message, place, remedy, count."""
    headline, arrow, *rest = outcome.err.splitlines()
    kind = case.code.partition("[")[0]
    helps = [line for line in rest if line.startswith("   = help: ")]
    assert headline.startswith(f"{case.code}: "), outcome.err
    assert case.message in headline, headline
    assert arrow.startswith(f"  --> {case.place}"), arrow
    assert any(case.remedy in line for line in helps), outcome.err
    assert rest[-1] == f"1 {kind}", outcome.err
    return True


def _is_no_crash(outcome: Outcome) -> bool:
    return not any(
        word in outcome.err for word in ("Traceback", "internal error", 'File "')
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_input_error_gives_one_message_and_leaves_the_output_alone(
    project: Project, case: Case
) -> None:
    case.mistake(project)
    before = project.state()
    outcome = project.run(*case.words.split())
    assert outcome.code == 1, outcome
    assert outcome.out == ""
    assert _is_no_crash(outcome)
    assert _shows(outcome, case)
    assert project.state() == before


INPUTS = [case for case in CASES if "[O" not in case.code]


@pytest.mark.parametrize("case", INPUTS, ids=lambda case: case.name)
def test_validate_says_the_same_and_needs_no_output(
    project: Project, case: Case
) -> None:
    case.mistake(project)
    options = [word for word in case.words.split()[1:] if word != "--strict"]
    outcome = project.run("validate", *options)
    assert (outcome.code, outcome.out) == (1, "")
    assert _shows(outcome, case)


def test_validate_shows_every_finding_of_generate_and_more(project: Project) -> None:
    project.in_config("\nx-version:", "\nx-versoin:")
    project.in_description("maximum: 1000", "default: many")
    project.in_description(
        "\npaths:\n",
        "\npaths:\n  /ping:\n    get:\n      responses: {'204': {description: up}}\n",
    )
    generated, validated = project.run("generate"), project.run("validate")
    assert (generated.code, validated.code) == (0, 1)
    found = re.findall(r"^\w+\[(\w+)\]", generated.err, re.M)
    assert {"C001", "C009"} < {*found}
    shown = re.findall(r"^\w+\[(\w+)\]", validated.err, re.M)
    assert not Counter(found) - Counter(shown), validated.err


def test_a_strict_run_shows_the_findings_of_every_phase(project: Project) -> None:
    project.in_config("\nx-version:", "\nx-versoin:")
    project.in_config("\n      result:\n", "\n      entries:\n")
    outcome = project.run("generate", "--strict")
    assert outcome.code == 1
    assert re.findall(r"^\w+\[(\w+)\]", outcome.err, re.M) == ["C001", "C012", "C012"]


@pytest.mark.parametrize("command", ["check", "names"])
def test_every_command_that_reads_the_input_says_the_same(
    project: Project, command: str
) -> None:
    case = next(case for case in CASES if "version that is not known" in case.name)
    case.mistake(project)
    outcome = project.run(command)
    assert (outcome.code, outcome.out) == (1, "")
    assert _shows(outcome, case)


def test_a_warning_does_not_stop_a_run_that_is_not_strict(project: Project) -> None:
    project.in_config("x-version: 0.1.0", "x-version: 0.1.0\nx-versoin: 0.2.0")
    outcome = project.run("generate")
    assert outcome.code == 0
    assert "warning[C001]: unknown key 'x-versoin'" in outcome.err
    assert "did you mean 'x-version'?" in outcome.err


def test_a_first_run_that_fails_leaves_nothing(fresh: Project) -> None:
    fresh.in_config("\npagination:", "\npagniation:")
    assert fresh.run("generate", "--strict").code == 1
    assert fresh.state() == {}


DISKS = [
    ("the folder cannot be written", "denied:mkdir:1", "error[O020]", "--out"),
    ("no file can be written", "denied:open:1", "error[O020]", "--out"),
    ("the disk is full at once", "full:mkdir:1", "error[O021]", "free some space"),
    ("the disk fills up in the middle", "full:write:3", "error[O021]", "free some"),
    ("it fills up in the journal", "full:fsync:1", "error[O021]", "free some space"),
]


@pytest.mark.parametrize(
    ("fault", "code", "remedy"), [d[1:] for d in DISKS], ids=[d[0] for d in DISKS]
)
def test_a_disk_that_refuses_gets_one_message_and_leaves_the_output_alone(
    project: Project, fault: str, code: str, remedy: str
) -> None:
    project.change_everything()
    before = project.state()
    outcome = project.run("generate", FAULT=fault)
    assert (outcome.code, outcome.out) == (1, "")
    assert _is_no_crash(outcome)
    assert outcome.err.startswith(f"{code}: this cannot be written: ")
    assert "  --> generated" in outcome.err
    assert remedy in outcome.err
    assert outcome.err.endswith("\n1 error\n")
    assert project.state() == before
    assert project.run("generate").code == 0
    assert project.run("check").code == 0


def test_a_disk_that_fills_up_in_the_first_run_leaves_nothing(fresh: Project) -> None:
    outcome = fresh.run("generate", FAULT="full:write:3")
    assert outcome.code == 1
    assert "error[O021]" in outcome.err
    assert fresh.state() == {}


MOMENTS = [
    ("before anything is staged", "pause:mkdir:1"),
    ("while files are staged", "pause:write:3"),
    ("before the journal stands", "pause:replace:1"),
    ("before the first file goes", "pause:replace:2"),
    ("while files are switched", "pause:replace:7"),
]


@pytest.mark.parametrize("fault", [m[1] for m in MOMENTS], ids=[m[0] for m in MOMENTS])
def test_ctrl_c_gets_one_message_and_leaves_the_output_alone(
    project: Project, fault: str
) -> None:
    project.change_everything()
    before = project.state()
    outcome = project.interrupted("generate", fault=fault)
    assert outcome.code == 130
    assert outcome.out == ""
    assert outcome.err.lstrip("\n") == "interrupted; no files were changed\n"
    assert project.state() == before


@pytest.mark.parametrize("fault", [m[1] for m in MOMENTS], ids=[m[0] for m in MOMENTS])
def test_after_a_kill_the_next_run_starts_from_the_previous_output(
    project: Project, fault: str
) -> None:
    project.change_everything()
    before = project.state()
    project.killed("generate", fault=fault)
    project.description.write_text("not: openapi\n")
    assert project.run("generate").code == 1
    assert project.state() == before


@pytest.mark.parametrize("fault", [m[1] for m in MOMENTS], ids=[m[0] for m in MOMENTS])
def test_after_a_kill_check_sees_the_previous_output(
    project: Project, fault: str
) -> None:
    intact = project.folder.with_name("intact")
    shutil.copytree(project.folder / "spec", intact)
    before = project.state()
    project.change_everything()
    project.killed("generate", fault=fault)
    shutil.rmtree(project.folder / "spec")
    intact.rename(project.folder / "spec")
    outcome = project.run("check")
    assert (outcome.code, outcome.err) == (0, "")
    assert project.state() == before


def test_after_a_kill_the_same_command_completes(project: Project) -> None:
    project.change_everything()
    project.killed("generate", fault="pause:replace:7")
    assert project.run("generate").code == 0
    assert project.run("check").code == 0
    assert not list(project.folder.glob(".*"))


HOSTILE = "red \x1b[31m\u202e\x07\ud800\U000e0001"


@pytest.mark.parametrize("field", ["message", "help", "related", "pointer", "file"])
def test_no_part_of_a_finding_reaches_the_terminal_unescaped(field: str) -> None:
    place = Place(
        HOSTILE if field == "file" else "openapi.yaml",
        pointer=HOSTILE if field == "pointer" else "/paths",
    )
    report = Report()
    report.add(
        Diagnostic(
            code="S001",
            severity=Severity.ERROR,
            place=place,
            message=f"{HOSTILE}\nerror[S002]" if field == "message" else "wrong",
            help=HOSTILE if field == "help" else "write it right",
            related=((HOSTILE, place),) if field == "related" else (),
        )
    )
    shown = click.unstyle(render_report(report))
    assert r"\u202e\u0007\ud800\U000e0001" in shown
    assert all(c.isprintable() or c == "\n" for c in shown)
    assert "\nerror[S002]" not in shown
