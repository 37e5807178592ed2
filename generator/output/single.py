"""Writes one file of its own, beside the output folders: wholly or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from ..diagnostics import Place, Report
from .disk import is_there, shown
from .failures import report_failure
from .staging import create_file

_MODE = 0o644


def write_file(path: Path, data: bytes, report: Report, *, overwrite: bool) -> bool:
    """Write a file; False after reporting why it cannot be written, or that it exists."""
    staged = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if is_there(path) and not overwrite:
            report.error(
                "O006",
                Place(shown(path)),
                "this file exists already",
                help="edit it, or overwrite it with --force",
            )
            return False
        create_file(staged, data, mode=_MODE, durable=True)
        try:
            os.replace(staged, path)
        except BaseException:
            os.unlink(staged)
            raise
    except OSError as error:
        report_failure(path, error, "written", report)
        return False
    return True
