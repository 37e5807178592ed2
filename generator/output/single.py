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
    """Write a file, the target of a link too; False after reporting why it cannot be written, or
    that it exists."""
    real = Path(os.path.realpath(path))
    staged = real.parent / f".{real.name}.{os.getpid()}"
    try:
        if real.is_dir():
            help = "name a file in it"
            report.error("O004", Place(shown(path)), "this is a folder", help=help)
            return False
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
            os.replace(staged, real)
        except BaseException:
            os.unlink(staged)
            raise
    except OSError as error:
        report_failure(path, error, "written", report)
        return False
    return True
