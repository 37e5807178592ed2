"""The measured programs run against our client, and print a figure; how large is no matter here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.runner import PROGRAMS

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "generated" / "src")}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """The address of the benchmarks' server."""
    command = [sys.executable, ROOT / "benchmarks" / "server.py"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}/client/v4"
        process.terminate()


@pytest.mark.parametrize(
    "command",
    [
        "requests_sync URL",
        "requests_async URL 100 httpx",
        "requests_async URL 100 aiohttp",
        "pages URL 0",
        "prefetch URL",
        "upload URL",
        "decode clean",
        "decode unknown@enum",
        "query URL",
        "bodies URL small",
        "bodies URL nested",
        "construct",
        "floors URL llhttp",
        "floors URL json",
        "floors URL pages 0",
        "floors URL aiohttp 10",
        "floors URL asyncio 10",
    ],
)
def test_a_program_prints_what_it_measured(command: str, url: str) -> None:
    program, *arguments = command.replace("URL", url).split()
    done = subprocess.run(
        [
            sys.executable,
            PROGRAMS / f"{program}.py",
            *(a.replace("@", " ") for a in arguments),
        ],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout.splitlines()[-1])
    assert set(figures) <= {"cpu", "wall", "memory", "slower"}
    assert all(isinstance(figure, float | int) for figure in figures.values())
