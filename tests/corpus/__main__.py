"""``make corpus``: every description of a folder becomes a client that is checked and called.

Each is generated with a configuration made for it; every module is imported, every model built, every
method called once against the mock; pyright, mypy and black look at the result. The table of the
whole corpus is ``docs/corpus.md``; one of another folder (``make corpus DIR=…``) is printed only.
"""

from __future__ import annotations

import re
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests import material
from tests.corpus.measure import ROOT, Row, measured

PAGE = ROOT / "docs" / "corpus.md"
_SUFFIXES = {".json", ".yaml", ".yml"}
_HEAD = re.compile(
    r"""^[{\s]*["']?(openapi|swagger)["']?\s*:""", re.MULTILINE | re.IGNORECASE
)


def main(folder: str = "") -> int:
    """0 if no description has a fault; operations that are left out with a finding are none."""
    paths = descriptions(Path(folder)) if folder else of_the_material()
    if not paths:
        print(
            f"no descriptions: make corpus DIR=…, or set {material.VARIABLE}",
            file=sys.stderr,
        )
        return 2
    rows = []
    # a process each, so that its memory is told apart
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        for row in pool.map(measured, paths):
            rows.append(row)
            if sys.stderr.isatty():
                status = f"{len(rows)}/{len(paths)} {row.name}"
                print(f"\r\033[K{status}", end="", file=sys.stderr)
    page = table(rows)
    print(page)
    faults = [f"{row.name}: {fault}" for row in rows for fault in row.faults]
    print(*faults, sep="\n", file=sys.stderr)
    if not folder:
        PAGE.write_text(INTRODUCTION + page + "\n")
    return 1 if faults else 0


def descriptions(folder: Path) -> list[Path]:
    """The descriptions in a folder: files that begin as one."""
    files = [p for p in sorted(folder.rglob("*")) if p.suffix in _SUFFIXES]
    return [p for p in files if _HEAD.search(p.read_text("utf-8", "replace")[:100_000])]


def of_the_material() -> list[Path]:
    """The descriptions of the corpus."""
    return material.files(*material.SMALL, *material.LARGE)


INTRODUCTION = """# The corpus

Written by `make corpus`. Every description is generated with a configuration that is made for it: a
method of each operation, a model of each component. Every module is imported, every model built, every
method called once with each client against the mock, and its response decoded strictly. black, pyright
and, for small descriptions, `mypy --strict` find nothing to say.

"""


def table(rows: list[Row]) -> str:
    """The rows as Markdown, with their sum."""
    lines = [
        "| description | hash | operations | methods | types | findings | faults | s | MB |",
        "| --- | --- | ---: | ---: | ---: | --- | ---: | ---: | ---: |",
    ]
    for row in rows:
        why = ", ".join(f"{count} {code}" for code, count in sorted(row.why.items()))
        lines.append(
            f"| {row.name} | `{row.hash}` | {row.operations} | {row.methods} | {row.types} "
            f"| {why} | {len(row.faults)} | {row.seconds:.1f} | {row.megabytes} |"
        )
    operations, methods = (
        sum(getattr(row, name) for row in rows) for name in ("operations", "methods")
    )
    share = 100 * methods / max(operations, 1)
    faults = sum(len(row.faults) for row in rows)
    lines.append(
        f"| **{len(rows)} descriptions** | | {operations} | {methods} ({share:.1f} %) "
        f"| {sum(row.types for row in rows)} | | {faults} | | |"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
