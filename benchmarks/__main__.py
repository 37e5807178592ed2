"""``make bench``: all rows into ``benchmarks/RESULTS.md``; ``make bench ROW=decode``: some, shown.

``ROW=client`` and ``ROW=generator`` write their section of the page. ``PAIRS=1`` measures every row
once: a quick look, without a spread.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .compiler.descriptions import VARIABLE, is_available
from .compiler.rows import COMPILER_ROWS
from .report import client_section, generator_section, results_page, table
from .rows import ROWS, Row
from .runner import Measured, measure_all, progress
from .venvs import Sides, peer_versions, prepare, versions

RESULTS = Path(__file__).with_name("RESULTS.md")
SECTIONS = {"client": ROWS, "generator": COMPILER_ROWS}


def main() -> int:
    """0 for any figures: a benchmark fails no build; 2 for a row that does not exist."""
    wanted = os.environ.get("ROW", "")
    most = int(os.environ.get("PAIRS") or 100)
    groups = {row.group for rows in SECTIONS.values() for row in rows}
    if wanted and wanted not in groups | SECTIONS.keys():
        names = ", ".join([*SECTIONS, *sorted(groups)])
        print(f"unknown row {wanted!r}; rows: {names}", file=sys.stderr)
        return 2
    found: dict[str, str] = {}
    for section, all_rows in SECTIONS.items():
        chosen = [row for row in all_rows if wanted in ("", section, row.group)]
        rows = [replace(row, pairs=min(row.pairs, most)) for row in _available(chosen)]
        if rows:
            results, sides = _measured(rows)
            print(table(results))
            found[section] = _section(section, results, sides)
    if wanted in ("", *SECTIONS):
        RESULTS.write_text(results_page(RESULTS.read_text("utf-8"), found), "utf-8")
    return 0


def _available(rows: Iterable[Row]) -> list[Row]:
    """The rows whose descriptions are there; says once how many are not."""
    every = list(rows)
    found = [row for row in every if is_available(row.description)]
    if len(found) < len(every):
        print(
            f"{len(every) - len(found)} rows are left out: their descriptions are not in this "
            f"repository, and {VARIABLE} does not name a folder that has them",
            file=sys.stderr,
        )
    return found


def _measured(rows: list[Row]) -> tuple[list[Measured], Sides]:
    progress("preparing")
    sides = prepare({row.side for row in rows})
    results: list[Measured] = []
    progress(f"1/{len(rows)} {rows[0].name}")
    for result in measure_all(rows, sides):
        results.append(result)
        following = rows[len(results) : len(results) + 1]
        progress("".join(f"{len(results) + 1}/{len(rows)} {r.name}" for r in following))
    return results, sides


def _section(section: str, results: list[Measured], sides: Sides) -> str:
    if section == "generator":
        return generator_section(results, peer_versions())
    return client_section(results, versions(sides.ours), versions(sides.peer))


if __name__ == "__main__":
    sys.exit(main())
