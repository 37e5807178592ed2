"""What a newcomer sees after ``make demo``."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.client.test_page_program import PAGE_PROGRAM

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def screen() -> list[str]:
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith("CLOUDFLARE")
    }
    done = subprocess.run(
        [sys.executable, "-m", "demo"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def printed(screen: list[str]) -> list[list[str]]:
    """What each program printed."""
    text = "\n".join(screen)
    return [
        [
            line.removeprefix("=> ")
            for line in part.splitlines()
            if line.startswith("=> ")
        ]
        for part in re.split(r"\n\d\. ", text)[1:]
    ]


def test_the_demo_fits_on_one_screen(screen: list[str]) -> None:
    assert len(screen) <= 60
    assert max(map(len, screen)) <= 120


def test_the_first_program_is_the_one_of_the_page(screen: list[str]) -> None:
    assert (ROOT / "demo" / "page_program.py").read_text() == PAGE_PROGRAM
    assert "   page = page.result[0]" in screen
    (line,) = printed(screen)[0]
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", line)


def test_the_demo_iterates_over_all_pages(screen: list[str]) -> None:
    head, *rows, last = printed(screen)[1]
    assert head.split() == ["changed", "field", "from", "to", "by"]
    assert len(rows) == 4
    assert last.startswith("… 350 entries, back to ")


def test_the_async_demo_finds_the_same_items(screen: list[str]) -> None:
    assert printed(screen)[2] == ["350 entries"]


def test_the_demo_shows_the_error_of_a_refused_call(screen: list[str]) -> None:
    assert printed(screen)[3] == [
        "BadRequestError 400 the query parameter 'per_page': "
        "5000 is greater than the maximum of 1000"
    ]
