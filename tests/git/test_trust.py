"""What git reads and runs in a repository, by how far that is trusted."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.git import Git, GitFailed
from generator.git import git_around, git_of_objects, git_of_user, private_git

MISSING = "7" * 40
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""Every repository has it."""


def git(folder: Path, *words: str, given: str = "") -> str:
    """Git as a person starts it."""
    done = subprocess.run(
        ["git", *words], cwd=folder, input=given.encode(), capture_output=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.decode().strip()


@pytest.fixture
def blob(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A replaced object of a hostile repository, in a hostile environment."""
    folder, home, touch = tmp_path / "it", tmp_path / "home", tmp_path / "ran"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    git(tmp_path, "init", "-q", str(folder))
    found, other = (
        git(folder, "hash-object", "-w", "--stdin", given=text)
        for text in ("written", "replaced")
    )
    git(folder, "replace", found, other)
    git(folder, "config", "--global", "of.home", "1")
    hostile = {
        "of.repository": "1",
        "core.hooksPath": str(tmp_path),
        "core.fsmonitor": f"touch {touch}",
        "core.attributesFile": str(tmp_path),
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::touch {touch}",
        "protocol.ext.allow": "always",
    }
    for key, value in hostile.items():
        git(folder, "config", key, value)
    variables = {
        "GIT_DIR": str(tmp_path / "nowhere"),
        "GIT_INDEX_FILE": str(tmp_path / "nowhere"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "of.variable",
        "GIT_CONFIG_VALUE_0": "1",
    }
    for name, text in variables.items():
        monkeypatch.setenv(name, text)
    return found


def of_objects(folder: Path) -> Git:
    return git_of_objects(folder / ".git" / "objects", None)


def private(folder: Path) -> Git:
    empty = folder.with_name("private")
    empty.mkdir()
    return private_git(empty, oldest=(2, 38))


@pytest.mark.parametrize(
    ("made", "settings", "content"),
    [
        (git_of_user, {"home", "repository", "variable"}, b"replaced"),
        (git_around, {"home", "repository"}, b"replaced"),
        (private, set[str](), None),
        (of_objects, set[str](), b"written"),
    ],
)
def test_a_repository_has_a_say_as_far_as_it_is_trusted(
    blob: str,
    tmp_path: Path,
    made: Callable[[Path], Git],
    settings: set[str],
    content: bytes | None,
) -> None:
    found = made(tmp_path / "it")
    listed = found.run("config", "--list", "--name-only").decode().split()
    assert {n[3:] for n in listed if n.startswith("of.")} == settings
    for key, value in (
        ("core.hooksPath", os.devnull),
        ("core.attributesFile", os.devnull),
        ("core.fsmonitor", ""),
    ):
        assert found.run("config", "--get", key).decode() == f"{value}\n"
    wanted = {EMPTY_TREE: b"", **({blob: content} if content else {})}
    assert found.contents([blob, MISSING, EMPTY_TREE, blob]) == wanted
    assert not (tmp_path / "ran").exists()


def test_a_folder_that_looks_like_a_bare_repository_has_no_index(
    tmp_path: Path,
) -> None:
    git(tmp_path, "init", "-q", "--bare", "bare")
    assert git_of_user(tmp_path / "bare").run("rev-parse", "--git-dir") == b".\n"
    with pytest.raises(GitFailed, match="bare repository"):
        git_around(tmp_path / "bare").run("rev-parse", "--git-dir")
