"""What becomes of one description: a client that is generated, imported, called and looked at.

usage: python -m tests.corpus.measure DESCRIPTION CACHE

Prints the row as JSON.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.diagnostics import Report
from generator.openapi import describe
from tests import material
from tests.corpus.configuration import configuration

ROOT = Path(__file__).parents[2]
SECONDS = 900
"""How long one step may take for one description."""
SMALL_ENOUGH = 150
"""Operations up to which mypy looks at a client too."""
_MADE = re.compile(r"; \d+ resources?, (\d+) methods?.*?, (\d+) types?")
_LEFT_OUT = re.compile(r"; (\d+) of \d+ operations? left out: (.*)$", re.MULTILINE)


@dataclass
class Row:
    """What became of one description.

    ``left_out`` says how many operations have no method, and why; ``contradictory`` why methods cannot
    be called by the description itself; ``untyped`` where a type is ``object`` although more is
    described. ``seconds`` and ``megabytes`` are those of ``generate``.
    """

    name: str
    hash: str
    operations: int = 0
    methods: int = 0
    types: int = 0
    seconds: float = 0.0
    megabytes: int = 0
    left_out: str = ""
    contradictory: dict[str, str] = field(default_factory=dict[str, str])
    untyped: list[str] = field(default_factory=list[str])
    faults: list[str] = field(default_factory=list[str])


def measured(path: Path, cache: Path | None = None) -> Row:
    """What becomes of a description, step by step; a step that fails ends the row.

    mypy keeps what it knows of the libraries in ``cache``.
    """
    with tempfile.TemporaryDirectory() as work:
        return _measured(path, Path(work), cache or Path(work) / "cache")


def _measured(path: Path, work: Path, cache: Path) -> Row:
    row = Row(
        material.name_of(path), hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    )
    described = describe(path, Report())
    if described is None:
        row.faults.append("it is not read")
        return row
    row.operations = len(described.description.operations)
    config, client = work / "stainless.json", work / "client"
    config.write_text(json.dumps(configuration(described.description)))
    inputs = ["--spec", path, "--config", config]
    started = time.perf_counter()
    made = run("-m", "generator", "generate", *inputs, "--out", client)
    row.seconds = time.perf_counter() - started
    row.megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    said = made.stdout + made.stderr
    counted, left_out = _MADE.search(said), _LEFT_OUT.search(said)
    if made.returncode or counted is None:
        row.faults.append(f"it is not generated: {made.stderr[-300:]}")
        return row
    row.methods, row.types = int(counted[1]), int(counted[2])
    row.left_out = f"{left_out[2]}" if left_out else ""
    silent = row.operations - row.methods - (int(left_out[1]) if left_out else 0)
    if silent:
        row.faults.append(f"{silent} operations are left out without a reason")
    source = client / "src"
    imported = run(ROOT / "tests" / "corpus" / "import_all.py", source)
    if imported.returncode:
        row.faults.append(f"it cannot be imported: {imported.stderr[-300:]}")
        return row
    _call(row, path, config, source)
    row.faults += wrong_style(source, row, cache)
    return row


def _call(row: Row, path: Path, config: Path, source: Path) -> None:
    """Call every method, and note what became of it."""
    done = run("-m", "tests.corpus.calls", path, config, source)
    try:
        found = json.loads(done.stdout)
    except ValueError:
        row.faults.append(f"its methods cannot be called: {done.stderr[-300:]}")
        return
    row.contradictory, row.untyped = found["contradictory"], found["untyped"]
    row.faults += [f"{method}: {why}" for method, why in found["failed"].items()]
    row.faults += [f"{place} is object" for place in row.untyped]


def wrong_style(source: Path, row: Row, cache: Path) -> list[str]:
    """What black and the type checkers find; the run-time library is checked where it stands."""
    found = []
    black = run("-m", "black", "--check", "-q", "--extend-exclude", "/_core/", source)
    if black.returncode:
        found.append("black would format it differently")
    settings = {
        "include": [str(source)],
        "exclude": ["**/_core"],
        "typeCheckingMode": "basic",
    }
    project = source.parent / "pyrightconfig.json"
    project.write_text(json.dumps(settings))
    done = run("-m", "pyright", "-p", project, "--pythonpath", sys.executable)
    if done.returncode:
        errors = [line for line in done.stdout.splitlines() if " error: " in line]
        said = " | ".join(errors[:2]) or done.stderr[-300:]
        found.append(f"pyright: {len(errors)} errors, {said}")
    if row.operations <= SMALL_ENOUGH:
        done = run("-m", "mypy", "--strict", "--cache-dir", cache, source)
        if done.returncode:
            lines = [*done.stdout.strip().splitlines(), done.stderr[-300:]]
            found.append(f"mypy: {lines[0]} ({len(lines) - 2} lines)")
    return found


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python on the arguments, not for ever."""
    command = [sys.executable, *map(str, arguments)]
    environ = os.environ | {"NO_COLOR": "1"}
    try:
        return subprocess.run(
            command,
            cwd=ROOT,
            env=environ,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, 1, "", "it took too long")


if __name__ == "__main__":
    print(json.dumps(asdict(measured(*map(Path, sys.argv[1:])))))
