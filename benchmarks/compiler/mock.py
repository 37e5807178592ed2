"""Seconds until a mock of a description says that it listens.

python -m benchmarks.compiler.mock DESCRIPTION
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

from .descriptions import path_of
from .process import ROOT, Figures
from .tools import OURS, environment


def started(name: str) -> Figures:
    """The time from the start of the process to its first line."""
    options = [str(path_of(name)), "--port", "0", "--quiet"]
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "generator", "mock", *options],
        cwd=ROOT,
        env=environment(OURS),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        wall = time.perf_counter() - began
        process.terminate()
    return {"wall": wall} if line.startswith(b"http") else {"wall": wall, "failed": 1}


if __name__ == "__main__":
    print(json.dumps(started(sys.argv[1])))
