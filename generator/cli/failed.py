"""The end of a command that found problems."""

from __future__ import annotations

from ..diagnostics import Report


class Failed(Exception):
    """Problems were found; those in the report wait to be shown, once the status line is gone."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def require(done: bool, report: Report) -> None:
    """End the command unless something was done.

    Raises:
        Failed: it was not.
    """
    if not done:
        raise Failed(report)
