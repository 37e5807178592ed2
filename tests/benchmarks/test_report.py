"""The arithmetic of the benchmarks: medians of pairs, verdicts, and the table's form."""

from __future__ import annotations

import pytest

from benchmarks.report import results_page, table, verdict
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


def test_the_page_says_what_it_was_measured_with() -> None:
    page = results_page([], {"pydantic": "2.1", "other": "1"}, {"cloudflare": "5.9.0"})
    assert "- ours: pydantic 2.1\n- the peer: cloudflare 5.9.0\n" in page
    assert "cores" in page


def test_every_row_is_named_once() -> None:
    names = [row.name for row in ROWS]
    assert len(names) == len(set(names))
