"""A run without changes says what the last one said; whatever changed, a run compiles again."""

from __future__ import annotations

import os
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from msgspec.structs import replace

from generator.diagnostics import Report, render_json, render_report
from generator.inputs import INFERRED
from generator.openapi import load_description, validate
from generator.output import Plan
from generator.rerun import DOCS, code
from generator.rerun.findings import dump_findings
from generator.source import StandardInput, Url
from tests.rerun.project import DESCRIPTION, PET, Project

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose client was generated; all paths in it are below one folder."""
    project = Project(tmp_path_factory.mktemp("finished") / "project")
    project.generate()
    return project.folder


@pytest.fixture
def project(finished: Path, tmp_path: Path) -> Project:
    """The same project in a folder of its own."""
    shutil.copytree(finished, tmp_path / "project")
    return Project(tmp_path / "project")


def test_a_run_without_changes_finds_and_says_what_the_last_one_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    project = Project(Path("here"))
    made, plan, first = project.generate()
    assert first.diagnostics
    count = len(plan.changes)
    monkeypatch.chdir(tmp_path / "here")
    project = Project(Path())
    found = project.repeat()
    assert found is not None
    assert found[:2] == (made, Plan((), (), count))
    _, _, again = project.generate()
    for render in (render_json, render_report):
        assert render(found[2]) == render(again)


def test_findings_about_an_inferred_configuration_are_repeated(tmp_path: Path) -> None:
    project = Project(tmp_path)
    rewire(project, config=None)
    query = {"name": "fields", "in": "query", "schema": {"type": "string"}}
    asks = {"get": {"parameters": [query], "responses": {"204": {"description": ""}}}}
    path = {"name": "account", "in": "path", "required": True, "schema": {}}
    paths = {"/account": asks, "/accounts/{account}": {"parameters": [path], **asks}}
    project.write(project.description, {**DESCRIPTION, "paths": paths})
    _, _, first = project.generate()
    assert {INFERRED} == {finding.place.file for finding in first.diagnostics}
    found = project.repeat()
    assert found is not None
    for verbose in (False, True):
        text = render_report(first, verbose=verbose)
        assert render_report(found[2], verbose=verbose) == text
    assert render_json(found[2]) == render_json(first)


Change = Callable[[Project], object]


def emptied(folder: Path) -> None:
    """Remove what ``rm -r *`` removes."""
    for path in [*folder.iterdir()]:
        if path.is_dir():
            shutil.rmtree(path)
        elif not path.name.startswith("."):
            path.unlink()


CHANGES: dict[str, Change] = {
    "a comment": lambda p: p.config.write_text(p.config.read_text() + "# why\n"),
    "the layout": lambda p: p.description.write_text(p.description.read_text() + " "),
    "a file that is referred to": lambda p: p.write(p.pet, {**PET, "title": "Dog"}),
    "an overlay": lambda p: p.overlay.unlink(),
    "no configuration": lambda p: rewire(p, config=None),
    "another overlay": lambda p: rewire(p, overlays=(p.overlay,)),
    "another root": lambda p: rewire(p, root=p.folder.parent),
    "another host": lambda p: rewire(p, hosts=frozenset({"example.com"})),
    "standard input": lambda p: rewire(p, description=StandardInput()),
    "a URL": lambda p: rewire(p, description=Url.parse("https://example.com/")),
    "another kind of file": lambda p: renamed(p, p.folder / "openapi.yaml"),
    "another name that files may refer to": lambda p: renamed(p, p.folder / "api.json"),
    "a link instead of a file": lambda p: linked(p.pet, p.folder / "pet.json"),
    "a damaged archive": lambda p: (p.out / ".pristine").write_text("mine"),
    "an open merge": lambda p: (p.out / ".open-merge").write_text(""),
    "a lost archive": lambda p: (p.out / ".pristine").unlink(),
    "a lost manifest": lambda p: (p.out / ".manifest.json").unlink(),
    "an emptied output": lambda p: emptied(p.out),
    "a link in the output": lambda p: linked(p.out / "README.md", p.folder / "r"),
    "a folder that is a link": lambda p: linked(p.out / "src", p.folder / "s"),
    "an output that is a link": lambda p: linked(p.out, p.folder / "elsewhere"),
    "no output": lambda p: shutil.rmtree(p.out),
    "a killed run": lambda p: (p.folder / ".client.clientwright").mkdir(),
    "half a manifest": lambda p: p.manifest.write_bytes(p.manifest.read_bytes()[:900]),
    "no manifest": lambda p: p.manifest.unlink(),
    "other spaces": lambda p: edited(p, '"files": {', '"files":  {'),
    "another hash": lambda p: edited(p, '"README.md": "', '"README.md": "0'),
    "another count": lambda p: edited(p, '"methods": 1', '"methods": 2'),
    "another finding": lambda p: edited(p, "'default'", "the default"),
    "no finding": lambda p: edited(p, '"findings": [', '"findings": [], "x": ['),
    "another black": lambda p: edited(p, '"black": "', '"black": "1'),
}


def rewire(project: Project, **values: object) -> None:
    project.inputs = replace(project.inputs, **values)


def renamed(project: Project, path: Path) -> None:
    rewire(project, description=project.description.rename(path))


def linked(path: Path, target: Path) -> None:
    path.rename(target)
    path.symlink_to(target)


def edited(project: Project, old: str, new: str) -> None:
    text = project.manifest.read_text()
    assert old in text
    project.manifest.write_text(text.replace(old, new))


@pytest.mark.parametrize("what", CHANGES)
def test_after_any_change_a_run_compiles(what: str, project: Project) -> None:
    assert project.repeat()
    CHANGES[what](project)
    assert project.repeat() is None


@pytest.mark.parametrize(
    "keep",
    [
        lambda p: (p.out / "CHANGELOG.md").write_text("ours by now"),
        lambda p: (p.out / "CONTRIBUTING.md").unlink(),
        lambda p: (p.out / "notes.txt").write_text("not generated"),
        lambda p: os.utime(p.out / "README.md", (1, 1)),
        lambda p: os.utime(p.description, (1, 1)),
    ],
)
def test_what_a_plan_does_not_look_at_is_no_change(
    keep: Change, project: Project
) -> None:
    keep(project)
    assert project.repeat()
    assert project.check().changes == ()


def test_a_run_with_custom_code_compiles_only_if_something_else_changed(
    project: Project,
) -> None:
    (project.out / "README.md").write_text("mine")
    found = project.repeat()
    assert found is not None
    assert found[1] == project.check()
    assert found[1].custom == ("README.md",)
    (project.out / "api.md").unlink()
    found = project.repeat()
    assert found is not None
    assert found[1] == project.check()
    assert found[1].edited == ("README.md", "api.md")
    (project.out / ".pristine").unlink()
    assert project.repeat() is None


def test_a_page_of_the_documentation_has_no_custom_code(project: Project) -> None:
    project.out = project.folder / "site"
    project.document()
    (project.out / "index.html").write_text("mine")
    assert project.repeat(DOCS) is None


def test_what_is_no_file_does_not_belong_to_the_generator(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("")
    (tmp_path / ".#a.py").symlink_to("user@host.1:2")
    assert [name for name, _ in code._below(tmp_path, "")] == ["a.py"]


def test_another_generator_compiles(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.rerun.repeat.code_hash", lambda: "other")
    assert project.repeat() is None


def test_documentation_is_not_taken_for_a_client(project: Project) -> None:
    assert project.repeat(DOCS) is None
    project.out = project.folder / "site"
    project.document()
    assert project.repeat(DOCS)
    assert project.repeat() is None


def test_the_files_that_documentation_takes_over_count(project: Project) -> None:
    config = project.config.read_text()
    docs = "x-docs: {logo: logo.svg, changelog: ../CHANGELOG.md}\n"
    project.write(project.config, config + docs)
    project.write(project.config.parent / "logo.svg", "<svg/>")
    project.write(project.folder / "CHANGELOG.md", "")
    project.out = project.folder / "site"
    project.document()
    assert project.repeat(DOCS)
    project.write(project.folder / "CHANGELOG.md", "# 1.0")
    assert project.repeat(DOCS) is None
    project.document()
    assert project.repeat(DOCS)
    project.write(project.config.parent / "logo.svg", "<svg></svg>")
    assert project.repeat(DOCS) is None


def test_strict_needs_the_record_of_a_strict_run(project: Project) -> None:
    assert project.repeat(strict=True) is None
    project.write(project.pet, {**PET, "properties": {"age": {"type": "integer"}}})
    project.generate()
    assert project.repeat(strict=True) is None
    project.generate(strict=True)
    assert project.repeat(strict=True)
    assert project.repeat()


REFERENCE = '"schemas/pet.json"'


@pytest.mark.parametrize("ref", ["gone.json", "../pet.json", "https://example.com/"])
def test_a_reference_that_may_lead_elsewhere_another_time_leaves_no_record(
    ref: str, project: Project
) -> None:
    text = project.description.read_text()
    project.description.write_text(text.replace(REFERENCE, f'"{ref}"'))
    project.generate()
    assert project.record is None


def test_a_reference_through_a_link_leaves_no_record(project: Project) -> None:
    linked(project.pet, project.folder / "schemas" / "other.json")
    project.generate()
    assert project.record is None


def test_a_file_that_changed_during_the_run_leaves_no_record(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.cli import compiling

    compile_inputs = compiling.compile_inputs

    def slowly(*words: object, **options: object) -> object:
        found = compile_inputs(*words, **options)  # type: ignore[arg-type]  # all of them
        project.write(project.overlay, project.overlay.read_text() + "# late\n")
        return found

    monkeypatch.setattr(compiling, "compile_inputs", slowly)
    shutil.rmtree(project.out)
    project.generate()
    assert project.record is None


@pytest.mark.parametrize("limit", [0.0, 60.0])
def test_a_check_that_was_cut_off_is_not_recorded(
    limit: float, project: Project
) -> None:
    report = Report()
    documents = load_description(project.description, report)
    assert documents is not None
    validate(documents, report, time_limit=limit)
    findings = Report()
    for finding in report.diagnostics:
        findings.add_tolerable(finding)
    names = {finding.place.file: "description" for finding in findings.diagnostics}
    assert findings.diagnostics
    assert (dump_findings(findings, names) is None) == (limit == 0)


def test_a_record_alone_is_no_drift_and_is_renewed(project: Project) -> None:
    before = project.manifest.read_bytes()
    project.write(project.config, project.config.read_text() + "# why\n")
    assert project.check().changes == ()
    _, plan, _ = project.generate()
    assert [change.path for change in plan.changes] == [".manifest.json"]
    assert project.manifest.read_bytes() != before
    assert project.repeat()


def test_a_damaged_record_is_renewed(project: Project) -> None:
    before = project.manifest.read_bytes()
    edited(project, '"seal": "', '"seal": "0')
    assert project.check().changes == ()
    project.generate()
    assert project.manifest.read_bytes() == before


def test_another_generator_alone_does_not_change_the_manifest(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.rerun.recorded.code_hash", lambda: "other")
    assert project.generate()[1].changes == ()
    project.write(project.pet, {**PET, "title": "Dog"})
    project.generate()
    assert project.record
    assert project.record["code"] == "other"


def test_the_manifest_is_the_same_wherever_it_is_made(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    elsewhere = Project(Path("another/place"))
    elsewhere.generate()
    assert elsewhere.manifest.read_bytes() == project.manifest.read_bytes()
    assert str(tmp_path) not in elsewhere.manifest.read_text()


def test_the_libraries_that_print_output_are_those_of_one_version() -> None:
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    pinned = [d.partition("==")[0] for d in metadata["dependencies"] if "==" in d]
    assert sorted(code.LIBRARIES) == sorted(pinned)
