"""What merges read may be damaged or forged, links may be in the way, git may be hostile or absent."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diagnostics import Report
from generator.output import find_edits
from generator.output.archive import dump_archive
from generator.output.paths import MERGE_NAME, PRISTINE_NAME

from .world import EDITED, FIRST, NEXT, codes, copied, end, generate, git, state

MAGIC = b"clientwright archive 1\0"


def sealed(head: object, contents: bytes = b"") -> bytes:
    """An archive with any head, and the hash that fits."""
    rest = json.dumps(head).encode() + b"\n" + contents
    return MAGIC + hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


def merged(out: Path) -> Report:
    report = Report()
    generate(NEXT, out, report)
    return report


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[:-1],
    "one bit": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "line ends": lambda data: data.replace(b"\n", b"\r\n"),
    "no object": lambda data: sealed([]),
    "no files": lambda data: sealed({}),
    "files that are none": lambda data: sealed({"files": ["pets/cat.py"]}),
    "a negative size": lambda data: sealed({"files": {"a": -1, "b": 1}}),
    "a size that is no number": lambda data: sealed({"files": {"a": True}}, b"x"),
    "a size beyond the end": lambda data: sealed({"files": {"a": 10**30}}, b"x"),
    "contents of nothing": lambda data: sealed({"files": {}}, b"x"),
    "deep nesting": lambda data: MAGIC + b"0" * 64 + b"\n" + b"[" * 100_000,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_archive_is_reported_and_nothing_written(
    name: str, out: Path
) -> None:
    archive = out / PRISTINE_NAME
    archive.write_bytes(DAMAGE[name](archive.read_bytes()))
    before = state(out.parent)
    assert codes(merged(out)) == [("O028", PRISTINE_NAME)]
    report = Report()
    assert find_edits(out, report) is None
    assert codes(report) == [("O028", PRISTINE_NAME)]
    assert state(out.parent) == before


def test_contents_that_the_manifest_does_not_confirm_are_not_merged(out: Path) -> None:
    forged = dict.fromkeys((*EDITED, "../outside", "/outside"), b"forged\n")
    (out / PRISTINE_NAME).write_bytes(dump_archive(forged))
    before = state(out.parent)
    found = codes(merged(out))
    assert {code for code, _ in found} == {"O005"}
    assert ("O005", "cat.py") in found
    assert state(out.parent) == before


RECORDS = {
    "a path outside": {"before": [["../outside", 0o644, None]]},
    "an absolute path": {"before": [["/tmp/outside", 0o644, None]]},
    "a repository": {"before": [[".git/config", 0o644, None]]},
    "code of a person": {"before": [["lib/mine.py", 0o644, None]]},
    "the record itself": {"before": [[MERGE_NAME, 0o644, None]]},
    "a path that is none": {"before": [[7, 0o644, None]]},
    "permissions that are none": {"before": [["pets/cat.py", "rw", None]]},
    "a stage too many": {"conflicts": [["pets/cat.py", "", {"4": False}]]},
    "a stage without content": {"conflicts": [["pets/dog.py", "", {"2": False}]]},
    "a conflict outside": {"conflicts": [["../outside", "", {}]]},
    "an id that is none": {"index": [["pets/cat.py", "100644", "x\n100644"]]},
    "a mode that is none": {"index": [["pets/cat.py", "120000", "0" * 40]]},
    "no list": {"before": 5},
}


@pytest.mark.parametrize("name", RECORDS)
def test_a_forged_record_of_a_merge_is_reported_and_nothing_written(
    name: str, out: Path
) -> None:
    notes = {"conflicts": [], "before": [], "index": [], "is_marked": True}
    contents = {"before/../outside": b"x", "4/pets/cat.py": b"x"}
    record = dump_archive(contents, **{**notes, **RECORDS[name]})
    (out / MERGE_NAME).write_bytes(record)
    before = state(out.parent)
    for aborts in (True, False):
        report = Report()
        assert not end(out, report, aborts=aborts)
        assert codes(report) == [("O035", MERGE_NAME)]
    assert codes(merged(out)) == [("O035", MERGE_NAME)]
    assert state(out.parent) == before


@pytest.mark.parametrize(
    "path", ["pets/cat.py", "pets", PRISTINE_NAME, MERGE_NAME, "places"]
)
def test_a_link_in_the_way_is_reported_and_not_followed(
    path: str, out: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    if (out / path).exists():
        os.rename(out / path, elsewhere)
    elif path == MERGE_NAME:
        elsewhere.write_bytes(b"")
    else:
        elsewhere.mkdir()
    (out / path).symlink_to(elsewhere)
    report = merged(out)
    assert {code for code, _ in codes(report)} == {"O003"}
    assert not any("generated" in p.read_text() for p in tmp_path.rglob("*.py"))


def test_a_link_that_appears_in_a_merge_stops_its_end(
    out: Path, tmp_path: Path
) -> None:
    merged(out)
    target = tmp_path / "elsewhere"
    target.write_text("mine\n")
    (out / "pets/dog.py").unlink()
    (out / "pets/dog.py").symlink_to(target)
    report = Report()
    assert not end(out, report, aborts=True)
    assert codes(report) == [("O003", "dog.py")]
    assert target.read_text() == "mine\n"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Makes a shell script the only git there is."""
    real = shutil.which("git")

    def make(script: str) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "git").write_text(f"#!/bin/sh\nreal={real}\n{script}\n")
        (folder / "git").chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))

    return make


def test_without_git_what_needs_no_merge_is_generated_and_the_rest_is_reported(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(out.parent)
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "")
        report = merged(out)
        assert codes(report) == [("O030", "cat.py")]
        assert "git 2.38 or newer, and none was found" in report.diagnostics[0].message
        report = Report()
        assert generate(FIRST, out, report) is not None
        assert codes(report) == []
    assert state(out.parent) == before


def test_an_old_git_is_named_as_the_reason(
    out: Path, program: Callable[[str], None]
) -> None:
    program(
        'case "$*" in\n'
        "--version) echo git version 2.30.2;;\n"
        "*merge-tree*) echo usage >&2; exit 129;;\n"
        '*) exec $real "$@";;\n'
        "esac"
    )
    report = merged(out)
    assert codes(report) == [("O030", "cat.py")]
    assert "and the one that was found is older" in report.diagnostics[0].message


def test_what_git_says_is_in_the_finding(
    out: Path, program: Callable[[str], None]
) -> None:
    program(
        'case "$*" in *merge-tree*) echo no >&2; exit 3;; *) exec $real "$@";; esac'
    )
    report = merged(out)
    assert codes(report) == [("O031", "cat.py")]
    assert "this file and 3 more: no; nothing" in report.diagnostics[0].message


def test_an_index_that_another_git_holds_leaves_a_merge_that_can_be_ended_later(
    out: Path, edited: Path
) -> None:
    lock = out.parent / ".git" / "index.lock"
    lock.write_text("")
    found = codes(merged(out))
    assert ("O037", "client") in found
    assert b"<<<<<<< custom" in (out / "pets/dog.py").read_bytes()
    report = Report()
    assert not end(out, report, aborts=True)
    assert codes(report) == [("O038", "client")]
    lock.unlink()
    report = Report()
    assert end(out, report, aborts=True), codes(report)
    assert state(out.parent) == state(edited)


def test_settings_hooks_and_environment_change_no_byte(
    out: Path, edited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    merged(out)
    wanted = state(out.parent)
    out = copied(edited, tmp_path / "hostile")
    touch = f"touch {tmp_path / 'ran'}"
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-index-change", "reference-transaction", "pre-commit"):
        (hooks / name).write_text(f"#!/bin/sh\n{touch}\n")
        (hooks / name).chmod(0o755)
    settings = {
        "core.autocrlf": "true",
        "core.hooksPath": str(hooks),
        "core.fsmonitor": f"{touch};",
        "core.attributesFile": str(tmp_path / "attributes"),
        "merge.conflictStyle": "diff3",
        "merge.renames": "false",
        "diff.renames": "false",
        "merge.ours.driver": touch,
        "filter.mine.clean": f"{touch}; tr a-z A-Z",
    }
    (tmp_path / "attributes").write_text("* merge=ours filter=mine text eol=crlf\n")
    shutil.copy(tmp_path / "attributes", out.parent / ".git" / "attributes")
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name, value in settings.items():
        git(out, "config", "--global", name, value)
        git(out, "config", name, value)
    (tmp_path / "ran").unlink(missing_ok=True)
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.bare")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "nonsense")
    merged(out)
    for name in [*os.environ]:
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    assert not (tmp_path / "ran").exists()
    monkeypatch.setenv("HOME", str(tmp_path))
    shutil.rmtree(hooks)
    assert state(out.parent) == wanted
