"""The plan tells ours from theirs, and looks at the disk without touching or trusting it."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.output.plan import Kind, Plan, make_plan
from generator.output.tree import FileTree

MakeTree = Callable[[Mapping[str, str]], FileTree]
PlanFor = Callable[[FileTree, Path], Plan]
Generate = Callable[[FileTree, Path], None]

BEFORE = {"keep.py": "keep", "p/change.py": "old", "p/q/gone.py": "gone"}
AFTER = {"keep.py": "keep", "p/change.py": "new", "p/r/added.py": "added"}


@pytest.fixture
def out(tmp_path: Path, tree: MakeTree, generate: Generate) -> Path:
    """An output folder that holds BEFORE."""
    generate(tree(BEFORE), tmp_path / "out")
    return tmp_path / "out"


def kinds(plan: Plan) -> dict[str, Kind]:
    return {change.path: change.kind for change in plan.changes}


def codes(report: Report) -> list[tuple[str, str]]:
    return [(d.code, Path(d.place.file).name) for d in report.diagnostics]


def test_an_empty_place_gets_every_file_and_the_manifest_last(
    tmp_path: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    plan = plan_for(tree(BEFORE), tmp_path / "none" / "yet")
    assert [change.path for change in plan.changes] == [*BEFORE, ".manifest.json"]
    assert {change.kind for change in plan.changes} == {Kind.ADD}
    assert plan.unchanged == 0
    assert not plan.conflicts


def test_the_same_tree_again_changes_nothing(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    assert plan_for(tree(BEFORE), out) == Plan((), (), 4)


def test_files_of_ours_are_added_changed_and_deleted(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    plan = plan_for(tree(AFTER), out)
    assert kinds(plan) == {
        "p/change.py": Kind.CHANGE,
        "p/q/gone.py": Kind.DELETE,
        "p/r/added.py": Kind.ADD,
        ".manifest.json": Kind.CHANGE,
    }
    assert plan.stale_folders == ("p/q",)
    assert plan.unchanged == 1
    change = plan.of(Kind.CHANGE)[0]
    assert (change.old, change.new) == (b"old", b"new")


@pytest.mark.parametrize("path", ["keep.py", "p/change.py", "p/q/gone.py"])
def test_a_file_edited_by_hand_is_a_conflict(
    path: str, out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    (out / path).write_text("edited")
    assert [change.path for change in plan_for(tree(AFTER), out).conflicts] == [path]
    assert kinds(plan_for(tree(AFTER), out))[path] is Kind.EDITED


def test_a_file_deleted_by_hand_is_written_again(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    (out / "keep.py").unlink()
    assert kinds(plan_for(tree(BEFORE), out)) == {"keep.py": Kind.ADD}


def test_an_unknown_file_in_the_way_is_a_conflict(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    (out / "p/r").mkdir()
    (out / "p/r/added.py").write_text("mine")
    assert kinds(plan_for(tree(AFTER), out))["p/r/added.py"] is Kind.UNKNOWN


def test_a_file_that_has_the_new_bytes_already_is_fine_whoever_wrote_it(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    (out / "p/change.py").write_text("new")
    (out / "p/q/gone.py").unlink()
    (out / "p/r").mkdir()
    (out / "p/r/added.py").write_text("added")
    assert kinds(plan_for(tree(AFTER), out)) == {".manifest.json": Kind.CHANGE}


def test_unknown_files_and_lib_folders_are_invisible(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    for path in ("notes.txt", "lib/a.py", "src/p/lib/b.py", "p/q/mine.py"):
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text("mine")
    (out / "lib/link").symlink_to("/")
    assert plan_for(tree(BEFORE), out) == Plan((), (), 4)


STARTED = ("CHANGELOG.md", "CONTRIBUTING.md")


@pytest.mark.parametrize("path", STARTED)
def test_a_file_that_is_handed_over_is_written_once(
    path: str, out: Path, tree: MakeTree, plan_for: PlanFor, generate: Generate
) -> None:
    started = {**BEFORE, path: "start"}
    assert kinds(plan_for(tree(started), out))[path] is Kind.ADD
    generate(tree(started), out)
    for action in (lambda file: file.write_text("mine"), Path.unlink):
        action(out / path)
        assert plan_for(tree(started), out).changes == ()
    assert kinds(plan_for(tree(BEFORE), out)) == {".manifest.json": Kind.CHANGE}


@pytest.mark.parametrize("path", STARTED)
def test_a_file_that_was_there_before_is_left_alone(
    path: str, out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    (out / path).parent.mkdir(parents=True, exist_ok=True)
    (out / path).symlink_to("/elsewhere")
    assert kinds(plan_for(tree({**BEFORE, path: "start"}), out)) == {
        ".manifest.json": Kind.CHANGE
    }


def test_a_manifest_that_claims_a_lib_file_does_not_get_it_deleted(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    (out / "lib").mkdir()
    (out / "lib/a.py").write_text("gone")
    manifest = out / ".manifest.json"
    manifest.write_text(manifest.read_text().replace("p/q/gone.py", "lib/a.py"))
    plan = plan_for(tree(AFTER), out)
    assert "lib/a.py" not in kinds(plan)
    assert plan.stale_folders == ()


def test_a_folder_is_stale_only_if_the_tree_has_nothing_in_it(
    tmp_path: Path, tree: MakeTree, generate: Generate, plan_for: PlanFor
) -> None:
    generate(tree({"a/b/c/x": "", "a/b/y": "", "a/z": ""}), tmp_path / "o")
    assert plan_for(tree({"a/z": ""}), tmp_path / "o").stale_folders == ("a/b/c", "a/b")
    assert plan_for(tree({"a/b/d/x": ""}), tmp_path / "o").stale_folders == ("a/b/c",)


def test_an_output_folder_that_is_a_file_is_refused(
    tmp_path: Path, tree: MakeTree
) -> None:
    (tmp_path / "out").write_text("")
    for path in (tmp_path / "out", tmp_path / "out" / "deeper"):
        report = Report()
        assert make_plan(tree(BEFORE), path, report) is None
        assert codes(report) == [("O001", "out")]
        assert report.diagnostics[0].help


@pytest.mark.parametrize("dangling", [True, False])
def test_an_output_folder_that_is_a_link_is_refused(
    dangling: bool, tmp_path: Path, tree: MakeTree
) -> None:
    (tmp_path / "out").symlink_to(
        tmp_path / "nowhere" if dangling else tmp_path, target_is_directory=True
    )
    report = Report()
    assert make_plan(tree(BEFORE), tmp_path / "out", report) is None
    assert codes(report) == [("O002", "out")]


@pytest.mark.parametrize("path", ["p", "p/q", "p/change.py", ".manifest.json"])
def test_a_link_on_the_way_to_a_file_of_ours_is_refused(
    path: str, out: Path, tree: MakeTree, tmp_path: Path
) -> None:
    (out / path).rename(tmp_path / "elsewhere")
    (out / path).symlink_to(tmp_path / "elsewhere")
    report = Report()
    assert make_plan(tree(AFTER), out, report) is None
    assert codes(report) == [("O003", Path(path).name)]


def test_special_files_are_refused_unread(out: Path, tree: MakeTree) -> None:
    (out / "keep.py").unlink()
    os.mkfifo(out / "keep.py")
    (out / "p/change.py").unlink()
    (out / "p/change.py").mkdir()
    report = Report()
    assert make_plan(tree(AFTER), out, report) is None
    assert codes(report) == [("O004", "keep.py"), ("O004", "change.py")]


def test_a_file_where_a_folder_is_needed_is_refused(out: Path, tree: MakeTree) -> None:
    (out / "p/r").write_text("mine")
    report = Report()
    assert make_plan(tree(AFTER), out, report) is None
    assert codes(report) == [("O004", "r")]


def test_a_file_that_cannot_be_read_is_reported(
    out: Path, tree: MakeTree, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, *_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("generator.output.disk.open", refuse, raising=False)
    report = Report()
    assert make_plan(tree(BEFORE), out, report) is None
    assert codes(report) == [("O020", ".manifest.json")]


def test_a_damaged_manifest_stops_the_plan(out: Path, tree: MakeTree) -> None:
    (out / ".manifest.json").write_text("{")
    report = Report()
    assert make_plan(tree(BEFORE), out, report) is None
    assert codes(report) == [("O010", ".manifest.json")]


def test_the_plan_does_not_depend_on_the_order_of_anything(
    out: Path, tree: MakeTree, plan_for: PlanFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = plan_for(tree(AFTER), out)
    listdir = os.listdir
    monkeypatch.setattr(os, "listdir", lambda p: random.sample(listdir(p), 2))
    shuffled = random.Random(7).sample(list(AFTER.items()), len(AFTER))
    assert plan_for(tree(dict(shuffled)), out) == expected


def test_six_thousand_unchanged_files_are_compared_in_under_a_second(
    tmp_path: Path, tree: MakeTree, generate: Generate, plan_for: PlanFor
) -> None:
    big = tree({f"src/p/r{n % 300}/m{n}.py": f"x = {n}\n" * 200 for n in range(6000)})
    generate(big, tmp_path / "out")
    took = []
    for _ in range(3):
        start = time.process_time()
        assert plan_for(big, tmp_path / "out").unchanged == 6001
        took.append(time.process_time() - start)
    assert min(took) < 1
