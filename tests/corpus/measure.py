"""What becomes of one description: a client that is generated, imported, called and looked at."""

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
from collections import Counter
from dataclasses import dataclass, field
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
_FINDING = re.compile(r"^(?:error|warning)\[(\w+)\]", re.MULTILINE)
_MADE = re.compile(r"^(\d+) methods? and (\d+) types?", re.MULTILINE)


@dataclass
class Row:
    """What became of one description."""

    name: str
    hash: str
    operations: int = 0
    methods: int = 0
    types: int = 0
    seconds: float = 0.0
    megabytes: int = 0
    why: Counter[str] = field(default_factory=Counter[str])
    faults: list[str] = field(default_factory=list[str])


def measured(path: Path) -> Row:
    """What becomes of a description, step by step; a step that fails ends the row."""
    with tempfile.TemporaryDirectory() as work:
        return _measured(path, Path(work))


def _measured(path: Path, work: Path) -> Row:
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
    made = run("-m", "generator", "generate", "-v", *inputs, "--out", client)
    row.seconds = time.perf_counter() - started
    row.megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    counted = _MADE.search(made.stdout + made.stderr)
    if made.returncode or counted is None:
        row.faults.append(f"it is not generated: {made.stderr[-300:]}")
        return row
    row.methods, row.types = int(counted[1]), int(counted[2])
    row.why.update(_FINDING.findall(made.stderr))
    source = client / "src"
    imported = run(ROOT / "tests" / "corpus" / "import_all.py", source)
    if imported.returncode:
        row.faults.append(f"it cannot be imported: {imported.stderr[-300:]}")
        return row
    row.faults += wrong_calls(path, config, source)
    row.faults += wrong_style(source, row)
    return row


def wrong_calls(path: Path, config: Path, source: Path) -> list[str]:
    """The calls that failed, or why they were not made."""
    done = run("-m", "tests.corpus.calls", path, config, source)
    try:
        failed = json.loads(done.stdout)["failed"]
    except ValueError:
        return [f"its methods cannot be called: {done.stderr[-300:]}"]
    return [f"{method}: {problem}" for method, problem in failed.items()]


def wrong_style(source: Path, row: Row) -> list[str]:
    """What black and the type checkers find."""
    found = []
    if (done := run("-m", "black", "--check", "-q", source)).returncode:
        found.append("black would format it differently")
    settings = {
        "include": [str(source)],
        "exclude": ["**/_core"],  # checked where it stands
        "typeCheckingMode": "basic",
    }
    project = source.parent / "pyrightconfig.json"
    project.write_text(json.dumps(settings))
    done = run("-m", "pyright", "-p", project, "--pythonpath", sys.executable)
    if done.returncode:
        errors = [line for line in done.stdout.splitlines() if " error: " in line]
        found.append(f"pyright: {len(errors)} errors, {' | '.join(errors[:2])}")
    if row.operations <= SMALL_ENOUGH:
        done = run("-m", "mypy", "--strict", "--no-incremental", source)
        if done.returncode:
            lines = done.stdout.strip().splitlines()
            found.append(f"mypy: {lines[-1]} {lines[0]}")
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
