"""File names that every file system takes: no device of Windows, nothing too long."""

from __future__ import annotations

import hashlib

from ..diagnostics import Place, Report

DEVICES = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{d}{n}" for d in ("com", "lpt") for n in range(10)),
    ]
)
LONGEST = 100


def portable_name(name: str) -> str:
    """The name, changed only if some file system does not take it."""
    if name.casefold() in DEVICES:
        return f"{name}_"
    if len(name) > LONGEST:
        digest = hashlib.sha256(name.encode()).hexdigest()[:8]
        return f"{name[: LONGEST - 9]}_{digest}"
    return name


def file_name(name: str, place: Place, report: Report) -> str:
    """The name of a module or folder for an identifier; one that had to change is reported."""
    safe = portable_name(name)
    if safe == name:
        return name
    report.warning(
        "N002",
        place,
        f"'{name[:LONGEST]}' is not a portable file name; it becomes '{safe}'",
        help="rename it in the configuration",
    )
    return safe
