"""``make corpus``: every description of a folder becomes a client that is checked and called.

Each is generated with a configuration made for it; every module is imported, every model built, every
method called once against the mock; pyright, mypy and black look at the result. The table of the
whole corpus is ``docs/corpus.md``; one of another folder (``make corpus DIR=…``) is printed only.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from tests import material
from tests.corpus.measure import ROOT, Row, run

PAGE = ROOT / "docs" / "corpus.md"
JOBS = 2
"""How many descriptions are measured at once."""
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
    rows = every_row(paths)
    page = table(rows)
    print(page)
    faults = [f"{row.name}: {fault}" for row in rows for fault in row.faults]
    print(*faults, sep="\n", file=sys.stderr)
    if not folder:
        PAGE.write_text(INTRODUCTION + page + "\n")
    return 1 if faults else 0


def every_row(paths: list[Path]) -> list[Row]:
    """The rows of descriptions, in their order; each is printed to stderr as soon as it is known."""
    order = sorted(paths, key=lambda path: -path.stat().st_size)
    rows: dict[Path, Row] = {}
    with (
        tempfile.TemporaryDirectory() as caches,
        ThreadPoolExecutor(JOBS, thread_name_prefix="measure") as pool,
    ):
        started = {pool.submit(_row, path, Path(caches)): path for path in order}
        for done in as_completed(started):
            row = rows[started[done]] = done.result()
            progress = f"{len(rows)}/{len(paths)} {row.name}: {row.methods} methods"
            print(f"{progress}, {len(row.faults)} faults", file=sys.stderr, flush=True)
    return [rows[path] for path in paths]


def _row(path: Path, caches: Path) -> Row:
    """The row of a description, measured in a process of its own: memory is told apart by it."""
    cache = caches / threading.current_thread().name
    done = run("-m", "tests.corpus.measure", path, cache)
    try:
        return Row(**json.loads(done.stdout))
    except ValueError:
        return Row(material.name_of(path), "", faults=[done.stderr[-300:]])


def descriptions(folder: Path) -> list[Path]:
    """The descriptions in a folder: files that begin as one."""
    files = [p for p in sorted(folder.rglob("*")) if p.suffix in _SUFFIXES]
    return [p for p in files if _HEAD.search(p.read_text("utf-8", "replace")[:100_000])]


def of_the_material() -> list[Path]:
    """The descriptions of the corpus."""
    return material.files(*material.SMALL, *material.LARGE)


INTRODUCTION = """# The corpus

Written by `make corpus`. Each description is generated without a configuration, so that its names are inferred; only package
and server are those of the test. Every module is imported, every model built, every method called once with each
client against the mock, which validates the request, and the response is decoded strictly. black and pyright find
nothing to say, nor does `mypy --strict` about clients of up to 150 operations.

- **left out, and why**: operations without a method. Each has a finding.
- **uncallable**: methods that fail by the description itself. No value is valid for a schema of theirs, as far as the
  mock can find one, or what tells them from another operation is not sent.
- **`object`**: types that are `object` although the description says more.
- **faults**: what is wrong; the run prints each.
- **s**, **MB**: time and memory of `generate`, from nothing.

The descriptions are not part of this repository. A hash is the start of the SHA-256 of the file; of a description in
several files, that of the root.

"""


def table(rows: list[Row]) -> str:
    """The rows as Markdown, with their sum."""
    lines = [
        "| description | hash | operations | methods | left out, and why | uncallable | types "
        "| `object` | faults | s | MB |",
        "| --- | --- | ---: | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in rows:
        why = Counter(row.contradictory.values())
        uncallable = ", ".join(
            f"{count}: {text}" for text, count in sorted(why.items())
        )
        lines.append(
            f"| {row.name} | `{row.hash}` | {row.operations} | {row.methods} "
            f"| {row.left_out} | {uncallable} | {row.types} | {len(row.untyped)} "
            f"| {len(row.faults)} | {row.seconds:.1f} | {row.megabytes} |"
        )
    operations, methods, types = (
        sum(getattr(row, name) for row in rows)
        for name in ("operations", "methods", "types")
    )
    uncallable, untyped, faults = (
        sum(len(getattr(row, name)) for row in rows)
        for name in ("contradictory", "untyped", "faults")
    )
    share = 100 * methods / max(operations, 1)
    lines.append(
        f"| **{len(rows)} descriptions** | | {operations} | {methods} ({share:.2f} %) "
        f"| {operations - methods} | {uncallable} | {types} | {untyped} | {faults} | | |"
    )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
