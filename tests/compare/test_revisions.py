"""Sides of ``diff`` that are git revisions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Outcome, ran
from tests.compare.client import write

ZONES = "resources/zones.py"
GONE = "method removed            client.zones.delete"
DESCRIPTION = """\
openapi: 3.1.0
info: {title: Acme, version: "1"}
paths:
  /zones:
    get:
      operationId: listZones
      parameters: [{$ref: "parts/limit.yaml"}]
      responses: {"204": {description: ok}}
"""
LIMIT = "{name: LIMIT, in: query, schema: {type: integer}}\n"
RECORD = """\
{"format": 1, "client": {}, "pages": {}, "methods": {}, "types": {},
 "options": {"max_retries": {"default": RETRIES}}}
"""
CONFIGURATION = """\
organization: {name: acme}
client_settings: {opts: {}}
environments: {production: https://acme.example}
resources:
  zones: {methods: {NAME: get /zones}}
"""


def git(folder: Path, *words: str) -> str:
    name = "-c", "user.name=a", "-c", "user.email=a@example.com"
    quiet = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    return subprocess.run(
        ["git", *name, *words], cwd=folder, check=True, capture_output=True, env=quiet
    ).stdout.decode()


def save(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A client with a description, tagged before and after a change of both."""
    folder = tmp_path_factory.mktemp("revisions") / "repository"
    write(folder / "generated", {})
    save(folder, {"generated/.surface.json": RECORD.replace("RETRIES", "2")})
    named = CONFIGURATION.replace("NAME", "list")
    save(folder, {"api/openapi.yaml": DESCRIPTION, "api/stainless.yml": named})
    save(folder, {"api/parts/limit.yaml": LIMIT.replace("LIMIT", "limit")})
    (folder / "api/other.yaml").symlink_to(folder / "api/openapi.yaml")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")
    git(folder, "tag", "v1.2.0")
    write(folder / "generated", {ZONES: ("def delete(", "def _delete(")})
    save(folder, {"api/stainless.yml": CONFIGURATION.replace("NAME", "search")})
    save(folder, {"api/parts/limit.yaml": LIMIT.replace("LIMIT", "most")})
    save(folder, {"generated/.surface.json": RECORD.replace("RETRIES", "5")})
    git(folder, "commit", "-q", "-a", "-m", "second")
    return folder


def run(folder: Path, *words: str) -> Outcome:
    return ran(["diff", *words], folder, {**os.environ})


@pytest.mark.parametrize(
    ("folder", "sides"),
    [
        ("", ("v1.2.0", "generated")),
        ("", ("v1.2.0:generated", "HEAD:generated/src/acme")),
        ("", ("HEAD~1", "HEAD")),
        ("generated", ("v1.2.0:./", ".")),
        ("generated", ("v1.2.0", "main")),
        ("api", ("v1.2.0:../generated", "main:generated")),
    ],
)
def test_a_package_is_read_at_a_revision(
    repository: Path, folder: str, sides: tuple[str, str]
) -> None:
    outcome = run(repository / folder, *sides)
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.startswith(GONE), outcome.out
    assert outcome.out.count("method removed") == 1
    assert f"at {sides[0].partition(':')[0]}:generated/src/acme/{ZONES}:" in outcome.out


def test_the_recorded_surface_is_read_at_a_revision(repository: Path) -> None:
    outcome = run(repository, "v1.2.0:generated", "HEAD", "--format", "json")
    groups = json.loads(outcome.out)["diff"]["groups"]
    [found] = [g for g in groups if g["kind"] == "retries"]
    assert (found["old"], found["new"]) == ("2", "5")
    [change] = found["changes"]
    assert change["old_place"]["file"] == "v1.2.0:generated/.surface.json"
    assert change["new_place"]["file"] == "HEAD:generated/.surface.json"


@pytest.mark.parametrize("name", ["openapi.yaml", "stainless.yml"])
def test_documents_at_a_revision_refer_to_those_of_the_same_revision(
    repository: Path, name: str
) -> None:
    outcome = run(repository, f"v1.2.0:api/{name}", f"api/{name}", "--format", "json")
    diff: dict[str, Any] = json.loads(outcome.out)["diff"]
    found = {
        (group["kind"], change["name"])
        for group in diff["groups"]
        for change in group["changes"]
        if change["name"].startswith("client")
    }
    assert outcome.code == 1
    assert found == {
        ("method_renamed", "client.zones.list"),
        ("argument_renamed", "client.zones.list(limit)"),
    }


def test_findings_are_at_the_places_of_the_revision(repository: Path) -> None:
    outcome = run(repository, "v1.2.0:api/parts/limit.yaml", ".", "--format", "json")
    places = [f["file"] for f in json.loads(outcome.out)["findings"]]
    assert outcome.code == 2
    assert places
    assert {place.partition(":")[0] for place in places} == {"v1.2.0"}
    assert "clientwright-" not in outcome.out


@pytest.mark.parametrize(
    ("side", "words"),
    [
        ("v9", ["revision 'v9' is not in this repository", "git fetch --tags"]),
        ("v9:generated", ["revision 'v9' is not in this repository"]),
        ("v1.2.0:api", ["no client package here"]),
        ("v1.2.0:api/none.yaml", ["the revision has no such file"]),
        ("v1.2.0:api/other.yaml", ["the revision has no such file"]),
        ("v1.2.0:../api", ["leads out of the repository"]),
        (":generated", ["is not in this repository"]),
        ("--upload-pack=x:generated", ["is not in this repository"]),
        ("--all", ["is not in this repository"]),
        ("v1.2.0..main", ["is not in this repository"]),
        ("v1.2.0:\x1b[2J.yaml", ["the revision has no such file"]),
    ],
)
def test_a_revision_that_cannot_be_read_is_a_finding(
    repository: Path, side: str, words: list[str]
) -> None:
    outcome = run(repository, "--", side, "generated")
    assert (outcome.code, outcome.out) == (2, "")
    assert "P010" in outcome.err
    assert "\x1b[2J" not in outcome.err
    for word in words:
        assert word in " ".join(outcome.err.split())


def test_a_path_counts_before_a_revision_unless_it_has_a_colon(
    repository: Path, tmp_path: Path
) -> None:
    git(repository, "worktree", "add", "-q", "--detach", str(tmp_path / "tree"), "HEAD")
    tree = tmp_path / "tree"
    git(tree, "branch", "-f", "generated", "v1.2.0")
    assert run(tree, "generated", "HEAD").code == 0
    assert GONE in run(tree, "generated:", "HEAD").out


def test_a_shallow_clone_names_what_to_fetch(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "shallow")
    shallow = tmp_path / "shallow"
    assert run(shallow, "HEAD", "generated").code == 0
    outcome = run(shallow, "v1.2.0", "generated")
    assert outcome.code == 2
    assert "git fetch --depth 1 origin tag NAME" in " ".join(outcome.err.split())
    git(shallow, "fetch", "-q", "--depth", "1", "origin", "tag", "v1.2.0")
    assert run(shallow, "v1.2.0", "generated").code == 1


def test_content_that_a_clone_lacks_is_named_and_not_fetched(
    repository: Path, tmp_path: Path
) -> None:
    clone, zones = tmp_path / "clone", f"generated/src/acme/{ZONES}"
    shutil.copytree(repository, clone)
    missing = git(clone, "rev-parse", f"v1.2.0:{zones}").strip()
    (clone / ".git" / "objects" / missing[:2] / missing[2:]).unlink()
    fetching = {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::touch {tmp_path / 'fetched'}",
        "protocol.ext.allow": "always",
    }
    for key, value in fetching.items():
        git(clone, "config", key, value)
    outcome = run(clone, "v1.2.0:generated", "generated")
    assert outcome.code == 2
    assert f"the content of '{zones}': run 'git fetch" in outcome.err
    assert not (tmp_path / "fetched").exists()


def test_a_hook_of_git_reads_the_repository_of_its_folder(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")  # as in a hook, at the top
    assert run(repository / "generated", "v1.2.0", ".").code == 1
