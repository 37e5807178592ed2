"""Every code that a finding can have has a title and a line in the documentation, and no other has."""

from __future__ import annotations

import re
from pathlib import Path

from generator.diagnostics.codes import AREAS, TITLES

ROOT = Path(__file__).parents[2]
TABLE = "diagnostics/codes.py"


def used() -> set[str]:
    """The codes in the source of the compiler."""
    return {
        code
        for path in (ROOT / "generator").rglob("*.py")
        if not path.as_posix().endswith(TABLE) and "runtime" not in path.parts
        for code in re.findall(r'"([A-Z]\d{3})"', path.read_text("utf-8"))
    }


def documented() -> set[str]:
    """The codes in the first column of the documentation's table; ``O001 – O004`` are four."""
    codes = set()
    for line in (ROOT / "docs" / "diagnostics.md").read_text("utf-8").splitlines():
        cell = re.match(r"\| ([A-Z]\d{3}[^|]*) \|", line)
        for span in cell[1].split(", ") if cell else ():
            first, _, last = span.partition(" – ")
            numbers = range(int(first[1:]), int((last or first)[1:]) + 1)
            codes |= {f"{first[0]}{number:03}" for number in numbers}
    return codes


def test_every_code_has_a_title() -> None:
    assert used() == set(TITLES)


def test_every_code_is_documented() -> None:
    assert used() == documented()


def test_every_letter_has_an_area() -> None:
    assert {code[0] for code in TITLES} == set(AREAS)


def test_titles_are_sentences_of_their_own() -> None:
    assert len(set(TITLES.values())) == len(TITLES)
    for title in TITLES.values():
        assert title[0].isupper()
        assert not title.endswith(".")
