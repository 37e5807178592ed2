"""What other repositories use of this one: hooks of pre-commit, and an action."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import ROOT, Project

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}


def test_the_page_about_the_hooks_and_the_action_names_all_that_they_have() -> None:
    page = (ROOT / "docs" / "continuous-integration.md").read_text("utf-8")
    assert set(re.findall(r"clientwright-\w+", page)) == {hook["id"] for hook in HOOKS}
    rows = dict(re.findall(r"^\| `([\w-]+)` \| (.*?) \|", page, re.MULTILINE))
    assert sorted(rows) == sorted(ACTION["inputs"])
    for name, shown in rows.items():
        default = ACTION["inputs"][name]["default"]
        assert not default or default in shown


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A PATH that has the command, as after its installation."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "clientwright"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m generator "$@"\n')
    script.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def run(project: Project, script: str, **environment: str) -> Any:
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=project.folder,
        env=project.environment(**environment),
        capture_output=True,
        text=True,
        check=False,
    )


def inputs(**given: str) -> dict[str, str]:
    """The inputs of the action, by the names that its steps give them."""
    usual = {name: stated["default"] for name, stated in ACTION["inputs"].items()}
    values = usual | given
    return {
        name: values[found[1]]
        for step in STEPS.values()
        for name, source in step.get("env", {}).items()
        if (found := re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", source))
    }


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_its_command_in_any_project(
    hook: dict[str, Any], fresh: Project, path: str
) -> None:
    assert run(fresh, "clientwright generate --quiet", PATH=path).returncode == 0
    assert run(fresh, hook["entry"], PATH=path).returncode == 0
    assert shlex.split(hook["entry"])[0] == "clientwright"
    assert hook["language"] == "python"
    for name in ("spec/openapi.yaml", "api/stainless.yml", "swagger.v2.json"):
        assert re.search(hook["files"], name)
    assert not re.search(hook["files"], "src/openapi.py")


def test_the_check_of_a_hook_fails_where_a_client_is_stale(
    project: Project, path: str
) -> None:
    project.change_everything()
    entry = next(hook["entry"] for hook in HOOKS if "check" in hook["id"])
    done = run(project, entry, PATH=path)
    assert done.returncode == 1
    assert "to bring the output up to date" in done.stdout


def test_the_action_checks_and_generates(fresh: Project, path: str) -> None:
    script = STEPS["run"]["run"]
    assert run(fresh, script, PATH=path, **inputs()).returncode == 1
    done = run(fresh, script, PATH=path, **inputs(command="generate", strict="true"))
    assert done.returncode == 0, done.stderr
    assert run(fresh, script, PATH=path, **inputs()).returncode == 0
    other = inputs(command="generate", description="spec/openapi.yaml", out="a b")
    assert run(fresh, script, PATH=path, **other).returncode == 0
    assert (fresh.folder / "a b" / "pyproject.toml").exists()


def test_nothing_that_the_action_shows_is_a_command_of_the_workflow(
    fresh: Project, path: str
) -> None:
    (fresh.folder / "spec" / "::error::x.yaml").write_text("::error::y: [")
    hostile = inputs(description="spec/::error::x.yaml")
    done = run(fresh, STEPS["run"]["run"], PATH=path, **hostile)
    assert re.fullmatch(r"::stop-commands::(\w{64})\n[^:]*::\1::\n", done.stdout)
    assert "::error::x.yaml" in done.stderr


@pytest.mark.parametrize(
    "hostile", [{"command": "generate; touch x"}, {"description": "$(touch x)"}]
)
def test_no_input_of_the_action_is_run(
    hostile: dict[str, str], fresh: Project, path: str
) -> None:
    script = STEPS["run"]["run"]
    assert run(fresh, script, PATH=path, **inputs(**hostile)).returncode != 0
    assert not (fresh.folder / "x").exists()
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        # without -I, Python looks for modules in the working directory first
        assert not re.search(r"\bpython (?!-I )", step.get("run", ""))


def test_the_action_annotates_what_is_found(fresh: Project, path: str) -> None:
    script = STEPS["validate"]["run"]
    found = fresh.folder / "clientwright.sarif"
    assert run(fresh, script, PATH=path, **inputs()).returncode == 0
    assert json.loads(found.read_text())["runs"][0]["results"] == []
    fresh.in_description("maximum: 1000", "default: many")
    assert run(fresh, script, PATH=path, **inputs()).returncode == 0
    assert json.loads(found.read_text())["runs"][0]["results"] != []
    assert STEPS["annotate"]["with"]["sarif_file"] == found.name


GH = """#!/bin/sh
echo "$@" >> calls
case "$*" in *--paginate*) cat known ;; esac
"""


def test_the_action_keeps_one_comment_about_what_changes_for_users(
    project: Project, path: str
) -> None:
    def git(*words: str) -> str:
        who = ("-c", "user.name=n", "-c", "user.email=n@example.com")
        done = subprocess.run(
            ["git", *who, *words],
            cwd=project.folder,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    git("init", "-q")
    git("add", "--all")
    git("commit", "-qm", "base")
    given = {**inputs(), "PATH": path, "BASE": git("rev-parse", "HEAD")}
    given |= {"REPOSITORY": "a/b", "NUMBER": "7", "GH_TOKEN": "secret"}
    for module in (project.output / "src").rglob("*audit_logs*.py"):
        text = module.read_text().replace("def list_by_insight(", "def find(")
        module.write_text(text)
    (project.folder / "victim").write_text("kept")
    (project.folder / "clientwright.md").symlink_to("victim")
    (project.folder / "clientwright.diff").mkdir()
    done = run(project, STEPS["compare"]["run"], **given)
    assert done.returncode == 0
    assert (project.folder / "victim").read_text() == "kept"
    assert re.fullmatch(r"::stop-commands::(\w{64})\n::\1::\n", done.stdout)
    lines = (project.folder / "clientwright.md").read_text().splitlines()
    assert lines[0].startswith("<!-- clientwright:")
    assert lines[2].startswith("## Proposed version: ")
    assert any(line.startswith("| method renamed | `client") for line in lines)
    program = Path(path.partition(os.pathsep)[0]) / "gh"
    program.write_text(GH)
    program.chmod(0o755)
    for known, called in (
        ("", "POST repos/a/b/issues/7/"),
        ("5\n6\n", "PATCH repos/a/b/issues/comments/5 "),
    ):
        (project.folder / "known").write_text(known)
        assert run(project, STEPS["comment"]["run"], **given).returncode == 0
        last = (project.folder / "calls").read_text().splitlines()[-1]
        assert f"--method {called}" in last
        assert last.endswith("--field body=@clientwright.md")
    given["OUT"] = "spec"
    assert run(project, STEPS["compare"]["run"], **given).returncode == 0
    assert not (project.folder / "clientwright.md").exists()
