"""``adopt``: the custom code of a former client, carried over or listed with its place."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.adopt import Checkout, custom_code, read_checkout
from generator.adopt.custom import Custom
from generator.diagnostics import Report
from tests.adopt import former
from tests.cli.conftest import ROOT, Outcome, ran

_DESCRIPTION = {
    "openapi": "3.1.0",
    "info": {"title": "Acme", "version": "1"},
    "servers": [{"url": "https://api.acme.example"}],
    "paths": {
        "/pets": {
            "get": {
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Pet"}
                            }
                        },
                    }
                }
            }
        }
    },
    "components": {
        "schemas": {
            "Pet": {"type": "object", "properties": {"name": {"type": "string"}}}
        }
    },
}
_CONFIGURATION = {
    "organization": {"name": "acme"},
    "resources": {
        "pets": {
            "models": {"pet": "#/components/schemas/Pet"},
            "methods": {"list": "get /pets"},
        }
    },
}


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with the inputs, the former client, and two runs of ``adopt``."""

    folder: Path
    first: dict[str, Any]
    after_first: dict[str, bytes]
    second: dict[str, Any]

    def adopt(self, *words: str) -> Outcome:
        """Run the command."""
        return adopt(self.folder, *words)

    @property
    def files(self) -> dict[str, bytes]:
        """What is in the output folder."""
        return contents(self.folder / "generated")


def adopt(folder: Path, *words: str) -> Outcome:
    """Run the command in a folder."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    return ran(["adopt", "former", "openapi.json", *words], folder, environment)


def contents(folder: Path) -> dict[str, bytes]:
    """The files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("project")
    former.make(folder / "former")
    (folder / "openapi.json").write_text(json.dumps(_DESCRIPTION))
    (folder / "stainless.yml").write_text(json.dumps(_CONFIGURATION))
    former.write(folder / "generated", {"examples/taken.py": "mine\n"})
    first = json.loads(adopt(folder, "--format", "json").out)
    after_first = contents(folder / "generated")
    second = json.loads(adopt(folder, "--format", "json").out)
    return Project(folder, first, after_first, second)


def edits(
    found: dict[str, Any],
) -> dict[tuple[str, str | None], tuple[str, str] | None]:
    """The place and fit of the counterpart of each edit, by the file and definition it is in."""
    return {
        (edit["path"].removeprefix("src/acme/"), edit["name"]): (
            edit["counterpart"]
            and (edit["counterpart"]["name"], edit["counterpart"]["fit"])
        )
        for edit in found["adopt"]["edits"]
    }


def test_the_owners_files_are_carried_over(project: Project) -> None:
    carried = {entry["to"] for entry in project.first["adopt"]["carried"]}
    assert carried == {
        "CHANGELOG.md",
        "examples/run.py",
        "scripts/deploy",
        "src/acme/lib/greeting.py",
        "tests/custom/test_greeting.py",
    }
    for path in carried:
        expected = (project.folder / "former" / path).read_bytes()
        assert project.after_first[path] == expected
    assert set(project.after_first) == carried | {"examples/taken.py"}


@pytest.mark.skipif(os.name == "nt", reason="its files have no executable bit")
def test_executable_files_stay_executable(project: Project) -> None:
    out = project.folder / "generated"
    runs = {path for path in project.files if os.access(out / path, os.X_OK)}
    assert runs == {"scripts/deploy"}


def test_what_is_in_the_way_is_kept_and_listed(project: Project) -> None:
    assert project.after_first["examples/taken.py"] == b"mine\n"
    assert [e["path"] for e in project.first["adopt"]["not_carried"]] == [
        "examples/taken.py"
    ]
    codes = [finding["code"] for finding in project.first["findings"]]
    assert codes.count("A002") == 1


def test_edits_have_their_counterparts(project: Project) -> None:
    assert edits(project.first) == {
        ("_base_client.py", "BaseClient._should_retry"): ("BaseClient", "inherited"),
        ("resources/pets.py", "PetsResource.loudest"): ("PetsResource", "lacking"),
        ("types/pet.py", "Pet.shout"): ("Pet", "lacking"),
        ("types/dog.py", None): None,
    }
    authors = {
        commit["author"]
        for edit in project.first["adopt"]["edits"]
        for commit in edit["commits"]
    }
    assert authors == {former.OWNER}


def test_the_lines_of_an_edit_are_those_of_the_owner(project: Project) -> None:
    (edit,) = (
        e for e in project.first["adopt"]["edits"] if e["path"].endswith("_client.py")
    )
    (hunk,) = edit["hunks"]
    assert hunk["lines"] == [
        "        if response.status_code == 501:",
        "            return False",
    ]
    assert (hunk["line"], hunk["removed"]) == (3, 0)
    where = edit["counterpart"]["file"], edit["counterpart"]["line"]
    assert where[0].startswith("src/acme/_core/")
    assert where[1] > 1


def test_files_that_the_generator_gave_up_are_told_apart(project: Project) -> None:
    assert project.first["adopt"]["left_over"] == ["src/acme/types/bird.py"]


def test_imports_that_the_new_client_lacks_are_found(project: Project) -> None:
    found = [f["message"] for f in project.first["findings"] if f["code"] == "A003"]
    assert found == [
        "this file imports 'acme._legacy_response', which the new client lacks",
        "this file imports 'Kennel' from 'acme.types.pet', which the new client lacks",
    ]


def test_a_second_run_changes_nothing(project: Project) -> None:
    assert project.second["adopt"]["carried"] == []
    assert project.second["adopt"]["same"] == project.first["adopt"]["carried"]
    assert edits(project.second) == edits(project.first)
    assert project.files == project.after_first


def test_a_dry_run_writes_nothing_and_says_the_same(project: Project) -> None:
    outcome = project.adopt("--dry-run", "--out", "elsewhere")
    assert outcome.code == 0
    assert "6 files would be carried over:" in outcome.out
    assert "line 3: BaseClient._should_retry +2" in outcome.out
    assert not (project.folder / "elsewhere").exists()


def read(folder: Path) -> tuple[Checkout, Custom, list[str]]:
    """The checkout in a folder, its custom code, and the codes of the findings."""
    report = Report()
    checkout = read_checkout(folder, report)
    assert checkout is not None
    custom = custom_code(checkout, report)
    return checkout, custom, [finding.code for finding in report.diagnostics]


def edited(custom: Custom) -> set[str]:
    """The files of the generator with edits, in the package."""
    return {hunk.path.removeprefix("src/acme/") for hunk in custom.hunks or ()}


EDITED = {"_base_client.py", "resources/pets.py", "types/pet.py", "types/dog.py"}


def test_without_the_branch_the_authors_of_commits_decide(
    project: Project, tmp_path: Path
) -> None:
    url = (project.folder / "former").as_uri()
    former.git(tmp_path, "clone", "-q", "--single-branch", "-b", "main", url, "full")
    _, custom, codes = read(tmp_path / "full")
    assert edited(custom) == EDITED
    assert codes == []
    assert "authors of commits" in custom.basis


def shallow(project: Project, folder: Path) -> Path:
    url = (project.folder / "former").as_uri()
    former.git(folder, "clone", "-q", "--depth=1", url, "shallow")
    return folder / "shallow"


def exported(project: Project, folder: Path) -> Path:
    former.git(
        project.folder / "former", "checkout-index", "-a", f"--prefix={folder}/sdist/"
    )
    return folder / "sdist"


def foreign(project: Project, folder: Path) -> Path:
    """A repository whose first commit is an import of everything."""
    found = exported(project, folder)
    former.git(found, "init", "-q")
    former.commit(found, former.OWNER, "import", 1)
    return found


@pytest.mark.parametrize("made", [shallow, exported, foreign])
def test_a_history_that_does_not_tell_is_reported(
    project: Project, tmp_path: Path, made: Callable[[Project, Path], Path]
) -> None:
    checkout, custom, codes = read(made(project, tmp_path))
    assert custom.hunks is None
    assert codes == ["A001"]
    assert set(custom.owned) == {
        "CHANGELOG.md",
        "examples/run.py",
        "examples/taken.py",
        "scripts/deploy",
        "src/acme/lib/greeting.py",
        "tests/custom/test_greeting.py",
    }
    assert checkout.package == "src/acme"


def test_nothing_of_a_hostile_repository_is_run_or_followed(tmp_path: Path) -> None:
    folder = former.make(tmp_path / "hostile")
    secret, marker = tmp_path / "secret", tmp_path / "marker"
    secret.mkdir()
    (secret / "key.py").write_text("KEY = 1\n")
    (folder / "src/acme/lib/link.py").symlink_to(secret / "key.py")
    (folder / "examples/folder").symlink_to(secret)
    (folder / "examples" / "--output=x").write_text("x\n")
    (folder / "src/acme/lib" / "\udcff.py").write_text("x = 1\n")
    former.write(folder, {".gitattributes": "* diff=evil filter=evil\n"})
    former.commit(folder, former.OWNER, "--exec=touch marker", 5)
    former.git(folder, "update-ref", "refs/heads/-x", "HEAD")
    former.git(folder, "update-ref", "refs/remotes/--output=x/generated", "HEAD")
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{marker}'\n")
    program.chmod(0o755)
    keys = (
        "core.fsmonitor core.sshCommand core.pager core.editor core.gitProxy diff.external "
        "diff.evil.textconv diff.evil.command filter.evil.clean filter.evil.smudge "
        "alias.log alias.blame credential.helper gpg.program"
    )
    for key in keys.split():
        former.git(folder, "config", key, str(program))
    former.git(folder, "config", "core.hooksPath", str(tmp_path))
    former.git(folder, "config", "log.showSignature", "true")
    before = contents(folder)
    checkout, custom, codes = read(folder)
    assert not marker.exists()
    assert contents(folder) == before
    assert edited(custom) == EDITED
    kinds = {path: file.kind for path, file in custom.owned.items()}
    assert kinds["src/acme/lib/link.py"] == "symbolic link"
    assert kinds["examples/folder"] == "symbolic link"
    assert kinds["src/acme/lib/\udcff.py"] == "file"
    assert custom.owned["examples/--output=x"].data == b"x\n"
    assert not any(b"KEY" in file.data for file in checkout.files.values())
    assert codes == []


@pytest.mark.skipif(os.name == "nt", reason="its files have no executable bit")
def test_without_history_executable_files_are_those_of_the_folder(
    project: Project, tmp_path: Path
) -> None:
    checkout, _, _ = read(exported(project, tmp_path))
    runs = {path for path, file in checkout.files.items() if file.is_executable}
    assert runs == {"scripts/deploy"}


def test_without_history_links_are_not_followed(
    project: Project, tmp_path: Path
) -> None:
    folder = exported(project, tmp_path)
    (tmp_path / "secret.py").write_text("KEY = 1\n")
    (folder / "examples/link.py").symlink_to(tmp_path / "secret.py")
    (folder / "lib").symlink_to(tmp_path)
    checkout, custom, _ = read(folder)
    assert custom.owned["examples/link.py"].kind == "symbolic link"
    assert custom.owned["lib"].kind == "symbolic link"
    assert not any(b"KEY" in file.data for file in checkout.files.values())


def test_line_ends_and_white_space_are_no_edits(tmp_path: Path) -> None:
    folder = former.make(tmp_path / "windows")
    text = former.PRISTINE["src/acme/types/cat.py"].replace("\n", "\r\n")
    former.write(
        folder,
        {
            "src/acme/types/cat.py": text,
            "src/acme/_client.py": (
                former.PRISTINE["src/acme/_client.py"].replace("\n\n\n", "\n\n\n\n")
            ),
        },
    )
    former.commit(folder, former.OWNER, "chore: CRLF", 5)
    assert edited(read(folder)[1]) == EDITED
    former.git(folder, "branch", "-D", "generated")
    assert edited(read(folder)[1]) == EDITED


def test_changes_that_are_not_committed_are_left_out_and_reported(
    tmp_path: Path,
) -> None:
    folder = former.make(tmp_path / "dirty")
    former.write(folder, {"examples/run.py": "changed\n"})
    _, custom, codes = read(folder)
    assert codes == ["A004"]
    assert (
        custom.owned["examples/run.py"].data
        == former.EDITED["examples/run.py"].encode()
    )


def test_a_renamed_package_is_followed_to_the_commits_of_its_owner(
    tmp_path: Path,
) -> None:
    folder = former.make(tmp_path / "renamed")
    former.git(folder, "mv", "src/acme", "src/zenith")
    former.commit(folder, former.BOT, "feat!: rename the package", 5)
    former.git(folder, "branch", "-D", "generated")
    paths = {path.replace("src/zenith/", "") for path in edited(read(folder)[1])}
    assert paths == EDITED


def absent(folder: Path) -> None:
    """Make nothing."""


def empty(folder: Path) -> None:
    folder.mkdir()


def a_file(folder: Path) -> None:
    folder.write_text("x")


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (absent, "no such folder"),
        (empty, "this is not the checkout of a client"),
        (a_file, "this is not a folder"),
    ],
)
def test_what_is_no_former_client_is_refused(
    tmp_path: Path, made: Callable[[Path], None], message: str
) -> None:
    report = Report()
    made(tmp_path / "folder")
    assert read_checkout(tmp_path / "folder", report) is None
    (finding,) = report.diagnostics
    assert finding.code == "P001"
    assert message in finding.message
