"""One command makes a client of a description; ``init`` writes down what it inferred."""

from __future__ import annotations

import os
import shutil
import stat

import pytest

from generator.config import schema_text
from generator.output.record import without_record
from tests.cli.conftest import Project

NOTE = "names are inferred: 'clientwright init' writes them for editing"
MANIFEST = "generated/.manifest.json"


@pytest.fixture
def bare(fresh: Project) -> Project:
    """A folder with a description and nothing else."""
    fresh.description.rename(fresh.folder / "openapi.yaml")
    shutil.rmtree(fresh.description.parent)
    fresh.description = fresh.folder / "openapi.yaml"
    fresh.config = fresh.folder / "stainless.yml"
    return fresh


@pytest.mark.parametrize("words", [("openapi.yaml",), ("--spec", "openapi.yaml"), ()])
def test_a_description_is_enough(bare: Project, words: tuple[str, ...]) -> None:
    outcome = bare.run("generate", *words)
    assert (outcome.code, outcome.err) == (0, "")
    note, written = outcome.out.splitlines()
    assert written.startswith("generated: wrote ")
    assert "; 3 resources, 2 methods, " in written
    assert note == NOTE
    assert NOTE not in bare.run("generate", "--quiet").out
    assert bare.run("check", *words).code == 0


def test_without_any_file_the_command_says_what_to_name(bare: Project) -> None:
    bare.description.unlink()
    outcome = bare.run("generate")
    assert (outcome.code, outcome.out) == (2, "")
    assert "no description: name a file or a URL" in outcome.err
    assert "clientwright generate openapi.yaml" in outcome.err


def test_init_writes_what_generate_uses(bare: Project) -> None:
    assert bare.run("generate", "openapi.yaml").code == 0
    before = bare.files()
    outcome = bare.run("init", "openapi.yaml")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("stainless.yml: ")
    assert (bare.folder / "stainless.schema.json").read_text() == schema_text()
    assert stat.S_IMODE(os.stat(bare.config).st_mode) == 0o644
    again = bare.run("generate", "openapi.yaml")
    assert (again.code, again.err) == (0, "")
    assert NOTE not in again.out
    after = {name: data for name, data in bare.files().items() if name in before}
    for files in (before, after):  # their records tell the two runs apart
        files[MANIFEST] = without_record(files[MANIFEST])
    assert after == before


def test_what_is_edited_is_found_and_used(bare: Project) -> None:
    assert bare.run("init").code == 0
    bare.in_config("list: get", "everything: get")
    assert bare.run("generate").code == 0
    assert any(b"def everything(" in data for data in bare.files().values())


@pytest.mark.parametrize(
    "name",
    [
        "stainless.yaml",
        "openapi.stainless.yml",
        ".stainless/stainless.yml",
        "stainless/openapi.stainless.yml",
    ],
)
def test_a_configuration_is_found_under_its_usual_names(
    bare: Project, name: str
) -> None:
    target = bare.folder / name
    target.parent.mkdir(exist_ok=True)
    assert bare.run("init", "--config", name).code == 0
    assert target.exists()
    for words in (("openapi.yaml",), ()):
        outcome = bare.run("generate", *words)
        assert outcome.code == 0, outcome
        assert NOTE not in outcome.out


def test_init_overwrites_nothing_unless_forced(bare: Project) -> None:
    bare.config.write_text("mine")
    outcome = bare.run("init", "openapi.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert "error[O006]" in outcome.err
    assert "stainless.yml" in outcome.err
    assert "--force" in outcome.err
    assert bare.config.read_text() == "mine"
    assert bare.run("init", "openapi.yaml", "--force").code == 0
    assert bare.config.read_text().startswith("# yaml-language-server:")


def test_init_of_a_broken_description_writes_nothing(bare: Project) -> None:
    bare.description.write_text("openapi: 3.1.0\npaths: [")
    before = bare.state()
    outcome = bare.run("init", "openapi.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert "error[I005]" in outcome.err
    assert bare.state() == before


def test_a_configuration_elsewhere_is_not_that_of_a_named_description(
    fresh: Project,
) -> None:
    other = fresh.folder / "other"
    other.mkdir()
    shutil.copy(fresh.description, other / "openapi.yaml")
    outcome = fresh.run("generate", "other/openapi.yaml")
    assert (outcome.code, outcome.out.splitlines()[0]) == (0, NOTE)


def test_standard_input_needs_no_file(bare: Project) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "generator", "generate", "-", "--out", "client"],
        cwd=bare.folder,
        env=bare.environment(),
        input=bare.description.read_bytes(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().splitlines()[0] == NOTE
    assert (bare.folder / "client" / "pyproject.toml").exists()


@pytest.mark.parametrize(
    ("words", "suggested"),
    [
        (("other/openapi.yaml",), "generate other/openapi.yaml"),
        (
            ("other/openapi.yaml", "--config", "my.yml"),
            "generate other/openapi.yaml --config my.yml",
        ),
    ],
)
def test_the_command_that_is_suggested_works(
    bare: Project, words: tuple[str, ...], suggested: str
) -> None:
    other = bare.folder / "other"
    other.mkdir()
    bare.description.rename(other / "openapi.yaml")
    outcome = bare.run("init", *words)
    assert outcome.code == 0, outcome
    assert f"run 'python -m generator {suggested}'" in outcome.out
    drift = bare.run("check", *words)
    assert f"run 'python -m generator {suggested}' to bring" in drift.out
    assert bare.run(*suggested.split()).code == 0
    assert bare.run("check", *words).code == 0


def test_init_goes_where_it_is_sent_and_keeps_the_schema_that_is_there(
    bare: Project,
) -> None:
    home = bare.folder / "config" / "sdk"
    home.mkdir(parents=True)
    (home / "stainless.schema.json").write_text("mine")
    assert bare.run("init", "--config", "config/sdk/stainless.yml").code == 0
    assert (home / "stainless.yml").exists()
    assert (home / "stainless.schema.json").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--config", "openapi.yaml", "--force"), "is the description"),
        (("--config", "folder"), "error[O004]"),
        (("--config", "."), "error[O004]"),
        (("--config", "nowhere/x.yml"), "error[O023]"),
    ],
)
def test_init_refuses_what_is_no_place_for_a_file(
    bare: Project, words: tuple[str, ...], complaint: str
) -> None:
    (bare.folder / "folder").mkdir()
    before = bare.state()
    outcome = bare.run("init", "openapi.yaml", *words)
    assert outcome.code in (1, 2)
    assert complaint in outcome.err
    assert bare.state() == before


def test_init_writes_through_a_link(bare: Project) -> None:
    real = bare.folder / "real.yml"
    bare.config.symlink_to(real)
    assert bare.run("init", "openapi.yaml").code == 1, "it cannot be told from a file"
    assert bare.run("init", "openapi.yaml", "--force").code == 0
    assert bare.config.is_symlink()
    assert real.read_text().startswith("# yaml-language-server:")
