"""What changes weigh, and the version that follows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.compare import (
    TABLE,
    Change,
    Kind,
    VersionError,
    Weight,
    heaviest,
    next_version,
    weigh,
)

MAJOR, MINOR, PATCH = Weight.MAJOR, Weight.MINOR, Weight.PATCH


def test_each_kind_has_a_row_with_a_sentence() -> None:
    assert TABLE.keys() == {*Kind}
    for kind, row in TABLE.items():
        verdicts = [found for found in (row.differs, row.kept) if found is not None]
        assert verdicts, kind
        for found in verdicts:
            assert re.fullmatch(r"[A-Z].*\.", found.reason), kind


def test_what_programs_meet_is_major_and_what_is_compatible_is_not() -> None:
    assert {r.differs.weight for r in TABLE.values() if r.differs} == {MAJOR}
    assert {r.kept.weight for r in TABLE.values() if r.kept} == {MINOR, PATCH}


def test_the_documentation_has_the_table() -> None:
    """Run this file's ``rules()`` to get the rows that the page should have."""
    page = (Path(__file__).parents[2] / "docs/diff.md").read_text("utf-8")
    for row in rules():
        assert row in page, row
    assert page.count("| major |") + page.count("| minor |") + page.count(
        "| patch |"
    ) == len(rules())


def rules() -> list[str]:
    """The rows of the table of rules."""
    return [
        f"| {kind.value}{', compatible' if found is row.kept and row.differs else ''} "
        f"| {found.weight.word} | {found.reason} |"
        for kind, row in TABLE.items()
        for found in (row.differs, row.kept)
        if found is not None
    ]


def test_several_changes_weigh_what_the_heaviest_does() -> None:
    gone = Change(kind=Kind.METHOD_REMOVED, owner="client.zones.get")
    new = Change(kind=Kind.METHOD_ADDED, owner="client.zones.get", compatible=True)
    moved = Change(kind=Kind.ROUTE, owner="client.zones.get", compatible=True)
    assert weigh(new).weight is MINOR
    assert heaviest([moved, new, gone]) is MAJOR
    assert heaviest([moved, new]) is MINOR
    assert heaviest([moved]) is PATCH
    assert heaviest([]) is None


@pytest.mark.parametrize(
    ("version", "weight", "expected"),
    [
        ("1.2.3", MAJOR, "2.0.0"),
        ("1.2.3", MINOR, "1.3.0"),
        ("1.2.3", PATCH, "1.2.4"),
        ("1.2.3", None, "1.2.3"),
        ("1.2", MINOR, "1.3.0"),
        ("1", PATCH, "1.0.1"),
        ("9.9.9", MAJOR, "10.0.0"),
        ("0.2.3", MAJOR, "0.3.0"),
        ("0.2.3", MINOR, "0.3.0"),
        ("0.2.3", PATCH, "0.2.4"),
        ("0.0.0", MINOR, "0.1.0"),
        ("1.3.0-alpha.1", MINOR, "1.3.0-alpha.2"),
        ("1.3.0-alpha.9", PATCH, "1.3.0-alpha.10"),
        ("1.3.0-alpha.2", MAJOR, "2.0.0-alpha.1"),
        ("1.3.1-alpha.2", MINOR, "1.4.0-alpha.1"),
        ("2.0.0-beta", MAJOR, "2.0.0-beta.1"),
        ("2.0.0rc1", MAJOR, "2.0.0rc2"),
        ("2.1.0rc1", MAJOR, "3.0.0rc1"),
        ("2.0.1a0", PATCH, "2.0.1a1"),
        ("0.1.0-alpha.1", MAJOR, "0.1.0-alpha.2"),
        ("0.1.1-alpha.1", MAJOR, "0.2.0-alpha.1"),
        ("1.2.3-alpha.1", None, "1.2.3-alpha.1"),
    ],
)
def test_the_next_version(version: str, weight: Weight | None, expected: str) -> None:
    assert next_version(version, weight) == expected


@pytest.mark.parametrize(
    "version",
    [
        *(
            "",
            "one",
            "v1.2.3",
            "1.2.3.4",
            "1.2.3.post1",
            "1.2.3.dev4",
            "1!1.2",
            "1.2.3+a",
        ),
        *("1.2.3\n", "1.2.3 ", "\uff11.2.3", "1..2", "-1.2.3", "1.2.3-alpha.1.2"),
        "9" * 5000,
    ],
)
@pytest.mark.parametrize("weight", [MINOR, None])
def test_a_version_without_a_next_one_is_refused(
    version: str, weight: Weight | None
) -> None:
    with pytest.raises(VersionError, match="is not a version such as"):
        next_version(version, weight)
