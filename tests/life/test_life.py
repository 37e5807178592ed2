"""Five years of a client in one test: made, edited, regenerated ten times, released twice."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome, ran

from tests.life.api import CONFIG, DESCRIPTION
from tests.life.changes import AFTERWARDS, LARGE, REWORDED, SMALL, Change

ROOT = Path(__file__).resolve().parents[2]
RESOURCE = "src/acme/resources/parcels.py"
MODEL = "src/acme/types/parcel.py"
README = "README.md"
CHANGELOG = Path(__file__).with_name("CHANGELOG.md")

EXTRA_METHOD = '''
    def is_known(self, parcel_id: str) -> bool:
        """Whether the API knows a parcel."""
        return self.track(parcel_id).id == parcel_id
'''
EXTRA_PROPERTY = '''
    @property
    def is_heavy(self) -> bool:
        """Whether two people should carry it."""
        return (self.weight or 0) > 20_000
'''
EXTRA_PARAGRAPH = "\nParcels over 20 kg need two people.\n"


class Repository:
    """A git repository with a client, its description and its configuration."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.description = folder / "openapi.yaml"
        self.config = folder / "stainless.yml"
        self.client = folder / "generated"

    def git(self, *words: str) -> str:
        """What git says."""
        settings = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "a",
            "GIT_AUTHOR_EMAIL": "a@example.com",
            "GIT_COMMITTER_NAME": "a",
            "GIT_COMMITTER_EMAIL": "a@example.com",
        }
        return subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env=os.environ | settings,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def commit(self, why: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", why)

    def run(self, *words: str) -> Outcome:
        """What the command does here."""
        paths = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
        return ran(words, self.folder, paths | {"HOME": str(self.folder.parent)})

    def change(self, file: Path, *replacements: tuple[str, str]) -> None:
        """Replace texts that are there once."""
        text = file.read_text("utf-8")
        for old, new in replacements:
            assert text.count(old) == 1, (old, text)
            text = text.replace(old, new)
        file.write_text(text, "utf-8")

    def read(self, name: str) -> str:
        return (self.client / name).read_text("utf-8")

    def regenerate(self, change: Change) -> Outcome:
        """Make a change of the API, and generate."""
        self.change(self.description, *change.description)
        self.change(self.config, *change.config)
        return self.run("generate")

    def release(self, version: str, day: str) -> None:
        """Release what is there, which has to be this version."""
        done = self.run("release", "--date", day)
        assert done.code == 0, done.err
        assert f"git tag v{version}" in done.out
        assert f"x-version: {version}\n" in self.config.read_text("utf-8")
        assert version in self.read("src/acme/_version.py")
        self.commit(f"Release {version}")
        self.git("tag", f"v{version}")

    def python(self, program: str) -> str:
        """What a program prints that imports the client."""
        done = subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONPATH": str(self.client / "src")},
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def assert_edits_are_there(repository: Repository, method: str) -> None:
    resource = repository.read(RESOURCE)
    assert EXTRA_METHOD in resource
    assert method in resource
    assert EXTRA_PROPERTY in repository.read(MODEL)
    assert EXTRA_PARAGRAPH in repository.read(README)
    listed = repository.run("edits").out
    assert listed.rstrip().endswith("3 generated files with edits")
    checked = repository.run("check")
    assert checked.code == 0, checked.out
    assert "3 files with custom code" in checked.out
    assert repository.run("check", "--no-edits").code == 1


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with a client that was released once."""
    made = Repository(tmp_path / "acme-python")
    made.folder.mkdir()
    made.git("init", "--quiet", "--initial-branch=main")
    made.description.write_text(DESCRIPTION, "utf-8")
    made.config.write_text(CONFIG, "utf-8")
    assert made.run("generate").code == 0
    made.release("1.0.0", "2026-01-05")
    return made


def test_a_client_lives(repository: Repository, tmp_path: Path) -> None:
    where = "Find out where a parcel is."
    edited = "Find out where a parcel is, to the street."
    repository.change(
        repository.client / RESOURCE,
        (f'"""{where}', f'"""{edited}'),
        ("\n    def list(", f"{EXTRA_METHOD}\n    def list("),
    )
    with (repository.client / MODEL).open("a", encoding="utf-8") as file:
        file.write(EXTRA_PROPERTY)
    with (repository.client / README).open("a", encoding="utf-8") as file:
        file.write(EXTRA_PARAGRAPH)
    repository.commit("Add what we need")
    assert_edits_are_there(repository, edited)

    for change in SMALL:
        done = repository.regenerate(change)
        assert done.code == 0, (change.what, done.err)
        assert_edits_are_there(repository, edited)
        repository.commit(change.what)

    done = repository.regenerate(REWORDED)
    assert done.code == 1
    assert RESOURCE in done.err
    assert repository.git("diff", "--name-only", "--diff-filter=U").split() == [
        f"generated/{RESOURCE}"
    ]
    refused = repository.run("generate", "--continue")
    assert refused.code == 1
    settled = "Find where a parcel is now, to the street."
    conflicted = repository.read(RESOURCE)
    ours, rest = conflicted.split("<<<<<<<")[0], conflicted.split(">>>>>>>")[1]
    resolved = f'{ours}        """{settled}\n{rest.partition(chr(10))[2]}'
    (repository.client / RESOURCE).write_text(resolved, "utf-8")
    repository.git("add", f"generated/{RESOURCE}")
    done = repository.run("generate", "--continue")
    assert done.code == 0, done.err
    assert_edits_are_there(repository, settled)
    repository.commit(REWORDED.what)
    repository.release("1.1.0", "2026-02-10")

    for change in LARGE:
        done = repository.regenerate(change)
        assert done.code == 0, (change.what, done.err)
        assert_edits_are_there(repository, settled)
        repository.commit(change.what)
    repository.release("2.0.0", "2026-03-15")
    assert_edits_are_there(repository, settled)

    assert repository.read("CHANGELOG.md") == CHANGELOG.read_text("utf-8")
    program = (
        "from acme.types import Parcel; print(Parcel.construct(weight=None).is_heavy)"
    )
    assert repository.python(program) == "False\n"
    shallow = tmp_path / "shallow"
    repository.git(
        "clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(shallow)
    )
    again = Repository(shallow)
    done = again.regenerate(AFTERWARDS)
    assert done.code == 0, done.err
    assert_edits_are_there(again, settled)
