"""Runs the examining process under a time limit.

The checks are in the package ``examine``; this module knows only that lines of JSON come back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from ...examine.protocol import Request

_SETTINGS = {
    "PYTHONIOENCODING": "utf-8",
    "OPENAPI_SPEC_VALIDATOR_SCHEMA_VALIDATOR_BACKEND": "jsonschema-rs",
}


def run(request: Request, time_limit: float) -> list[Any]:
    """What the process wrote until it ended, died or its ``time_limit`` in seconds was over."""
    package = __name__.partition(".")[0]
    home = Path(__file__).parents[3]
    inherited = os.environ.get("PYTHONPATH")
    path = os.pathsep.join(filter(None, [str(home), inherited]))
    with (
        TemporaryFile("w+", encoding="ascii") as asked,  # a pipe takes 4 kB at a time
        subprocess.Popen(
            [sys.executable, "-P", "-m", f"{package}.examine"],
            stdin=_written(request, asked),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_SETTINGS, "PYTHONPATH": path},
            encoding="utf-8",
        ) as process,
    ):
        try:
            output, _ = process.communicate(timeout=time_limit)
        except subprocess.TimeoutExpired:
            process.kill()
            output, _ = process.communicate()
        except BaseException:
            process.kill()
            raise
    return _parsed(output)


def _written(request: Request, file: IO[str]) -> IO[str]:
    """The file with a request, from its start."""
    file.write(json.dumps(request))
    file.seek(0)
    return file


def _parsed(output: str) -> list[Any]:
    lines = []
    for line in output.splitlines():
        try:
            lines.append(json.loads(line))
        except ValueError:  # the line that was being written at the end
            break
    return lines
