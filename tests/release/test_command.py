"""``release`` in a repository: what is written, what is printed, and what is left alone."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome, ran
from tests.packaging import museum

ZONE = "{name: zone, in: query, schema: {type: string}}"


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=n", "-c", "user.email=n@example.com")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def release(folder: Path, *words: str) -> Outcome:
    words = ("release", "openapi.yaml", "--out", ".", "--date", "2026-01-31", *words)
    return ran(words, folder, dict(ENVIRONMENT))


ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent"}


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not {".git", "__pycache__"} & set(path.parts)
    }


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client of a museum, released once; since then an argument is new and one line is written by
    hand."""
    folder = museum.write(tmp_path_factory.mktemp("repository"))
    git(folder, "init", "-q")
    words = ("generate", "openapi.yaml", "--out", ".")
    assert ran(words, folder, ENVIRONMENT).code == 0
    git(folder, "add", "--all")
    git(folder, "commit", "-qm", "start")
    first = release(folder)
    assert "1.2.3: the first release" in first.out
    git(folder, "commit", "-qam", "first")
    git(folder, "tag", "v1.2.3")
    description = folder / "openapi.yaml"
    path = "{name: day, in: path, required: true, schema: {type: string}}"
    text = description.read_text()
    description.write_text(text.replace(path, f"{path}, {ZONE}"))
    changelog = folder / "CHANGELOG.md"
    hand = "## [Unreleased]\n\n### Fixed\n\n- A line by hand.\n"
    changelog.write_text(changelog.read_text().replace("## [Unreleased]\n", hand))
    git(folder, "commit", "-qam", "change")
    return folder


@contextmanager
def unchanged(folder: Path) -> Iterator[None]:
    before = files(folder)
    yield
    assert files(folder) == before


def test_a_dry_run_shows_the_release_and_writes_nothing(repository: Path) -> None:
    with unchanged(repository):
        shown = release(repository, "--dry-run")
    assert shown.code == 0
    assert shown.out.startswith("1.3.0: minor, ")
    assert "- Argument `client.hours.retrieve(zone)`." in shown.out
    assert "- A line by hand." in shown.out


def test_a_version_that_is_too_low_is_refused(repository: Path) -> None:
    with unchanged(repository):
        refused = release(repository, "--version", "1.2.9")
    assert refused.code == 1
    assert (
        "error[R003]: 1.2.9 is too low after 1.2.3 with a minor change" in refused.err
    )
    assert "release 1.3.0 or higher" in refused.err


def test_a_release_that_cannot_be_generated_changes_nothing(repository: Path) -> None:
    module = repository / "src" / "museum" / "_version.py"
    text = module.read_text()
    module.write_text(text.replace('"1.2.3"', '"1.2.3" + "ours"'))
    with unchanged(repository):
        refused = release(repository)
    module.write_text(text)
    assert refused.code == 1
    assert "error[R007]" in refused.err


def test_a_version_that_ends_what_is_kept_is_refused(repository: Path) -> None:
    config = repository / "stainless.yml"
    text = config.read_text()
    (repository / "former.yaml").write_bytes((repository / "openapi.yaml").read_bytes())
    kept = "x-keep-removed: {description: former.yaml, until: 1.3.0}"
    config.write_text(f"{text.rstrip()}\n{kept}\n")
    with unchanged(repository):
        refused = release(repository)
    config.write_text(text)
    (repository / "former.yaml").unlink()
    assert refused.code == 1
    assert "error[R008]: the version would be 1.3.0" in refused.err


def test_notes_are_the_entry_of_a_version(repository: Path) -> None:
    shown = ran(("release", "--out", ".", "--notes", "v1.2.3"), repository, ENVIRONMENT)
    assert shown.out == "### Added\n\n- The first version of the client.\n"
    missing = ran(("release", "--out", ".", "--notes", "9"), repository, ENVIRONMENT)
    assert (missing.code, "error[R006]" in missing.err) == (1, True)


def test_a_release_sets_the_version_generates_and_writes_the_entry(
    repository: Path,
) -> None:
    done = release(repository)
    assert done.code == 0, done.err
    assert "git tag v1.3.0" in done.out
    config = museum.CONFIGURATION.replace("x-version: 1.2.3", "x-version: 1.3.0")
    assert (repository / "stainless.yml").read_text() == config
    version = (repository / "src" / "museum" / "_version.py").read_text()
    assert '__version__ = "1.3.0"' in version
    changelog = (repository / "CHANGELOG.md").read_text()
    headings = [line for line in changelog.splitlines() if line.startswith("## ")]
    assert headings == [
        "## [Unreleased]",
        "## [1.3.0] - 2026-01-31",
        "## [1.2.3] - 2026-01-31",
    ]
    with unchanged(repository):
        again = release(repository)
    assert (again.code, "error[R005]" in again.err) == (1, True)
    git(repository, "add", "--all")
    git(repository, "commit", "-qm", "second")
    git(repository, "tag", "v1.3.0")
    with unchanged(repository):
        nothing = release(repository)
    assert (nothing.code, "error[R004]" in nothing.err) == (1, True)


def test_the_last_release_is_not_guessed_in_a_shallow_clone(
    repository: Path, tmp_path: Path
) -> None:
    git(repository, "commit", "-q", "--allow-empty", "-m", "later")
    clone = tmp_path / "clone"
    git(repository, "clone", "-q", "--depth=1", f"file://{repository}", str(clone))
    shown = release(clone)
    assert (shown.code, "git fetch --unshallow --tags" in shown.err) == (1, True)
