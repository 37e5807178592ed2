"""``make bench``: all rows into ``benchmarks/RESULTS.md``; ``make bench ROW=decode``: some, shown.

``PAIRS=1`` measures every row once: a quick look, without a spread.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from .report import results_page, table
from .rows import ROWS
from .runner import measure, progress
from .venvs import prepare, versions

RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> int:
    """0 for any figures: a benchmark fails no build; 2 for a row that does not exist."""
    wanted = os.environ.get("ROW", "")
    most = int(os.environ.get("PAIRS") or 100)
    rows = [
        replace(row, pairs=min(row.pairs, most))
        for row in ROWS
        if wanted in ("", row.group)
    ]
    if not rows:
        groups = ", ".join(dict.fromkeys(row.group for row in ROWS))
        print(f"unknown row {wanted!r}; rows: {groups}", file=sys.stderr)
        return 2
    progress("preparing")
    sides = prepare(with_large=any(row.is_large for row in rows))
    results = []
    for number, row in enumerate(rows, 1):
        progress(f"{number}/{len(rows)} {row.name}")
        results.append(measure(row, sides))
    progress("")
    print(table(results))
    if not wanted:
        page = results_page(results, versions(sides.ours), versions(sides.peer))
        RESULTS.write_text(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
