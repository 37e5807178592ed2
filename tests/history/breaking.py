"""Which programs break with which client: type-checked in one run of mypy, and run in one process."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.history.programs import Program, renamed
from tests.history.steps import Made
from tests.type_checkers import share_library

_LINE = re.compile(r"^(?P<file>uses_\w+)\.py:(?P<line>\d+): error: (?P<text>.*)$")
_SETTINGS = ("--strict", "--config-file=", "--no-color-output", "--cache-dir=cache")

Breaks = Mapping[str, str]
"""What breaks, by the program: what a checker or Python says."""


def broken(
    steps: Mapping[str, tuple[Made, Sequence[Program]]], folder: Path
) -> Mapping[str, Breaks]:
    """For each step, the programs that break with its client.

    A program is one function in the module of its step, which names the package of the step.
    """
    starts: dict[str, list[tuple[int, Program]]] = {}
    for name, (client, programs) in steps.items():
        _write(client, folder / name)
        starts[name] = _write_programs(name, client.sdk.client, programs, folder)
    share_library([folder])
    found: dict[str, dict[str, str]] = {name: {} for name in steps}
    for name, line, text in (*_checked(folder, steps), *_run(folder, steps)):
        program = [p for start, p in starts[name] if start <= line][-1]
        found[name].setdefault(str(program), text)
    return found


def _write(client: Made, folder: Path) -> None:
    """Write the package of a client under the name of a folder; its modules name each other relatively."""
    for path, text in client.modules.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (folder / "py.typed").touch()


def _write_programs(
    step: str, client: str, programs: Sequence[Program], folder: Path
) -> list[tuple[int, Program]]:
    """Write the module of a step; returns the line that each program starts at."""
    lines = ["from __future__ import annotations"]
    starts: list[tuple[int, Program]] = []
    for number, program in enumerate(programs):
        starts.append((len(lines) + 1, program))
        lines.append(f"def program_{number}() -> object:")
        lines += [f"    {line}" for line in renamed(program, step).lines]
        lines.append("    return use")
    (folder / f"uses_{step}.py").write_text("\n".join(lines) + "\n", "utf-8")
    facts = {"client": client, "runs": [s for s, program in starts if program.runs]}
    (folder / f"uses_{step}.json").write_text(json.dumps(facts), "utf-8")
    return starts


def _checked(folder: Path, steps: Mapping[str, object]) -> list[tuple[str, int, str]]:
    """What mypy says: the step, the line, the text."""
    modules = [f"uses_{step}.py" for step in steps]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *_SETTINGS, *modules],
        cwd=folder,
        env=os.environ | {"MYPYPATH": str(folder)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    errors = [line for line in done.stdout.splitlines() if ": error:" in line]
    found = [(line, _LINE.match(line)) for line in errors]
    outside = [line for line, match in found if match is None]
    assert not outside, "\n".join(outside)
    return [
        (match["file"].removeprefix("uses_"), int(match["line"]), match["text"])
        for _, match in found
        if match is not None
    ]


def _run(folder: Path, steps: Mapping[str, object]) -> list[tuple[str, int, str]]:
    """What Python says: the step, the line, the text."""
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("run_programs.py"), *steps],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [(step, line, text) for step, line, text in json.loads(done.stdout)]
