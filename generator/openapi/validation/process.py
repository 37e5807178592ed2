"""Runs the examining process under a time limit.

The checks are in the package ``examine``; this module knows only that lines of JSON come back.
"""

from __future__ import annotations

import json
import marshal
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import IO, Any, cast

from msgspec import Struct

from ...examine.protocol import Request

_SETTINGS = {
    "PYTHONIOENCODING": "utf-8",
    "OPENAPI_SPEC_VALIDATOR_SCHEMA_VALIDATOR_BACKEND": "jsonschema-rs",
}


class Examining(Struct, frozen=True):
    """The process at work."""

    _process: subprocess.Popen[bytes]

    def ask(self, request: Request) -> None:
        """Give it the request, while this process goes on."""
        data = marshal.dumps(cast(Any, request))
        asked, self._process.stdin = self._process.stdin, None  # else 4 kB at a time
        assert asked is not None
        Thread(target=_write, args=(data, asked), daemon=True).start()

    def lines(self, time_limit: float) -> list[Any]:
        """What it wrote until it ended, died or ``time_limit`` in seconds was over."""
        try:
            output, _ = self._process.communicate(timeout=time_limit)
        except subprocess.TimeoutExpired:
            self._process.kill()
            output, _ = self._process.communicate()
        return _parsed(output.decode("utf-8", "replace"))


@contextmanager
def examining() -> Iterator[Examining]:
    """The process, which starts while its request is made."""
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
        try:
            yield Examining(process)
        except BaseException:
            process.kill()
            raise


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
