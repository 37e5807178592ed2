"""The documentation site of this project is made without a warning: every page is in its navigation,
every link and anchor leads somewhere."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMAND = re.compile(r"^\t\$\(BIN\)/sphinx-build (.*) build/site$", re.MULTILINE)


def test_the_site_has_every_page_and_no_broken_link(tmp_path: Path) -> None:
    options = COMMAND.search((ROOT / "Makefile").read_text("utf-8"))
    assert options is not None
    site, state = tmp_path / "site", tmp_path / "state"
    arguments = [*shlex.split(options[1]), site, "--doctree-dir", state]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    pages = {page.stem for page in (site / "docs").glob("*.html")}
    assert pages == {page.stem for page in (ROOT / "docs").glob("*.md")}
    assert (site / "generator" / "diagnostics" / "codes.html").exists()
    start = re.search(r"url=([^\"]+)", (site / "index.html").read_text("utf-8"))
    assert start is not None
    assert (site / start[1]).exists()
