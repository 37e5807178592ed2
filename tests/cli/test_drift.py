"""What check sees, what generate changes, and whose files stay as they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from generator.pipeline import Inputs
from generator.cli.show import fix_command

from .conftest import LONG_AGO, Project

OLD = "When the change was made."
NEW = "The moment of the change."
MANIFEST, ARCHIVE = ".manifest.json", ".pristine"


def _carriers(project: Project) -> set[str]:
    """The generated files that carry the old text, but for the archive, which has them all."""
    found = {name for name, data in project.files().items() if OLD.encode() in data}
    return found - {f"generated/{ARCHIVE}"}


def _touched(project: Project) -> set[str]:
    return {
        path.relative_to(project.output).as_posix()
        for path in project.output.rglob("*")
        if path.is_file() and path.stat().st_mtime_ns != LONG_AGO
    }


def test_a_changed_description_is_drift_that_names_the_file(project: Project) -> None:
    carriers = _carriers(project)
    before = project.state()
    assert len(carriers) == 2
    project.in_description(OLD, NEW)
    outcome = project.run("check")
    assert outcome.code == 1
    assert outcome.err == ""
    lines = outcome.out.splitlines()
    assert len(lines) < 40
    assert lines[0] == "2 files would change:"
    assert lines[1:3] == [
        f"  ~ {name.removeprefix('generated/')}" for name in sorted(carriers)
    ]
    assert any(line.startswith("-") and OLD in line for line in lines)
    assert any(line.startswith("+") and NEW in line for line in lines)
    remedy = "run 'python -m generator generate' to bring the output up to date"
    assert lines[-1] == remedy
    assert project.state() == before


def test_regenerating_changes_what_carries_the_text_and_the_manifest(
    project: Project,
) -> None:
    carriers = {name.removeprefix("generated/") for name in _carriers(project)}
    project.in_description(OLD, NEW)
    outcome = project.run("generate")
    assert outcome.code == 0
    assert f"wrote {len(carriers) + 2} files, " in outcome.out
    assert _touched(project) == carriers | {MANIFEST, ARCHIVE}
    assert not _carriers(project)
    assert project.run("check").code == 0


def test_the_suggested_command_repeats_the_options_given(project: Project) -> None:
    project.config.rename(project.folder / "sdk.yml")
    words = ["--config", "sdk.yml", "--spec", "spec/openapi.yaml", "--out", "my client"]
    outcome = project.run("check", *words)
    assert outcome.code == 1
    command = "python -m generator generate spec/openapi.yaml --config sdk.yml"
    assert f"run '{command} --out 'my client''" in outcome.out.splitlines()[-1]


@pytest.mark.parametrize("script", ["clientwright", "clientwright.exe"])
def test_the_command_that_mends_names_the_installed_program(
    script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [f"/venv/bin/{script}", "check"])
    inputs = Inputs(Path("spec/openapi.yaml"), Path("spec/stainless.yml"))
    command = fix_command("generate", inputs, Path("out"))
    assert command == "clientwright generate --out out"


def test_check_writes_nothing_where_nothing_was_generated(fresh: Project) -> None:
    outcome = fresh.run("check")
    assert outcome.code == 1
    assert "would be added:" in outcome.out
    assert fresh.state() == {}


def test_an_edit_of_a_text_that_is_not_known_is_reported_and_kept(
    project: Project,
) -> None:
    carrier = project.folder / min(_carriers(project))
    carrier.write_text("mine\n")
    (project.output / ARCHIVE).unlink()
    project.in_description(OLD, NEW)
    before = project.state()
    outcome = project.run("generate")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("error[O005]: this generated file was edited by hand")
    assert f"--> {carrier.relative_to(project.folder).as_posix()}" in outcome.err
    assert "--force" in outcome.err
    assert project.state() == before
    checked = project.run("check")
    assert checked.code == 1
    assert "1 file edited by hand:\n  ! src/" in checked.out
    assert "generate --force'" in checked.out.splitlines()[-1]


def test_force_overwrites_an_edit(project: Project) -> None:
    edited = project.output / "README.md"
    before = edited.read_bytes()
    edited.write_text("mine\n")
    assert project.run("generate", "--force").code == 0
    assert edited.read_bytes() == before
    assert project.run("check").code == 0


def test_a_file_in_the_way_is_reported_and_replaced_by_force_only(
    project: Project,
) -> None:
    package = project.output / "src" / "cloudflare"
    mine = package / "resources" / "zones.py"
    mine.write_text("mine\n")
    project.in_config(
        "resources:\n  $shared:",
        "resources:\n  zones:\n    description: Mine.\n  $shared:",
    )
    outcome = project.run("generate")
    assert outcome.code == 1
    assert "error[O006]" in outcome.err
    assert "--> generated/src/cloudflare/resources/zones.py" in outcome.err
    assert mine.read_text() == "mine\n"
    assert project.run("generate", "--force").code == 0
    assert mine.read_text() != "mine\n"


def test_files_under_lib_and_unknown_files_are_never_touched(project: Project) -> None:
    mine = [
        project.output / path
        for path in (
            "lib/deep/helper.py",
            "src/cloudflare/lib/extra.py",
            "src/cloudflare/resources/unknown.py",
            "notes.txt",
            ".git/config",
        )
    ]
    for path in mine:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine\n")
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    assert project.run("check").code == 0
    project.change_everything()
    assert project.run("generate", "--force").code == 0
    assert all(_untouched(path) for path in mine)


def _untouched(path: Path) -> bool:
    return path.read_text() == "mine\n" and path.stat().st_mtime_ns == LONG_AGO


def test_files_no_longer_generated_are_deleted(project: Project) -> None:
    project.in_config("list_by_insight:", "list_of_insight:")
    gone = {name for name in project.files() if "list_by_insight" in name}
    assert gone
    outcome = project.run("check")
    assert outcome.code == 1
    assert "would be deleted:" in outcome.out
    assert project.run("generate").code == 0
    assert not {name for name in project.files() if "list_by_insight" in name}


def test_the_output_depends_on_the_inputs_only(project: Project) -> None:
    elsewhere = {"LC_ALL": "C", "TZ": "Pacific/Apia", "PYTHONHASHSEED": "7", "CI": "1"}
    assert project.run("check", **elsewhere).code == 0
    assert project.run("check", PYTHONHASHSEED="8", PYTHONUTF8="0").code == 0
