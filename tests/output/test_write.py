"""Carrying out a plan: exactly what it says, nobody's work lost, and a clear word otherwise."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.diagnostics import Report
from generator.output.plan import Plan
from generator.output.staging import claimed, place_for, places
from generator.output.tree import FileTree
from generator.output.write import apply, recover

MakeTree = Callable[[Mapping[str, str]], FileTree]
PlanFor = Callable[[FileTree, Path], Plan]
Generate = Callable[[FileTree, Path], None]
State = dict[str, tuple[str, bytes, int, int]]
Look = Callable[[Path], State]

BEFORE = {"keep.py": "keep", "p/change.py": "old", "p/q/gone.py": "gone"}
AFTER = {"keep.py": "keep", "p/change.py": "new", "p/r/s/added.py": "added"}


@pytest.fixture
def out(tmp_path: Path, tree: MakeTree, generate: Generate) -> Path:
    """An output folder that holds BEFORE and a file of somebody else."""
    generate(tree(BEFORE), tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    return tmp_path / "out"


def contents(state: State) -> dict[str, str]:
    return {path: data.decode() for path, (kind, data, _, _) in state.items() if data}


def only_finding(report: Report) -> tuple[str, str]:
    (finding,) = report.diagnostics
    assert finding.help
    assert "Error" not in finding.message
    return finding.code, Path(finding.place.file).name


def test_the_output_becomes_the_tree_and_nothing_is_left_beside_it(
    tmp_path: Path, tree: MakeTree, plan_for: PlanFor, state: Look
) -> None:
    out = tmp_path / "some" / "where" / "out"
    expected = tree(AFTER)
    assert apply(plan_for(expected, out), out, Report())
    assert contents(state(out)) == {path: b.decode() for path, b in expected.items()}
    assert [path.name for path in out.parent.iterdir()] == ["out"]
    assert plan_for(expected, out).changes == ()


def test_only_files_that_differ_are_touched(
    out: Path, tree: MakeTree, plan_for: PlanFor, state: Look
) -> None:
    before = state(out)
    assert apply(plan_for(tree(AFTER), out), out, Report())
    after = state(out)
    assert after["keep.py"] == before["keep.py"]
    assert after["notes.txt"] == before["notes.txt"]
    assert after["p/change.py"][1] == b"new"
    assert after.keys() - before.keys() == {"p/r", "p/r/s", "p/r/s/added.py"}
    assert before.keys() - after.keys() == {"p/q", "p/q/gone.py"}


def test_where_nothing_differs_nothing_at_all_is_touched(
    out: Path, tree: MakeTree, plan_for: PlanFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_for(tree(BEFORE), out)
    monkeypatch.setattr(os, "mkdir", None)
    monkeypatch.setattr(os, "open", None)
    assert apply(plan, out, Report())


def test_a_folder_with_an_unknown_file_stays(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    (out / "p/q/mine.py").write_text("mine")
    assert apply(plan_for(tree(AFTER), out), out, Report())
    assert [path.name for path in (out / "p/q").iterdir()] == ["mine.py"]


def test_byte_code_of_modules_that_are_gone_does_not_keep_their_folder(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    (out / "p/q/__pycache__").mkdir()
    (out / "p/q/__pycache__/gone.cpython-311.pyc").write_bytes(b"")
    assert apply(plan_for(tree(AFTER), out), out, Report())
    assert not (out / "p/q").exists()


def test_a_cache_folder_with_anything_else_in_it_stays(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    (out / "p/q/__pycache__").mkdir()
    (out / "p/q/__pycache__/mine.txt").write_text("mine")
    assert apply(plan_for(tree(AFTER), out), out, Report())
    assert (out / "p/q/__pycache__/mine.txt").read_text() == "mine"


def test_hand_edits_stop_everything_until_overwriting_is_asked_for(
    out: Path, tree: MakeTree, plan_for: PlanFor, state: Look
) -> None:
    (out / "p/change.py").write_text("edited")
    before, plan, report = state(out), plan_for(tree(AFTER), out), Report()
    assert not apply(plan, out, report)
    assert only_finding(report) == ("O005", "change.py")
    assert state(out) == before
    assert apply(plan, out, Report(), overwrite=True)
    assert (out / "p/change.py").read_text() == "new"


def test_a_long_list_of_conflicts_is_cut(
    tmp_path: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    for number in range(30):
        (tmp_path / f"f{number}.py").write_text("mine")
    report = Report()
    plan = plan_for(tree({f"f{n}.py": "ours" for n in range(30)}), tmp_path)
    assert not apply(plan, tmp_path, report)
    assert {finding.code for finding in report.diagnostics} == {"O006"}
    assert len(report.diagnostics) == 21
    assert "10 more files" in report.diagnostics[-1].message


def test_new_files_are_readable_and_old_ones_keep_their_mode(
    out: Path, tree: MakeTree, plan_for: PlanFor
) -> None:
    (out / "p/change.py").chmod(0o755)
    umask = os.umask(0o022)
    try:
        assert apply(plan_for(tree(AFTER), out), out, Report())
    finally:
        os.umask(umask)
    modes = [
        stat.S_IMODE((out / path).stat().st_mode)
        for path in ("p/r/s/added.py", "p/change.py")
    ]
    assert modes == [0o644, 0o755]


def test_a_file_that_changed_after_the_plan_was_made_is_not_lost(
    out: Path, tree: MakeTree, plan_for: PlanFor, state: Look
) -> None:
    plan = plan_for(tree(AFTER), out)
    (out / "p/change.py").write_text("edited just now")
    before, report = state(out.parent), Report()
    assert not apply(plan, out, report)
    assert only_finding(report) == ("O025", "change.py")
    assert state(out.parent) == before


def test_a_link_that_appears_after_the_plan_was_made_is_not_followed(
    out: Path, tree: MakeTree, plan_for: PlanFor, tmp_path: Path, state: Look
) -> None:
    plan = plan_for(tree(AFTER), out)
    (out / "p").rename(tmp_path / "elsewhere")
    (out / "p").symlink_to(tmp_path / "elsewhere")
    before, report = state(tmp_path), Report()
    assert not apply(plan, out, report)
    assert only_finding(report) == ("O003", "p")
    assert state(tmp_path) == before


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "O020"),
        (errno.EPERM, "O020"),
        (errno.EROFS, "O020"),
        (errno.ENOSPC, "O021"),
        (errno.EDQUOT, "O021"),
        (errno.ENAMETOOLONG, "O022"),
        (errno.EIO, "O023"),
    ],
)
def test_a_refused_system_call_is_reported_with_file_and_remedy(
    number: int,
    code: str,
    out: Path,
    tree: MakeTree,
    plan_for: PlanFor,
    state: Look,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(file: int, data: object) -> int:
        raise OSError(number, os.strerror(number))

    plan, before, report = plan_for(tree(AFTER), out), state(out.parent), Report()
    monkeypatch.setattr(os, "write", refuse)
    assert not apply(plan, out, report)
    assert only_finding(report) == (code, "change.py")
    assert os.strerror(number) in report.diagnostics[0].message
    assert state(out.parent) == before


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path,
    tree: MakeTree,
    plan_for: PlanFor,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(path: object, mode: int = 0o777) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "mkdir", refuse)
    report, out = Report(), tmp_path / "out"
    assert not apply(plan_for(tree(AFTER), out), out, report)
    assert only_finding(report) == ("O020", "out")
    assert list(tmp_path.iterdir()) == []


def test_a_second_run_at_the_same_time_is_refused_and_disturbs_nothing(
    out: Path, tree: MakeTree, plan_for: PlanFor, state: Look
) -> None:
    plan, report = plan_for(tree(AFTER), out), Report()
    with claimed(places(out)[0], out) as first:
        first.prepare()
        during = state(out.parent)
        assert not apply(plan, out, report)
        assert only_finding(report) == ("O024", "out")
        assert not recover(out, report)
        assert state(out.parent) == during
        first.clear()
    assert apply(plan, out, Report())


def test_a_parent_that_is_another_disk_is_not_used_for_staging(
    out: Path,
    tree: MakeTree,
    plan_for: PlanFor,
    state: Look,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != out.parent)
    seen: list[str] = []
    replace = os.replace

    def watch(source: Path, target: Path) -> None:
        seen.append(os.path.relpath(source, out))
        replace(source, target)

    monkeypatch.setattr(os, "replace", watch)
    assert apply(plan_for(tree(AFTER), out), out, Report())
    assert seen
    assert not any(path.startswith("..") for path in seen)
    assert not places(out)[1].exists()


def test_recovering_where_nothing_happened_touches_nothing(
    out: Path, state: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(out.parent)
    monkeypatch.setattr(os, "mkdir", None)
    assert recover(out, Report())
    assert recover(out.parent / "none", Report())
    assert state(out.parent) == before


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "[]",
        "{",
        '{"steps": [{"path": "a"}], "created": [], "emptied": []}',
        '{"steps": [{"path": "../x", "had": true, "sha256": null}], "created": [], "emptied": []}',
        '{"steps": [], "created": ["/etc"], "emptied": []}',
        '{"steps": [], "created": [], "emptied": ["../x"]}',
        '{"steps": [], "created": [7], "emptied": []}',
        '{"steps": [{"path": "lib/a", "had": true, "sha256": null}], "created": [], "emptied": []}',
    ],
)
@pytest.mark.parametrize("name", ["journal.json", "done.json"])
def test_a_manipulated_journal_moves_nothing(
    name: str, journal: str, out: Path, tmp_path: Path, state: Look
) -> None:
    root = places(out)[0]
    (root / "old").mkdir(parents=True)
    (root / "old" / "0").write_text("forged")
    (root / name).write_text(journal)
    (tmp_path / "x").mkdir()
    before, report = state(tmp_path), Report()
    assert not recover(out, report)
    assert only_finding(report) == ("O026", root.name)
    before.update({f"{root.name}/lock": state(tmp_path)[f"{root.name}/lock"]})
    assert state(tmp_path) == before


@pytest.mark.parametrize("planted", ["old", "old/0", "new", "journal.json"])
def test_no_file_from_elsewhere_moves_in_through_a_planted_link(
    planted: str, out: Path, tmp_path: Path, state: Look
) -> None:
    elsewhere, root = tmp_path / "elsewhere", places(out)[0]
    (elsewhere / "folder").mkdir(parents=True)
    (elsewhere / "folder" / "0").write_text("precious")
    journal = '{"steps": [{"path": "moved_in", "had": true, "sha256": null}], "created": [], "emptied": []}'
    (elsewhere / "journal.json").write_text(journal)
    root.mkdir()
    (root / "journal.json").write_text(journal)
    if planted == "old/0":
        (root / "old").mkdir()
    if planted == "journal.json":
        (root / "old").mkdir()
        (root / "old" / "0").write_text("planted")
        (root / planted).unlink()
    targets = {"old/0": "folder/0", "journal.json": "journal.json"}
    (root / planted).symlink_to(elsewhere / targets.get(planted, "folder"))
    before, report = state(tmp_path), Report()
    assert not recover(out, report)
    assert only_finding(report) == ("O026", root.name)
    before.update({f"{root.name}/lock": state(tmp_path)[f"{root.name}/lock"]})
    assert state(tmp_path) == before


@pytest.fixture
def interrupted(out: Path) -> Path:
    """A staging folder as a killed run leaves it: the old file has moved out, no new one is in."""
    root = places(out)[0]
    (root / "old").mkdir(parents=True, mode=0o700)
    root.chmod(0o700)
    (root / "old" / "0").write_text("old")
    (root / "journal.json").write_text(
        '{"steps": [{"path": "a", "had": true, "sha256": null}], "created": [], "emptied": []}'
    )
    return root


def test_what_a_killed_run_moved_out_moves_back(interrupted: Path, out: Path) -> None:
    assert recover(out, Report())
    assert (out / "a").read_text() == "old"
    assert not interrupted.exists()


def test_a_staging_folder_of_another_owner_is_refused(
    interrupted: Path, out: Path, state: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, report = state(out), Report()
    monkeypatch.setattr(os, "geteuid", lambda: interrupted.stat().st_uid + 1)
    assert not recover(out, report)
    assert only_finding(report) == ("O026", interrupted.name)
    assert state(out) == before
    assert (interrupted / "old" / "0").read_text() == "old"


@pytest.mark.parametrize("mode", [0o770, 0o707])
def test_a_staging_folder_that_others_can_write_is_refused(
    mode: int, interrupted: Path, out: Path, state: Look
) -> None:
    interrupted.chmod(mode)
    before, report = state(out), Report()
    assert not recover(out, report)
    assert only_finding(report) == ("O026", interrupted.name)
    assert state(out) == before


@pytest.mark.parametrize("planted", ["old/0", "new/0", "journal.json"])
def test_no_file_from_elsewhere_moves_in_through_a_hard_link(
    planted: str,
    interrupted: Path,
    out: Path,
    tree: MakeTree,
    plan_for: PlanFor,
    tmp_path: Path,
    state: Look,
) -> None:
    elsewhere = tmp_path / "precious"
    journal = (interrupted / "journal.json").read_text()
    elsewhere.write_text(journal if planted == "journal.json" else "precious")
    (interrupted / planted).parent.mkdir(exist_ok=True)
    (interrupted / planted).unlink(missing_ok=True)
    (interrupted / planted).hardlink_to(elsewhere)
    plan, before = plan_for(tree(AFTER), out), state(out)
    for action in (recover, lambda out, report: apply(plan, out, report)):
        report = Report()
        assert not action(out, report)
        assert only_finding(report) == ("O026", interrupted.name)
        assert state(out) == before
        assert elsewhere.read_text() in (journal, "precious")
        assert elsewhere.stat().st_nlink == 2


def test_a_file_of_the_output_with_a_hard_link_elsewhere_moves_back_after_an_error(
    out: Path,
    tree: MakeTree,
    plan_for: PlanFor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    changed = next(path for path in BEFORE if BEFORE[path] != AFTER.get(path))
    (tmp_path / "copy").hardlink_to(out / changed)
    plan = plan_for(tree(AFTER), out)

    def full(staging: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.output.write.Staging.commit", full)
    assert not apply(plan, out, Report())
    assert (out / changed).read_text() == BEFORE[changed]
    assert (out / changed).samefile(tmp_path / "copy")


def test_a_staging_folder_that_is_a_link_is_not_followed(
    out: Path, tree: MakeTree, plan_for: PlanFor, tmp_path: Path, state: Look
) -> None:
    (tmp_path / "victim").mkdir()
    (tmp_path / "victim" / "journal.json").write_text("precious")
    places(out)[0].symlink_to(tmp_path / "victim")
    plan, before = plan_for(tree(AFTER), out), state(tmp_path)
    applied, recovered = Report(), Report()
    assert not apply(plan, out, applied)
    assert not recover(out, recovered)
    assert applied.diagnostics
    assert recovered.diagnostics
    assert state(tmp_path) == before


@pytest.mark.parametrize("name", ["lock", "new", "old", "journal.json", "draft.json"])
def test_links_planted_in_the_staging_folder_are_not_followed(
    name: str,
    out: Path,
    tree: MakeTree,
    plan_for: PlanFor,
    tmp_path: Path,
    state: Look,
) -> None:
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "precious").write_text("mine")
    places(out)[0].mkdir()
    target = victim if name in ("new", "old") else victim / "made"
    (places(out)[0] / name).symlink_to(target)
    before = state(victim)
    plan = plan_for(tree(AFTER), out)
    recover(out, Report())
    apply(plan, out, Report())
    assert state(victim) == before


def test_the_journal_is_safe_before_the_first_file_moves_and_files_go_before_they_come(
    out: Path, tree: MakeTree, plan_for: PlanFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    moves: list[str] = []
    replace, fsync = os.replace, os.fsync

    def note_replace(source: Path, target: Path) -> None:
        moves.append(f"{Path(source).name} to {Path(target).name}")
        replace(source, target)

    def note_fsync(file: int) -> None:
        moves.append("fsync")
        fsync(file)

    monkeypatch.setattr(os, "replace", note_replace)
    monkeypatch.setattr(os, "fsync", note_fsync)
    assert apply(plan_for(tree(AFTER), out), out, Report())
    assert moves == [
        *["fsync"] * 4,
        "draft.json to journal.json",
        "gone.py to 0",
        "change.py to 1",
        "1 to change.py",
        "2 to added.py",
        ".manifest.json to 3",
        "3 to .manifest.json",
        "journal.json to done.json",
    ]


def test_a_lock_that_vanishes_with_its_holder_is_acquired_again(
    out: Path, tree: MakeTree, plan_for: PlanFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, flock = places(out)[0], fcntl.flock
    taken: list[bool] = []

    def flock_after_the_holder_left(lock: int, how: int) -> None:
        if not taken:
            (root / "lock").unlink()
            root.rmdir()
        flock(lock, how)
        taken.append((root / "lock").exists())

    monkeypatch.setattr(fcntl, "flock", flock_after_the_holder_left)
    assert apply(plan_for(tree(AFTER), out), out, Report())
    assert taken == [False, True]


def test_the_lock_of_another_run_is_not_removed(out: Path) -> None:
    root = places(out)[0]
    with claimed(root, out):
        (root / "lock").unlink()
        (root / "lock").write_text("of another")
    assert (root / "lock").read_text() == "of another"


def test_nothing_is_recovered_through_a_link(tmp_path: Path, state: Look) -> None:
    (tmp_path / "victim" / ".clientwright").mkdir(parents=True)
    (tmp_path / "victim" / ".clientwright" / "journal.json").write_text("mine")
    (tmp_path / "out").symlink_to(tmp_path / "victim")
    before, report = state(tmp_path), Report()
    assert not recover(tmp_path / "out", report)
    assert only_finding(report) == ("O002", "out")
    assert state(tmp_path) == before


def test_an_output_that_is_a_disk_of_its_own_is_staged_inside(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert place_for(out) == places(out)[0]
    mode, stat_of = out.stat().st_mode, Path.stat

    def mounted(path: Path, **options: bool) -> object:
        if path == out:
            return SimpleNamespace(st_mode=mode, st_dev=-1)
        return stat_of(path, **options)

    monkeypatch.setattr(Path, "stat", mounted)
    assert place_for(out) == places(out)[1]


def test_short_writes_are_completed(
    out: Path, tree: MakeTree, plan_for: PlanFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:1]))
    assert apply(plan_for(tree(AFTER), out), out, Report())
    assert plan_for(tree(AFTER), out).changes == ()
