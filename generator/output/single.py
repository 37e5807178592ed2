"""Writes single files, beside the output folders: wholly or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class FileText:
    """A file, and what it is to hold."""

    path: Path
    data: bytes


def write_around(
    action: Callable[[], None], first: FileText, last: FileText, report: Report
) -> bool:
    """Write a file, act, and write another file, which is prepared before anything else; False after
    reporting why that is not possible. If anything fails, the first file is as it was.
    """
    path = first.path
    staged: list[str] = []
    try:
        kept = os.path.realpath(first.path)
        with open(kept, "rb") as file:
            before = file.read()
        path = last.path
        ready = _staged(last.path, last.data, staged)
        path = first.path
        os.replace(_staged(first.path, first.data, staged), kept)
        try:
            action()
            path = last.path
            os.replace(ready, os.path.realpath(last.path))
        except BaseException:
            os.replace(_staged(first.path, before, staged), kept)
            raise
    except OSError as error:
        report_failure(path, error, "written", report)
        return False
    finally:
        for name in staged:
            with suppress(FileNotFoundError):
                os.unlink(name)
    return True


def _staged(path: Path, data: bytes, staged: list[str]) -> str:
    """A new file beside one, with its permissions; its name is added to ``staged``."""
    real = os.path.realpath(path)
    folder, name = os.path.split(real)
    beside = os.path.join(folder, f".{name}.{os.getpid()}")
    mode = os.stat(real).st_mode & 0o777 if os.path.exists(real) else _MODE
    staged.append(beside)
    create_file(beside, data, mode=mode, durable=True)
    return beside
