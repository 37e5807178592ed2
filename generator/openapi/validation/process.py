"""Runs the examining process under a time limit.

The checks are in the package ``examine``; this module knows only that lines of JSON come back.
"""

from __future__ import annotations

import json
import marshal
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import IO, Any, cast

from ...examine.protocol import Request

_SETTINGS = {
    "PYTHONIOENCODING": "utf-8",
    "OPENAPI_SPEC_VALIDATOR_SCHEMA_VALIDATOR_BACKEND": "jsonschema-rs",
}


@contextmanager
def running(request: Request, time_limit: float) -> Iterator[Callable[[], list[Any]]]:
    """The process at work; the function waits, and gives what it wrote until it ended, died or its
    ``time_limit`` in seconds was over."""
    package = __name__.partition(".")[0]
    home = Path(__file__).parents[3]
    inherited = os.environ.get("PYTHONPATH")
    path = os.pathsep.join(filter(None, [str(home), inherited]))
    with subprocess.Popen(
        [sys.executable, "-P", "-m", f"{package}.examine"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_SETTINGS, "PYTHONPATH": path},
    ) as process:
        data = marshal.dumps(cast(Any, request))
        asked, process.stdin = process.stdin, None  # it would be given 4 kB at a time
        assert asked is not None
        Thread(target=_write, args=(data, asked), daemon=True).start()
        try:
            yield partial(_written, process, time_limit)
        except BaseException:
            process.kill()
            raise


def _written(process: subprocess.Popen[bytes], time_limit: float) -> list[Any]:
    try:
        output, _ = process.communicate(timeout=time_limit)
    except subprocess.TimeoutExpired:
        process.kill()
        output, _ = process.communicate()
    return _parsed(output.decode("utf-8", "replace"))


def _write(data: bytes, asked: IO[bytes]) -> None:
    """Write a request, unless the process ends before it has read all."""
    with suppress(BrokenPipeError), asked:
        asked.write(data)


def _parsed(output: str) -> list[Any]:
    lines = []
    for line in output.splitlines():
        try:
            lines.append(json.loads(line))
        except ValueError:  # the line that was being written at the end
            break
    return lines
