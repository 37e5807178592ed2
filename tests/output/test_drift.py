"""Drift reads well, stays short, and ends with the command that mends it."""

from __future__ import annotations

import pytest

from generator.output.drift import render_drift, summary
from generator.output.plan import Change, Kind, Plan

COMMAND = "clientwright generate"
MANIFEST = Change(Kind.CHANGE, ".manifest.json", b'{"a": 1}\n', b'{"a": 2}\n')


def plan(*changes: Change, unchanged: int = 0) -> Plan:
    return Plan(changes, (), unchanged)


def change(old: bytes, new: bytes, path: str = "p/a.py") -> Change:
    return Change(Kind.CHANGE, path, old, new)


def numbered(count: int, word: str = "line") -> bytes:
    return "".join(f"{word} {n}\n" for n in range(count)).encode()


def test_without_drift_there_is_no_output() -> None:
    assert render_drift(plan(unchanged=7), command=COMMAND) == ""


def test_a_changed_line_is_shown_with_a_little_around_it() -> None:
    new = numbered(9).replace(b"line 4", b"line four")
    text = render_drift(plan(change(numbered(9), new), MANIFEST), command=COMMAND)
    assert text.splitlines() == [
        "1 file would change:",
        "  ~ p/a.py",
        "",
        "--- p/a.py (on disk)",
        "+++ p/a.py (generated)",
        "@@ -3,5 +3,5 @@",
        " line 2",
        " line 3",
        "-line 4",
        "+line four",
        " line 5",
        " line 6",
        "",
        "run 'clientwright generate' to bring the output up to date",
    ]


def test_every_kind_of_drift_has_its_list() -> None:
    text = render_drift(
        plan(
            Change(Kind.ADD, "new.py", None, b"x\n"),
            Change(Kind.DELETE, "gone.py", b"x\n", None),
            Change(Kind.ADD, "new2.py", None, b"x\n"),
        ),
        command=COMMAND,
    )
    assert text.splitlines() == [
        "2 files would be added:",
        "  + new.py",
        "  + new2.py",
        "",
        "1 file would be deleted:",
        "  - gone.py",
        "",
        "run 'clientwright generate' to bring the output up to date",
    ]


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        (Kind.EDITED, "1 file edited by hand:"),
        (Kind.UNKNOWN, "1 file in the way, not generated:"),
    ],
)
def test_hand_edits_are_listed_and_the_remedy_warns(kind: Kind, heading: str) -> None:
    text = render_drift(plan(Change(kind, "a.py", b"x\n", b"y\n")), command=COMMAND)
    first, *_, last = text.splitlines()
    assert first == heading
    assert "-x\n+y\n" in text
    assert last.startswith("run 'clientwright generate --force' to overwrite manual")


def test_the_manifest_is_shown_only_if_it_is_alone() -> None:
    assert '+{"a": 2}' in render_drift(plan(MANIFEST), command=COMMAND)
    both = render_drift(plan(change(b"1\n", b"2\n"), MANIFEST), command=COMMAND)
    assert ".manifest.json" not in both


def test_a_long_diff_is_cut_with_a_count() -> None:
    text = render_drift(
        plan(change(numbered(100, "old"), numbered(100, "new"))), command=COMMAND
    )
    assert "… 163 more lines in p/a.py\n" in text
    assert len(text.splitlines()) == 3 + 40 + 1 + 2


def test_many_diffs_are_cut_together_and_long_lists_too() -> None:
    many = [change(b"1\n", b"2\n", f"f{n:02}.py") for n in range(50)]
    text = render_drift(plan(*many), command=COMMAND, max_lines=12)
    assert "  … and 30 more\n" in text
    assert "… 47 files more with a diff\n" in text
    assert text.count("@@ -1 +1 @@") == 2


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (b"\0\1", b"\0\1\2", "p/a.py: binary, 2 bytes on disk, 3 generated"),
        (b"a\xff\n", b"a\n", "-a\\xff"),
        (b"\x1b[31mred\n", b"x\n", "-\\u001b[31mred"),
        ("\u202ereversed\n".encode(), b"x\n", "-\\u202ereversed"),
        (b"a\r\n", b"a\n", "-a\\u000d\n+a"),
        (b"a\x0cb\n", b"a\n", "-a\\u000cb\n+a"),
        (b"a", b"a\n", "-\\ no newline at the end"),
        (b"", b"a\n", "@@ -0,0 +1 @@\n+a"),
        (b"x" * 9999 + b"\n", b"", "-" + "x" * 200 + "…\n"),
        (numbered(9000, "a"), numbered(12000, "b"), "p/a.py: 9000 lines on disk"),
    ],
)
def test_any_bytes_can_be_shown(old: bytes, new: bytes, shown: str) -> None:
    assert shown in render_drift(plan(change(old, new)), command=COMMAND)


@pytest.mark.parametrize(
    ("changes", "unchanged", "text"),
    [
        ("", 97, "97 files unchanged"),
        ("", 1, "1 file unchanged"),
        ("w", 0, "wrote 1 file"),
        ("wwwd", 94, "wrote 3 files, deleted 1, 94 unchanged"),
        ("dd", 3, "deleted 2 files, 3 unchanged"),
    ],
)
def test_the_summary_counts(changes: str, unchanged: int, text: str) -> None:
    made = {
        "w": Change(Kind.ADD, "a", None, b""),
        "d": Change(Kind.DELETE, "a", b"", None),
    }
    assert summary(plan(*(made[c] for c in changes), unchanged=unchanged)) == text
