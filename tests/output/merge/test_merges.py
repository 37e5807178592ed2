"""Edits survive what is generated next: merged, moved, or as conflicts that git's own tools know."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.output import find_edits
from generator.output.merge import Merge
from generator.output.paths import MERGE_NAME, PRISTINE_NAME

from . import world
from .world import DELETED, EDITED, FIRST, NEXT, codes, end, generate, git, module
from .world import state

CONFLICTS = [("O033", "dog.py"), ("O033", "gone.py")]


def merged(out: Path, texts: world.Texts = NEXT) -> Merge:
    merge = generate(texts, out, Report())
    assert merge is not None
    return merge


def ended(out: Path, *, aborts: bool = False) -> list[tuple[str, str]]:
    report = Report()
    assert end(out, report, aborts=aborts) is not report.has_errors
    return codes(report)


def resolved(out: Path) -> None:
    (out / "pets/dog.py").write_text("resolved\n")
    git(out, "add", "pets/dog.py")
    git(out, "rm", "--quiet", "--force", "pets/gone.py")


def test_edits_are_merged_moved_and_kept(out: Path) -> None:
    merge = merged(out)
    both = module("cat", b="'custom'", k="'generated'")
    assert (out / "pets/cat.py").read_text() == both
    assert (out / "pets/cat.py").stat().st_mode & 0o777 == 0o755
    moved = module("zone", b="'custom'", l="'generated'")
    assert (out / "places/area.py").read_text() == moved
    assert (out / "places/area.py").stat().st_mode & 0o777 == 0o755
    assert not (out / "pets/zone.py").exists()
    assert merge.renamed == {"places/area.py": "pets/zone.py"}
    assert (out / "README.md").read_text() == EDITED["README.md"]
    assert (out / "pets/plain.py").read_text() == NEXT["pets/plain.py"]
    assert (out / "pets/fish.py").read_text() == NEXT["pets/fish.py"]
    assert not (out / DELETED).exists()
    assert merge.plan.deleted == (DELETED,)
    kept = {"README.md", "pets/cat.py", "pets/dog.py", "pets/gone.py", "places/area.py"}
    assert {*merge.plan.custom} == kept


def test_the_file_that_is_named_has_the_moved_edit_and_no_other(out: Path) -> None:
    texts = {path: text for path, text in FIRST.items() if path != "pets/zone.py"}
    texts["other/zone.py"] = module("zone", k="'generated'", l="'generated'")
    texts["other/area.py"] = module("zone", l="'generated'")
    assert merged(out, texts).renamed == {"other/zone.py": "pets/zone.py"}
    assert "'custom'" in (out / "other/zone.py").read_text()
    assert (out / "other/area.py").read_text() == texts["other/area.py"]


def test_a_conflict_is_one_for_git_and_its_tools(out: Path) -> None:
    report = Report()
    generate(NEXT, out, report)
    assert codes(report) == CONFLICTS
    generated, custom = "dog_c = 'generated'\n", "dog_c = 'custom'\n"
    text = (out / "pets/dog.py").read_text()
    assert f"<<<<<<< custom\n{custom}=======\n{generated}>>>>>>> generated\n" in text
    assert report.diagnostics[0].place.line == 3
    assert (out / "pets/gone.py").read_text() == EDITED["pets/gone.py"]
    texts = (FIRST["pets/dog.py"], EDITED["pets/dog.py"], NEXT["pets/dog.py"])
    for stage, wanted in enumerate(texts, 1):
        assert git(out, "show", f":{stage}:client/pets/dog.py") == wanted
    assert "UU pets/dog.py\nUD pets/gone.py\n" in git(out, "status", "-s")
    git(out, "checkout", "--theirs", "pets/dog.py")
    assert (out / "pets/dog.py").read_text() == NEXT["pets/dog.py"]
    git(out, "checkout", "--ours", "pets/dog.py")
    assert (out / "pets/dog.py").read_text() == EDITED["pets/dog.py"]
    git(out, "checkout", "--merge", "pets/dog.py")
    git(out, "config", "mergetool.x.cmd", "cat $LOCAL $REMOTE > $MERGED")
    git(out, "config", "mergetool.x.trustExitCode", "true")
    git(out, "mergetool", "--no-prompt", "--tool=x", "pets/dog.py")
    assert (out / "pets/dog.py").read_text() == texts[1] + texts[2]


def test_a_merge_ends_when_neither_markers_nor_unmerged_entries_are_left(
    out: Path,
) -> None:
    merged(out)
    assert ended(out) == CONFLICTS
    report = Report()
    assert generate(NEXT, out, report) is None
    assert codes(report) == [("O032", "client"), *CONFLICTS]
    (out / "pets/dog.py").write_text("resolved\n")
    assert ended(out) == CONFLICTS
    git(out, "add", "pets/dog.py")
    assert ended(out) == CONFLICTS[1:]
    git(out, "rm", "--quiet", "--force", "pets/gone.py")
    assert ended(out) == []
    assert ended(out) == [("O034", "client")]
    assert ended(out, aborts=True) == [("O034", "client")]
    after = state(out.parent)
    assert merged(out).plan.changes == ()
    assert state(out.parent) == after


def test_aborting_puts_everything_back_but_no_later_change(
    out: Path, edited: Path
) -> None:
    merged(out)
    with (out / "pets/cat.py").open("a") as file:
        file.write("later\n")
    changed = state(out.parent)
    assert ended(out, aborts=True) == [("O036", "cat.py")]
    assert state(out.parent) == changed
    (out / "pets/cat.py").write_text(module("cat", b="'custom'", k="'generated'"))
    resolved(out)
    (out / "places/mine.py").write_text("mine\n")
    assert ended(out, aborts=True) == []
    (out / "places/mine.py").unlink()
    (out / "places").rmdir()
    assert state(out.parent) == state(edited)


@pytest.mark.parametrize("is_tracked", [False, True])
def test_where_no_repository_has_the_client_markers_are_all_there_is(
    is_tracked: bool, out: Path, edited: Path
) -> None:
    if is_tracked:
        git(out, "rm", "-r", "--cached", "--quiet", ".")
    else:
        shutil.rmtree(out.parent / ".git")
    before = state(out.parent)
    report = Report()
    assert generate(NEXT, out, report) is not None
    assert codes(report) == CONFLICTS
    assert ended(out) == CONFLICTS[:1]
    assert ended(out, aborts=True) == []
    assert state(out.parent) == before
    merged(out)
    (out / "pets/dog.py").write_text("resolved\n")
    assert ended(out) == []


def test_a_shallow_clone_has_what_a_merge_needs(out: Path, tmp_path: Path) -> None:
    git(out, "commit", "--quiet", "--all", "--message=edits")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{out.parent}", "shallow")
    shallow = tmp_path / "shallow" / "client"
    merged(out)
    merged(shallow)
    assert git(shallow, "rev-list", "--count", "HEAD") == "1\n"
    assert state(shallow.parent) == state(out.parent)


def test_a_deleted_file_stays_deleted_until_it_is_generated_differently(
    out: Path,
) -> None:
    other = {**FIRST, DELETED: module("unwanted", a="'generated'")}
    assert merged(out, FIRST).plan.deleted == (DELETED,)
    report = Report()
    generate(other, out, report)
    assert codes(report) == [("O033", "unwanted.py")]
    assert "deleted by hand, and is generated" in report.diagnostics[0].message
    assert "DU pets/unwanted.py" in git(out, "status", "-s")
    git(out, "rm", "--quiet", "--force", DELETED)
    assert ended(out) == []
    assert merged(out, other).plan.deleted == (DELETED,)
    found = find_edits(out, Report()) or ()
    assert [edit.path for edit in found] == sorted([*EDITED, DELETED])
    for edit in found:
        assert "'custom'" in str(edit.diff()) or "+++ /dev/null" in str(edit.diff())
    assert merged(out, {"README.md": "other\n"}).plan.deleted == ()


def test_an_output_without_archive_or_without_files_is_generated_again(
    out: Path,
) -> None:
    for path in EDITED:
        (out / path).write_text(FIRST[path])
    (out / PRISTINE_NAME).unlink()
    merged(out, FIRST)
    assert (out / DELETED).read_text() == FIRST[DELETED]
    for name in ("README.md", "pets"):
        path = out / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert find_edits(out, Report()) == ()
    merged(out, FIRST)
    assert {p: (out / p).read_text() for p in FIRST} == FIRST


def test_line_ends_that_were_converted_are_kept(out: Path) -> None:
    crlf = EDITED["pets/cat.py"].replace("\n", "\r\n").encode()
    (out / "pets/cat.py").write_bytes(crlf)
    merged(out)
    both = module("cat", b="'custom'", k="'generated'")
    assert (out / "pets/cat.py").read_bytes() == both.replace("\n", "\r\n").encode()


def test_the_last_edit_that_is_generated_is_none_any_more(out: Path) -> None:
    texts = {**FIRST, "pets/cat.py": EDITED["pets/cat.py"]}
    (out / "pets/cat.py").chmod(0o644)
    assert "pets/cat.py" not in merged(out, texts).plan.custom
    assert "pets/cat.py" not in {e.path for e in find_edits(out, Report()) or ()}


def test_markers_that_were_there_before_are_no_conflict(out: Path) -> None:
    marked = EDITED["pets/dog.py"] + "<<<<<<< mine\n"
    (out / "pets/dog.py").write_text(marked)
    merged(out)
    (out / "pets/dog.py").write_text(marked)
    git(out, "add", "pets/dog.py")
    assert ended(out) == CONFLICTS[1:]


def test_a_file_that_was_not_generated_is_not_overwritten_by_a_moved_edit(
    out: Path,
) -> None:
    (out / "places").mkdir()
    (out / "places/area.py").write_text("mine\n")
    before = state(out.parent)
    report = Report()
    assert generate(NEXT, out, report) is None
    assert ("O006", "area.py") in codes(report)
    assert state(out.parent) == before
    assert not (out / MERGE_NAME).exists()
