"""Messages for errors of the operating system: file, cause and fix.

Part of the output phase; turns exceptions into findings and does nothing else.
"""

from __future__ import annotations

import errno
from pathlib import Path

from ..diagnostics import Place, Report
from .disk import shown

_REMEDIES = {
    "O020": "grant write permission, or use another folder with --out",
    "O021": "free some space and run the command again",
    "O022": "use a shorter output folder, or a shorter name in the configuration",
    "O023": "fix the cause and run the command again",
}
_CODES = {
    errno.EACCES: "O020",
    errno.EPERM: "O020",
    errno.EROFS: "O020",
    errno.ENOSPC: "O021",
    errno.EDQUOT: "O021",
    errno.ENAMETOOLONG: "O022",
}


class Failure(Exception):
    """An operation on one file of the output failed; the cause is the operating system's error."""

    def __init__(self, path: Path, error: OSError) -> None:
        super().__init__(path, error)
        self.path = path
        self.error = error


def report_failure(path: Path, error: OSError, action: str, report: Report) -> None:
    """Report that an action (written, read) failed on ``path``, with the cause and the fix."""
    code = _CODES.get(error.errno or 0, "O023")
    why = error.strerror or type(error).__name__
    report.error(
        code,
        Place(shown(path)),
        f"this cannot be {action}: {why}",
        help=_REMEDIES[code],
    )
