"""One-line progress display, on a terminal only."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import Self

import click


class StatusLine:
    """A status line on standard error, erased when the work is over."""

    def __init__(self, *, enabled: bool) -> None:
        """``enabled`` is what the user wants; without a terminal, or in CI, nothing is shown."""
        self._shown = enabled and sys.stderr.isatty() and not os.environ.get("CI")

    def __call__(self, doing: str) -> None:
        if self._shown:
            click.echo(f"\r\x1b[2K{doing} …", nl=False, err=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            click.echo("\r\x1b[2K", nl=False, err=True)
