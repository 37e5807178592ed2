"""Writes single files, beside the output folders: wholly or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from ..diagnostics import Place, Report
from .disk import is_there, shown
from .failures import report_failure
from .staging import create_file

FILE_MODE = 0o644
"""The permissions of a new file, before those that the user keeps from others."""


def write_file(
    path: Path,
    data: bytes,
    report: Report,
    *,
    overwrite: bool,
    mode: int = FILE_MODE,
) -> bool:
    """Write a file, the target of a link too; False after reporting why it cannot be written, or
    that it exists."""
    real = Path(os.path.realpath(path))
    staged = _beside(real)
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
        _create(staged, data, mode)
        try:
            os.replace(staged, real)
        except BaseException:
            os.unlink(staged)
            raise
    except OSError as error:
        report_failure(path, error, "written", report)
        return False
    return True


class FileText(Struct, frozen=True):
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
    staged: list[Path] = []
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
        for left in staged:
            with suppress(OSError):  # the next run removes it
                os.unlink(left)
    return True


def _staged(path: Path, data: bytes, staged: list[Path]) -> Path:
    """A new file beside one, with its permissions; its name is added to ``staged``."""
    real = Path(os.path.realpath(path))
    beside = _beside(real)
    mode = os.stat(real).st_mode & 0o777 if os.path.exists(real) else FILE_MODE
    staged.append(beside)
    _create(beside, data, mode)
    return beside


def _beside(real: Path) -> Path:
    """Where a file is staged: the same place in every run, so that one replaces what a killed one left."""
    return real.with_name(f".{real.name}.clientwright")


def _create(path: Path, data: bytes, mode: int) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)
    create_file(path, data, mode=mode, durable=True)
