"""The golden cases: a description, its configuration, and the files that it must give."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.diagnostics import Report, render_report
from generator.pipeline import Inputs, build, compile_inputs

HERE = Path(__file__).parent
CASES = sorted(folder.parent.name for folder in HERE.glob("*/openapi.yaml"))
SHOWN = ("resources", "types", "pagination")
CLIENTS = tuple(
    f"_{name}.py"
    for name in ("client", "client_raw", "client_stream", "exceptions", "time_out")
)
RECORDED = ("client_auth", "overloads", "webhooks")
"""The cases that compare what is recorded of the surface."""


def _quietly(doing: str) -> None:
    """Shows no progress."""


def build_case(folder: Path) -> Mapping[str, bytes]:
    """Every file that a case's inputs give, by path; a hostile case is warned about."""
    is_hostile = folder.name.startswith("hostile_")
    report = Report(strict=not is_hostile)
    inputs = Inputs(folder / "openapi.yaml", folder / "stainless.yml")
    compiled = compile_inputs(inputs, report, progress=_quietly)
    assert compiled is not None, render_report(report)
    assert bool(report.diagnostics) == is_hostile, render_report(report)
    return build(compiled, _quietly)


def shown(files: Mapping[str, bytes], case: str) -> dict[str, str]:
    """The files that a case compares: what depends on the description.

    The clients' modules are compared only by cases about clients, whose names start so.
    """
    prefix = f"src/{case}/"
    names = SHOWN + CLIENTS if case.startswith("client_") else SHOWN
    wanted = [prefix + name for name in names]
    if case in RECORDED:
        wanted.append(".surface.json")
    return {
        path.removeprefix(prefix): data.decode()
        for path, data in files.items()
        if path.startswith(tuple(wanted))
    }


def expected(folder: Path) -> dict[str, str]:
    """The files that are on record for a case."""
    root = folder / "expected"
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_text() for path in files}


def rewrite(folder: Path) -> list[str]:
    """Put what a case gives on record; returns what changed."""
    wanted, found = shown(build_case(folder), folder.name), expected(folder)
    changed = sorted(p for p in {*wanted, *found} if wanted.get(p) != found.get(p))
    for path in changed:
        target = folder / "expected" / path
        if path in wanted:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(wanted[path])
        else:
            target.unlink()
    return [f"{folder.name}/expected/{path}" for path in changed]
