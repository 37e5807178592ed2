"""A description is a file, a URL or standard input, for every command that reads one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.web import Web, redirect, serving

from .conftest import PATIENCE, Outcome, Project


@pytest.fixture
def web(project: Project) -> Iterator[Web]:
    """A server of the project's description."""
    with serving() as web:
        web.pages["/v1/openapi.yaml"] = project.description.read_bytes()
        yield web


def piped(project: Project, data: bytes, *words: str) -> Outcome:
    """Run the command with a description on its standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=project.folder,
        env=project.environment(),
        input=data,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_url_gives_what_the_file_gives(project: Project, web: Web) -> None:
    project.description.unlink()
    spec = ("--spec", f"{web.url}/v1/openapi.yaml")
    outcome = project.run("check", *spec, "--strict")
    assert outcome.code == 0, outcome
    assert "is up to date" in outcome.out
    outcome = project.run("generate", *spec, "--strict")
    assert outcome.code == 0, outcome
    assert "unchanged" in outcome.out or "up to date" in outcome.out
    assert project.run("validate", *spec).out == "no problems found\n"
    assert project.run("docs", *spec).code == 0


def test_standard_input_gives_what_the_file_gives(project: Project) -> None:
    data = project.description.read_bytes()
    project.description.unlink()
    outcome = piped(project, data, "check", "--strict", "--spec", "-")
    assert outcome.code == 0, outcome
    assert "is up to date" in outcome.out


def test_findings_about_standard_input_have_a_place(project: Project) -> None:
    outcome = piped(
        project, b"openapi: 3.1.0\npaths: a: b\n", "validate", "--spec", "-"
    )
    assert outcome.code == 1
    assert "--> <standard input>:2:9" in outcome.err
    assert piped(project, b"", "validate", "--spec", "-").code == 1


def test_references_of_standard_input_start_at_the_working_folder(
    project: Project,
) -> None:
    data = project.description.read_bytes()
    text = data.decode().replace("#/components/schemas/", "parts.yaml#/")
    assert text != data.decode()
    parts = "x: {type: string}\n"
    (project.folder / "parts.yaml").write_text(parts)
    outcome = piped(project, text.encode(), "check", "--spec", "-")
    assert "'parts.yaml#/" in outcome.err
    assert "does not exist" in outcome.err
    assert "the file" not in outcome.err


def test_findings_about_a_url_have_a_place_and_a_code_frame(
    project: Project, web: Web
) -> None:
    web.pages["/v1/openapi.yaml"] = b"openapi: 3.1.0\npaths: a: b\n"
    outcome = project.run("validate", "--spec", f"{web.url}/v1/openapi.yaml")
    assert outcome.code == 1
    assert f"--> {web.url}/v1/openapi.yaml:2:9" in outcome.err
    assert "2 | paths: a: b" in outcome.err
    found = project.run("validate", "--format", "sarif", "--spec", f"{web.url}/none")
    assert f'"uri": "{web.url}/none"' in found.out


def test_hosts_are_allowed_by_name(project: Project, web: Web) -> None:
    with serving() as other:
        other.pages["/openapi.yaml"] = project.description.read_bytes()
        web.pages["/moved"] = redirect(f"{other.url}/openapi.yaml")
        words = ("check", "--spec", f"{web.url}/moved")
        assert project.run(*words).code == 1
        assert other.paths == []
        outcome = project.run(*words, "--allow-remote-refs", other.host)
        assert outcome.code == 0, outcome


def test_credentials_are_not_part_of_the_command_that_fixes_drift(
    project: Project, web: Web
) -> None:
    project.in_config("list_by_insight:", "list_of_insight:")
    spec = f"http://ada:s3cret@{web.host}/v1/openapi.yaml?key=h1dden"
    outcome = project.run("check", "--spec", spec)
    assert outcome.code == 1
    assert f"{web.url}/v1/openapi.yaml?key=…" in outcome.out
    assert "s3cret" not in outcome.out + outcome.err
    assert "h1dden" not in outcome.out + outcome.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--spec", "https://ada:s3cret@:port/"), "the URL has no valid host and port"),
        (("--spec", "http:openapi.yaml"), "the URL has no valid host and port"),
        (("--allow-remote-refs", "https://x.example"), "is not a host such as"),
        (("--allow-remote-refs", "x.example/y"), "is not a host such as"),
    ],
)
def test_wrong_inputs_are_wrong_usage(
    project: Project, words: tuple[str, ...], message: str
) -> None:
    outcome = project.run("check", *words)
    assert outcome.code == 2
    assert message in outcome.err
    assert "s3cret" not in outcome.err


OVERLAY = """overlay: 1.1.0
info: {title: Fixes, version: '1'}
actions:
- target: $.paths.*.get
  update: {description: Changed by an overlay.}
"""


def test_overlays_of_the_command_line_and_the_configuration_are_the_same(
    project: Project,
) -> None:
    (project.folder / "spec" / "fix.yaml").write_text(OVERLAY)
    outcome = project.run("check", "--overlay", "spec/fix.yaml")
    assert outcome.code == 1
    assert "--overlay spec/fix.yaml" in outcome.out
    project.config.write_text(project.config.read_text() + "\nx-overlays: [fix.yaml]\n")
    outcome = project.run("generate", "--strict")
    assert outcome.code == 0, outcome
    assert any(b"Changed by an overlay." in data for data in project.files().values())
    assert project.run("check", "--strict").code == 0


def test_an_overlay_may_be_a_url_or_standard_input(project: Project, web: Web) -> None:
    web.pages["/fix.yaml"] = OVERLAY
    outcome = project.run("check", "--overlay", f"{web.url}/fix.yaml")
    assert (outcome.code, web.paths) == (1, ["/fix.yaml"])
    assert "Changed by an overlay." in outcome.out
    outcome = piped(project, OVERLAY.encode(), "check", "--overlay", "-")
    assert outcome.code == 1
    assert "Changed by an overlay." in outcome.out
    outcome = piped(project, b"", "check", "--overlay", "-", "--spec", "-")
    assert outcome.code == 2


def test_a_target_that_matches_nothing_is_a_warning(project: Project) -> None:
    text = OVERLAY.replace("$.paths", "$.path")
    (project.folder / "fix.yaml").write_text(text)
    outcome = project.run("check", "--overlay", "fix.yaml")
    assert outcome.code == 0
    assert "warning[S051]: the target '$.path.*.get' matches nothing" in outcome.err
    assert "--> fix.yaml:4:3" in outcome.err
    assert project.run("check", "--overlay", "fix.yaml", "--strict").code == 1
