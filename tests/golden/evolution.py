"""From version 1 of a description to version 2: what regenerating changes on the disk."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Report, render_report
from generator.output import apply, make_plan
from generator.pipeline import Inputs, build, compile_inputs

FOLDER = Path(__file__).parent / "evolution"
RECORD = FOLDER / "changes.txt"


def write_version(number: int, out: Path) -> None:
    """Generate one version into a folder, as the command does."""
    report = Report(strict=True)
    inputs = Inputs(FOLDER / f"openapi.v{number}.yaml", FOLDER / "stainless.yml")
    compiled = compile_inputs(inputs, report, progress=lambda _: None)
    assert compiled is not None, render_report(report)
    plan = make_plan(build(compiled, lambda _: None), out, report)
    assert plan is not None, render_report(report)
    assert apply(plan, out, report), render_report(report)


def snapshot(out: Path) -> dict[str, tuple[int, bytes]]:
    """Time stamp and content of each file."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file())
    return {
        p.relative_to(out).as_posix(): (p.stat().st_mtime_ns, p.read_bytes())
        for p in files
    }


def changes(out: Path) -> str:
    """The files that going from version 1 to version 2 touches, with their changed lines."""
    write_version(1, out)
    before = snapshot(out)
    write_version(2, out)
    after = snapshot(out)
    lines: list[str] = []
    for path in sorted({*before, *after}):
        if before.get(path) == after.get(path):
            continue
        lines.append(path)
        if path.endswith(".py"):
            lines += _difference(before[path][1].decode(), after[path][1].decode())
    return "\n".join(lines) + "\n"


def _difference(old: str, new: str) -> list[str]:
    old_lines, new_lines = old.splitlines(), new.splitlines()
    gone = [f"    - {line.strip()}" for line in old_lines if line not in new_lines]
    come = [f"    + {line.strip()}" for line in new_lines if line not in old_lines]
    return gone + come


def rewrite() -> list[str]:
    """Put the changes on record; returns what changed."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        text = changes(Path(folder) / "out")
    if RECORD.exists() and RECORD.read_text() == text:
        return []
    RECORD.write_text(text)
    return ["golden/evolution/changes.txt"]
