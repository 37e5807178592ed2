"""From a path to text: what the disk holds, if it is a text file of reasonable size.

Belongs to reading; knows nothing of YAML, JSON or descriptions.
"""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from ..diagnostics import Place, Report

_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_AS_UTF8 = "save the file as UTF-8"


def shown(path: Path) -> str:
    """A path for people: relative to the working folder where it lies inside."""
    absolute = path.absolute()
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def read_text(path: Path, report: Report, what: str, limit: int) -> str | None:
    """The text of a file without its byte order mark, or None after reporting why not."""
    place = Place(shown(path))
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            message = f"the {what} is a folder"
            report.error("I001", place, message, help="use a file in it")
            return None
        if not stat.S_ISREG(mode):
            message = f"the {what} is a device or a pipe, not a file"
            report.error("I001", place, message, help="save it to a file first")
            return None
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        report.error("I001", place, f"the {what} does not exist", help="check the path")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        message = f"the {what} cannot be read: {why}"
        report.error(
            "I001", place, message, help="check the path and the file's permissions"
        )
    else:
        if len(data) <= limit:
            return _decode(data, place, report, what)
        message = f"the {what} is larger than {_size(limit)}"
        report.error("I002", place, message, help="split it into several files")
    return None


def _size(limit: int) -> str:
    mebibytes = limit // 1024 // 1024
    return f"{mebibytes} MiB" if mebibytes else f"{limit} bytes"


def _decode(data: bytes, place: Place, report: Report, what: str) -> str | None:
    if (wide := _wide_encoding(data)) is not None:
        message = f"the {what} is {wide} text, not UTF-8"
        report.error("I004", place, message, help=_AS_UTF8)
        return None
    if b"\0" in data:
        message = f"the {what} is not a text file: it contains NUL bytes"
        report.error("I004", place, message, help="use a YAML or JSON file")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        before = data[line_start : error.start].decode("utf-8", "replace")
        line = data.count(b"\n", 0, error.start) + 1
        report.error(
            "I004",
            Place(place.file, line, len(before) + 1),
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            help=_AS_UTF8,
        )
        return None


def _wide_encoding(data: bytes) -> str | None:
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return encoding
    # two ASCII characters in UTF-16 without a mark (RFC 4627, section 3)
    return "UTF-16" if len(data) > 3 and data[:4].count(0) == 2 else None
