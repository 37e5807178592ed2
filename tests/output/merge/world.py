"""A small output in a repository, edited by hand, and what is generated next: for tests of merges."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path

from generator.diagnostics import Report
from generator.output import FileTree, add_manifest, add_pristine, apply, make_plan
from generator.output import recover
from generator.output.manifest import Origin
from generator.output.merge import Merge, abort_merge, continue_merge, merge_edits
from generator.output.merge import refuse_open_merge, write_merge

ORIGIN = Origin("1.0", "26.10.1", "d" * 64, "c" * 64, "7" * 64, "5" * 64)
Texts = Mapping[str, str]
State = dict[str, object]


def module(name: str, **lines: str) -> str:
    """Twelve assignments of which some are others, by the names of their variables."""
    names = [f"{name}_{letter}" for letter in "abcdefghijkl"]
    return "".join(f"{n} = {lines.get(n[-1], repr(n))}\n" for n in names)


FIRST = {
    "README.md": module("readme"),
    "pets/cat.py": module("cat"),
    "pets/dog.py": module("dog"),
    "pets/gone.py": module("gone"),
    "pets/plain.py": module("plain"),
    "pets/unwanted.py": module("unwanted"),
    "pets/zone.py": module("zone"),
}
NEXT = {
    "README.md": module("readme"),
    "pets/cat.py": module("cat", k="'generated'"),
    "pets/dog.py": module("dog", c="'generated'"),
    "pets/fish.py": module("fish"),
    "pets/plain.py": module("plain", a="'generated'"),
    "pets/unwanted.py": module("unwanted"),
    "places/area.py": module("zone", l="'generated'"),
}
EDITED = {
    "README.md": module("readme", a="'custom'"),
    "pets/cat.py": module("cat", b="'custom'"),
    "pets/dog.py": module("dog", c="'custom'"),
    "pets/gone.py": module("gone", a="'custom'"),
    "pets/zone.py": module("zone", b="'custom'"),
}
"""README.md is generated as before, cat.py merges, dog.py and gone.py do not; zone.py moves."""
DELETED = "pets/unwanted.py"


def tree_of(texts: Texts) -> FileTree:
    """A tree as a client has it, with manifest and archive."""
    files = {path: text.encode() for path, text in texts.items()}
    return add_pristine(add_manifest(FileTree(files), ORIGIN))


def generate(texts: Texts, out: Path, report: Report) -> Merge | None:
    """What ``generate`` does with a client that is compiled already."""
    if not recover(out, report) or refuse_open_merge(out, report, marks=True):
        return None
    plan = make_plan(tree_of(texts), out, report, keeps_edits=True)
    merge = plan and merge_edits(plan, out, report)
    return merge if merge and write_merge(merge, out, report) else None


def end(out: Path, report: Report, *, aborts: bool) -> bool:
    """What ``generate --continue`` and ``--abort`` do."""
    if not recover(out, report):
        return False
    if aborts:
        return abort_merge(out, report, discards=False) is not None
    return continue_merge(out, report) is not None


def written(texts: Texts, out: Path) -> None:
    """Generate into an output that nobody edited."""
    report, plan = Report(), make_plan(tree_of(texts), out, Report())
    assert plan is not None
    assert apply(plan, out, report), codes(report)


def edit(out: Path) -> None:
    """Edit the output by hand."""
    for path, text in EDITED.items():
        (out / path).write_text(text)
    for path in ("pets/cat.py", "pets/zone.py"):
        (out / path).chmod(0o755)
    (out / DELETED).unlink()


def codes(report: Report) -> list[tuple[str, str]]:
    """The findings: code, and the last segment of the file."""
    return [(d.code, Path(d.place.file).name) for d in report.diagnostics]


def git(folder: Path, *words: str) -> str:
    """What a user's git prints."""
    command = ["git", "-c", "user.name=n", "-c", "user.email=e@x", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def committed(folder: Path) -> None:
    """Make a repository of a folder."""
    git(folder, "init", "--quiet", "--template=")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=x")


def copied(source: Path, target: Path) -> Path:
    """The output in a copy of a repository."""
    shutil.copytree(source, target)
    return target / "client"


def state(folder: Path) -> State:
    """Every file with its permissions, and the index of the repository if there is one."""
    found: State = {}
    for parent, folders, names in os.walk(folder):
        if ".git" in folders:
            folders.remove(".git")
            found["the index"] = git(folder, "ls-files", "--stage")
        for name in names:
            path = Path(parent, name)
            mode = stat.S_IMODE(path.lstat().st_mode)
            found[path.relative_to(folder).as_posix()] = (mode, path.read_bytes())
    return found
