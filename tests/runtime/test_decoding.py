"""The promises of decoding, with the pydantic that is installed and with the oldest allowed."""

from __future__ import annotations

import os
import subprocess
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.runtime import decoding_contract

ROOT = Path(__file__).parents[2]
OLDEST = "2.5.0"


@pytest.mark.parametrize(
    "promise", decoding_contract.PROMISES, ids=lambda p: p.__name__
)
def test_the_installed_pydantic_keeps_the_promise(promise: Callable[[], None]) -> None:
    promise()


@pytest.mark.skipif("CI" not in os.environ, reason="makes an environment; runs in CI")
def test_the_oldest_pydantic_keeps_every_promise(tmp_path: Path) -> None:
    venv.create(tmp_path, with_pip=True)
    python = tmp_path / "bin" / "python"
    wanted = [f"pydantic=={OLDEST}", "typing-extensions"]
    install = [python, "-m", "pip", "install", "--quiet", *wanted]
    subprocess.run(install, check=True, timeout=300)
    done = subprocess.run(
        [python, "-m", "tests.runtime.decoding_contract"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{OLDEST}\n", "")
