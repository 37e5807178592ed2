"""The arithmetic of the benchmarks: medians of pairs, verdicts, and the table's form."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.compiler.rows import COMPILER_ROWS
from benchmarks.report import (
    HEAD,
    client_section,
    generator_section,
    results_page,
    table,
    verdict,
)
from benchmarks.rows import MB, ROWS, AtMost, Faster, Floor, Row, Smaller
from benchmarks.runner import Measured


def measured(
    target: Faster | Smaller | AtMost,
    ours: list[float],
    peer: list[float],
    floor: float | None = None,
) -> Measured:
    named = Floor("a floor", "decode") if floor is not None else None
    row = Row("g", "a row", "program", "cpu", target, floor=named)
    return Measured(
        row,
        [{"cpu": figure, "unit": 2.0} for figure in ours],
        [{"cpu": figure} for figure in peer],
        [{"cpu": floor}] if floor is not None else [],
    )


def test_the_ratio_is_the_median_of_pairs() -> None:
    found = measured(Faster(2), [1.0, 2.0, 4.0], [10.0, 4.0, 12.0])
    assert found.ratios == [2.0, 3.0, 10.0]
    assert found.ratio == 3.0
    assert (found.our_figure, found.peer_figure) == (2.0, 10.0)


@pytest.mark.parametrize(
    ("target", "ours", "peer", "floor", "expected"),
    [
        (Faster(2), [1.0], [2.0], None, "met"),
        (Faster(2), [1.0], [1.9], None, "missed"),
        (Faster(2), [1.0], [1.9], 0.87, "near the floor"),
        (Faster(2), [1.0], [1.9], 0.86, "missed"),
        (Smaller(0.5), [1.0], [2.0], None, "met"),
        (Smaller(0.5), [1.0], [1.5], None, "missed"),
        (AtMost(5), [5.0], [], None, "met"),
        (AtMost(5), [5.1], [], None, "missed"),
        (AtMost(2.5, of="unit"), [5.0], [], None, "met"),
        (AtMost(2.4, of="unit"), [5.0], [], None, "missed"),
    ],
)
def test_a_row_meets_its_target_or_does_not(
    target: Faster | Smaller | AtMost,
    ours: list[float],
    peer: list[float],
    floor: float | None,
    expected: str,
) -> None:
    assert verdict(measured(target, ours, peer, floor)) == expected


def test_a_line_has_figures_with_their_units() -> None:
    found = measured(Faster(20), [0.0015, 0.002], [0.04, 0.05], floor=0.001)
    assert table([found]).splitlines()[2] == (
        "| a row | 1.75 ms | 45 ms | 25.8 | 25 to 26.7 | ≥ 20 × | a floor: 1 ms | met |"
    )
    row = Row("g", "memory", "program", "memory", AtMost(5 * MB))
    memory = Measured(row, [{"memory": 3.0 * MB}], [], [])
    assert table([memory]).splitlines()[2] == (
        "| memory | 3.00 MB |  |  |  | ≤ 5.00 MB |  | met |"
    )


def test_a_section_says_what_it_was_measured_with() -> None:
    text = client_section(
        [], {"pydantic": "2.1", "other": "1"}, {"cloudflare": "5.9.0"}
    )
    assert "- ours: pydantic 2.1\n- the peer: cloudflare 5.9.0\n" in text
    assert "cores" in text
    peers = {"ruff": "0.1", "openapi-generator-cli": "7.1"}
    text = generator_section([], peers)
    assert "- peers: openapi-generator-cli 7.1, ruff 0.1\n" in text


def test_a_page_keeps_the_sections_that_were_not_measured() -> None:
    first = results_page("", {"client": "a", "generator": "b"})
    assert first == f"{HEAD}\n## The client\n\na\n\n## The generator\n\nb\n"
    assert results_page(first, {}) == first
    assert results_page(first, {"generator": "c"}) == first.replace("b\n", "c\n")


def test_a_peer_that_fails_is_shown_with_its_time() -> None:
    found = measured(Faster(2), [1.0], [2.0])
    failed = replace(found, peer=[{"cpu": 36.0, "failed": 1.0}])
    assert table([failed]).splitlines()[2] == (
        "| a row | 1 s | fails after 36 s | 36 |  | ≥ 2 × |  | met |"
    )
    missing = replace(found, peer=[], missing="java")
    assert verdict(missing) == "no peer: java is missing"
    ours = replace(found, ours=[{"cpu": 1.0, "failed": 1.0}])
    assert verdict(ours) == "ours fails"


def test_an_exponent_is_shown_with_its_least_and_greatest_figure() -> None:
    row = Row("g", "growth", "growth", "cpu", AtMost(1.05, is_plain=True))
    ours = {"cpu": 1.0412, "cpu 100": 2.5, "cpu 300": 5.0, "memory 100": 1.0}
    assert table([Measured(row, [ours], [], [])]).splitlines()[2] == (
        "| growth | 1.04 (2.5 s to 5 s) |  |  |  | ≤ 1.05 |  | met |"
    )


def test_a_floor_is_shown_with_its_parts() -> None:
    floor = Floor("reading, writing", "petstore", ("reading", "writing"))
    row = Row("g", "r", "compile", "cpu", AtMost(1), floor=floor)
    parts = {"cpu": 0.75, "reading": 0.25, "writing": 0.5}
    assert "reading, writing: 750 ms (250 ms + 500 ms)" in table(
        [Measured(row, [{"cpu": 2.0}], [], [parts])]
    )


def test_every_row_is_named_once() -> None:
    names = [row.name for row in (*ROWS, *COMPILER_ROWS)]
    assert len(names) == len(set(names))
