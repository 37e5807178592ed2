"""The command as people and scripts meet it: words, exit codes, what it prints where."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable

import pytest

from .conftest import ROOT, Project

ESCAPE = "\x1b["
ERASE = "\x1b[2K"
COLOUR = re.compile(r"\x1b\[\d+m")


def on_a_terminal(project: Project, *words: str, **environment: str) -> tuple[int, str]:
    """The exit code and everything that a run writes to its terminal."""
    master, slave = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "generator", *words],
        cwd=project.folder,
        env=project.environment(TERM="xterm", **environment),
        stdin=slave,
        stdout=slave,
        stderr=slave,
    )
    os.close(slave)
    with run:
        shown = b"".join(iter(lambda: _read(master), b""))
    os.close(master)
    return run.returncode, shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def test_the_version_is_the_project_s(fresh: Project) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    outcome = fresh.run("--version")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"clientwright, version {project['version']}\n"


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_names_every_command(fresh: Project, flag: str) -> None:
    outcome = fresh.run(flag)
    assert (outcome.code, outcome.err) == (0, "")
    for command in ("generate", "check", "validate", "names", "schema"):
        assert f"\n  {command} " in outcome.out


def test_the_help_of_a_command_tells_its_defaults(fresh: Project) -> None:
    shown = " ".join(fresh.run("generate", "--help").out.split())
    for words in (
        "[default: stainless.yml next to the description, else what is inferred from the "
        "description]",
        "[default: openapi.yaml next to the configuration]",
        "[default: generated]",
        "--strict",
        "--force",
        "--quiet",
        "--verbose",
    ):
        assert words in shown


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("genrate", "No such command 'genrate'"),
        ("generate --ouput x", "No such option '--ouput'"),
        ("generate one two", "unexpected extra argument"),
        ("generate one --spec two", "the description is named twice"),
        ("generate --out", "requires an argument"),
        ("validate --strict", "No such option '--strict'"),
        ("validate --out x", "No such option"),
        ("validate --statistics --format json", "--statistics is for --format text"),
    ],
)
def test_a_usage_error_is_exit_code_2(
    fresh: Project, words: str, complaint: str
) -> None:
    outcome = fresh.run(*words.split())
    assert (outcome.code, outcome.out) == (2, "")
    assert complaint in outcome.err
    assert fresh.state() == {}


def test_without_a_command_the_help_is_shown_with_exit_code_2(fresh: Project) -> None:
    outcome = fresh.run()
    assert outcome.code == 2
    assert "generate" in outcome.out + outcome.err


def test_generate_sums_up_what_it_did(fresh: Project) -> None:
    outcome = fresh.run("generate", "--strict")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (
        f"generated: wrote {len(fresh.files())} files; 3 resources, 2 methods, 6 types\n"
    )


def test_generating_again_writes_nothing(project: Project) -> None:
    before = project.state()
    outcome = project.run("generate")
    assert (outcome.code, outcome.err) == (0, "")
    assert re.search(
        r"^generated: \d+ files unchanged; 3 resources, ", outcome.out, re.M
    )
    assert project.state() == before


def test_validate_and_check_are_one_line_when_all_is_well(project: Project) -> None:
    before = project.state()
    assert project.run("validate").out == "no problems found\n"
    checked = project.run("check", "--strict")
    files = len(project.files())
    assert (checked.code, checked.err) == (0, "")
    assert checked.out == f"generated is up to date ({files} files)\n"
    assert project.state() == before


@pytest.mark.parametrize("command", ["generate", "check", "validate"])
def test_quiet_shows_problems_only(project: Project, command: str) -> None:
    outcome = project.run(command, "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    project.description.write_text("")
    outcome = project.run(command, "--quiet")
    assert outcome.code == 1
    assert "error[I003]" in outcome.err


def test_verbose_names_every_file_that_was_written(project: Project) -> None:
    (project.output / ".pristine").unlink()
    outcome = project.run("generate", "--verbose")
    assert outcome.code == 0
    assert outcome.out.splitlines()[0].split() == ["add", ".pristine"]


def test_many_warnings_are_counted_unless_verbose(project: Project) -> None:
    keys = "".join(f"x-mine-{number}: 1\n" for number in range(30))
    project.in_config("\npagination:", f"\n{keys}targets_x: 1\npagination:")
    project.in_config("x-notice:", "x-notices: 1\nx-notice:")
    project.in_description("maximum: 1000", "default: many")
    outcome = project.run("generate")
    *table, last = outcome.err.splitlines()
    assert (outcome.code, last) == (0, "33 warnings; --verbose shows each")
    assert [re.split(r"  +", line)[:2] for line in table] == [
        ["32", "warning[C001]"],
        [" 1", "warning[S034]"],
    ]
    assert re.search(r"  spec/stainless.yml:\d+:1, …$", table[0])
    statistics = project.run("generate", "--statistics").err
    assert statistics.splitlines() == [*table, "33 warnings"]
    outcome = project.run("generate", "--verbose")
    assert outcome.err.count("warning[C001]") == 32
    assert outcome.err.endswith("\n33 warnings\n")
    outcome = project.run("generate", "--strict")
    assert outcome.code == 1
    assert outcome.err.count("[C001]") == 32


def test_schema_prints_the_committed_schema_without_any_input(fresh: Project) -> None:
    fresh.config.unlink()
    outcome = fresh.run("schema")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == (ROOT / "docs" / "stainless.schema.json").read_text("utf-8")


def test_names_prints_the_table(project: Project) -> None:
    outcome = project.run("names")
    assert (outcome.code, outcome.err) == (0, "")
    rows = {tuple(line.split()) for line in outcome.out.splitlines()}
    method = "security_center.insights.audit_logs.list_by_insight"
    assert ("client", "Cloudflare") in rows
    assert ("method", method, "list_by_insight") in rows
    assert ("argument", method, "query", "per_page", "per_page") in rows
    assert any(row[-1].endswith(".AuditLogListByInsightResponse") for row in rows)


def test_inputs_and_output_can_lie_anywhere(project: Project) -> None:
    project.description.rename(project.folder / "api.yaml")
    project.config.rename(project.folder / "sdk.yml")
    words = ("--config", "sdk.yml", "--spec", "api.yaml", "--out", "deep/er")
    assert project.run("generate", *words).code == 0
    assert project.run("check", *words).code == 0
    elsewhere = project.folder / "deep" / "er"
    for path in project.output.rglob("*.py"):
        copy = elsewhere / path.relative_to(project.output)
        assert copy.read_bytes() == path.read_bytes()


def test_references_reach_as_far_as_the_root(project: Project) -> None:
    folder = project.folder / "api" / "v1"
    folder.mkdir(parents=True)
    (project.folder / "api" / "shared.yaml").write_text("type: string\n")
    schema = "{schema: {$ref: ../shared.yaml}}"
    (folder / "openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Zoo, version: '1'}\n"
        "servers: [{url: 'https://zoo.example'}]\npaths:\n  /a:\n    get:\n      responses: "
        f"{{'200': {{description: d, content: {{application/json: {schema}}}}}}}\n"
    )
    config = folder / "stainless.yml"
    config.write_text(
        "organization: {name: zoo}\nresources: {things: {methods: {get: get /a}}}\n"
    )
    validate = ("validate", "--config", str(config))
    outside = project.run(*validate)
    assert outside.code == 1
    assert "outside the folder of the description" in outside.err
    inside = project.run(*validate, "--root", "api")
    assert (inside.code, inside.err) == (0, "")
    elsewhere = project.run(*validate, "--root", "spec")
    assert elsewhere.code == 2
    assert "the description is not in the folder 'spec'" in elsewhere.err


def test_a_description_in_json_is_found_beside_the_configuration(
    project: Project,
) -> None:
    project.description.write_text('{"openapi": "3.1.0",')
    project.description.rename(project.description.with_name("openapi.json"))
    outcome = project.run("validate")
    assert outcome.code == 1
    assert "--> spec/openapi.json:1:" in outcome.err


@pytest.mark.parametrize(
    "environment", [{}, {"CI": "true"}, {"TERM": "xterm-256color"}]
)
def test_without_a_terminal_there_is_no_control_character(
    project: Project, environment: dict[str, str], clean: Callable[[str], bool]
) -> None:
    project.in_config("x-version: 0.1.0", "x-version: 0.1.0\nx-versoin: 0.2.0")
    project.in_description("A single change to an insight", "One \\e[31m change")
    for command in ("generate", "check", "validate", "names"):
        outcome = project.run(command, **environment)
        assert clean(outcome.out), command
        assert clean(outcome.err), command


def test_a_terminal_shows_progress_and_cleans_up_after_it(fresh: Project) -> None:
    code, shown = on_a_terminal(fresh, "generate")
    assert code == 0
    steps = [step.partition(" ")[0] for step in shown.split(f"\r{ERASE}")[1:-1]]
    order = ["reading", "validating", "compiling", "rendering", "formatting", "writing"]
    assert list(dict.fromkeys(steps)) == order
    last = shown.rpartition(ERASE)[2]
    assert last.endswith(" types\r\n")
    assert ESCAPE not in last


@pytest.mark.parametrize(
    ("words", "environment"), [(["--quiet"], {}), ([], {"CI": "true"})]
)
def test_quiet_and_ci_show_no_progress_even_on_a_terminal(
    project: Project, words: list[str], environment: dict[str, str]
) -> None:
    code, shown = on_a_terminal(project, "generate", *words, **environment)
    assert code == 0
    assert ESCAPE not in shown


def test_findings_are_coloured_on_a_terminal_only(project: Project) -> None:
    project.description.write_text("shopping: [milk]\n")
    code, shown = on_a_terminal(project, "validate")
    assert code == 1
    assert "\x1b[31m" in shown
    assert not COLOUR.search(project.run("validate").err)


def test_no_color_is_respected(project: Project) -> None:
    project.description.write_text("shopping: [milk]\n")
    code, shown = on_a_terminal(project, "validate", NO_COLOR="1")
    assert code == 1
    assert "error[S004]" in shown
    assert not COLOUR.search(shown)


def test_a_finding_begins_on_a_line_of_its_own_on_a_terminal(project: Project) -> None:
    project.description.write_text("shopping: [milk]\n")
    _, shown = on_a_terminal(project, "validate", NO_COLOR="1")
    *progress, message = shown.split(f"\r{ERASE}")
    assert message.startswith("error[S004]"), progress


def test_characters_outside_the_encoding_of_the_terminal_are_escaped(
    project: Project,
) -> None:
    project.in_description("A single change to an insight", "“→” 🏔")
    outcome = project.run("check", PYTHONIOENCODING="latin-1")
    assert (outcome.code, outcome.err) == (1, "")
    assert r"\u201c\u2192\u201d \U0001f3d4" in outcome.out


def test_a_closed_pipe_ends_without_a_traceback(project: Project) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "generator", "names"],
        cwd=project.folder,
        env=project.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert run.stdout is not None
    run.stdout.close()
    with run:
        assert run.stderr is not None
        assert run.stderr.read() == b""
    assert run.returncode == 1


def test_a_run_ends_with_what_was_left_out_and_why(project: Project) -> None:
    text = project.description.read_text()
    project.description.write_text(
        text.replace(
            "\npaths:\n",
            "\npaths:\n  /more: {post: {responses: {'204': {description: ok}}}}\n",
        )
    )
    outcome = project.run("generate")
    assert outcome.code == 0
    assert re.search(
        r"types; 1 of 3 operations left out: 1 with no method in the configuration$",
        outcome.out.rstrip("\n"),
    )


def test_names_prints_hostile_names_escaped(project: Project) -> None:
    hostile = r'"red \e[31m\u202e"'
    text = project.description.read_text()
    schemas = f"\n  schemas:\n    Hostile: {{type: object, properties: {{{hostile}: {{}}}}}}\n"
    assert text.count("\n  schemas:\n") == 1
    project.description.write_text(text.replace("\n  schemas:\n", schemas))
    config = project.config.read_text()
    assert config.count("\nresources:\n") == 1
    project.config.write_text(
        config.replace(
            "\nresources:\n", "\nresources:\n  extra: {models: {hostile: Hostile}}\n"
        )
    )
    outcome = project.run("names")
    assert outcome.code == 0, outcome.err
    assert r"\u001b[31m\u202e" in outcome.out
    assert all(c.isprintable() or c == "\n" for c in outcome.out)
