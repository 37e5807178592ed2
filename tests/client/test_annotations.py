"""Type checkers tell users what they have in hand, and refuse what would fail when it runs."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.client.conftest import SOURCE

CASES = Path(__file__).parent / "annotations"
SEEN, WRONG = "seen.py", "wrong.py"
CHECKERS = ["mypy", "pyright"]

_MYPY_LINE = re.compile(
    r"^(?:.*[/\\])?(?P<file>\w+\.py):(?P<line>\d+): error: (?P<text>.*)$"
)
_UNUSED = re.compile("reportUnused|reportUnknown")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a checker says about a line."""

    file: str
    line: int
    text: str


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's project that holds the cases and knows where the client is."""
    folder = tmp_path_factory.mktemp("project")
    for name in (SEEN, WRONG):
        shutil.copy(CASES / name, folder)
    settings = {
        "include": ["."],
        "extraPaths": [str(SOURCE)],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    return folder


def run(folder: Path, *command: str) -> str:
    """What a checker prints, whatever it finds."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env=os.environ | {"MYPYPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def mypy(folder: Path) -> list[Complaint]:
    shown = run(folder, "mypy", "--strict", "--config-file=", "--cache-dir=cache", ".")
    found = (_MYPY_LINE.match(line) for line in shown.splitlines())
    return [Complaint(m["file"], int(m["line"]), m["text"]) for m in found if m]


def pyright(folder: Path) -> list[Complaint]:
    interpreter = f"--pythonpath={sys.executable}"
    report = json.loads(run(folder, "pyright", "--outputjson", interpreter, "-p", "."))
    return [
        Complaint(
            Path(found["file"]).name,
            found["range"]["start"]["line"] + 1,
            f"{found['message']} ({found.get('rule')})",
        )
        for found in report["generalDiagnostics"]
        if found["severity"] == "error"
    ]


@pytest.fixture(scope="session")
def complaints(project: Path) -> dict[str, list[Complaint]]:
    """All that each checker says; each runs once."""
    return {"mypy": mypy(project), "pyright": pyright(project)}


@pytest.mark.parametrize("checker", CHECKERS)
def test_type_checkers_see_the_documented_types(
    complaints: dict[str, list[Complaint]], checker: str
) -> None:
    assert [c for c in complaints[checker] if c.file != WRONG] == []


@pytest.mark.parametrize("checker", CHECKERS)
def test_every_wrong_call_is_refused_and_no_other(
    complaints: dict[str, list[Complaint]], checker: str
) -> None:
    lines = (CASES / WRONG).read_text(encoding="utf-8").splitlines()
    marked = {n: line for n, line in enumerate(lines, 1) if "# refused" in line}
    refused = {
        c.line: c.text
        for c in complaints[checker]
        if c.file == WRONG and not _UNUSED.search(c.text)
    }
    assert len(marked) > 40
    assert {n: line for n, line in marked.items() if n not in refused} == {}
    assert {n: text for n, text in refused.items() if n not in marked} == {}
