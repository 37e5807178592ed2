"""From bytes to text: of the disk or of standard input, if they are text of reasonable size.

Belongs to reading; knows nothing of YAML, JSON or descriptions.
"""

from __future__ import annotations

import codecs
import stat
import sys
from pathlib import Path

from ..diagnostics import Place, Report

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_AS_UTF8 = "save the file as UTF-8"

STANDARD_INPUT = "<standard input>"
"""The name of standard input, which no file has."""


def shown(path: Path) -> str:
    """A path for people: relative to the working folder where it lies inside."""
    absolute = path.absolute()
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def read_text(path: Path, report: Report, what: str, limit: int) -> str | None:
    """The text of a file without its byte order mark, or None after reporting why not."""
    data = _read(path, report, what, limit)
    if data is None:
        return None
    return decode(data, Place(shown(path)), report, what=what, limit=limit)


def read_bytes(path: Path, report: Report, what: str, limit: int) -> bytes | None:
    """The content of a file that is not text, or None after reporting why not."""
    data = _read(path, report, what, limit)
    if data is not None and len(data) > limit:
        message = f"the {what} is larger than {_size(limit)}"
        report.error("I002", Place(shown(path)), message, help="use a smaller file")
        return None
    return data


def _read(path: Path, report: Report, what: str, limit: int) -> bytes | None:
    """The first bytes of a file, one more than the limit if it is larger."""
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
            return file.read(limit + 1)
    except FileNotFoundError:
        report.error("I001", place, f"the {what} does not exist", help="check the path")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        message = f"the {what} cannot be read: {why}"
        report.error(
            "I001", place, message, help="check the path and the file's permissions"
        )
    return None


def read_standard_input(report: Report, what: str, limit: int) -> str | None:
    """The text of standard input, or None after reporting why not."""
    data = sys.stdin.buffer.read(limit + 1)
    return decode(data, Place(STANDARD_INPUT), report, what=what, limit=limit)


def _size(limit: int) -> str:
    for unit, size in (("MiB", 2**20), ("KiB", 2**10)):
        if limit >= size:
            return f"{limit // size} {unit}"
    return f"{limit} bytes"


def decode(
    data: bytes, place: Place, report: Report, *, what: str, limit: int
) -> str | None:
    """The text of a file; bytes that are not UTF-8 are taken as what they most likely are.

    None after reporting that they are no text, or more than ``limit``.
    """
    if len(data) > limit:
        message = f"the {what} is larger than {_size(limit)}"
        report.error("I002", place, message, help="split it into several files")
        return None
    if (wide := _wide_encoding(data)) is not None:
        encoding, name = wide
        message = f"the {what} is {name} text, not UTF-8"
        try:
            text = data.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            report.error("I004", place, message, help=_AS_UTF8)
            return None
        report.tolerable("I004", place, message, help=_AS_UTF8)
        return text
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
        report.tolerable(
            "I004",
            Place(place.file, line, len(before) + 1),
            f"byte 0x{data[error.start]:02x} is not UTF-8",
            help=_AS_UTF8,
        )
        return data.decode("utf-8-sig", _AS_WINDOWS_1252)


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are not UTF-8 as the encoding that such files are most often written in."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_AS_WINDOWS_1252 = "clientwright.windows-1252"
codecs.register_error(_AS_WINDOWS_1252, _windows_1252)


def _wide_encoding(data: bytes) -> tuple[str, str] | None:
    """The codec of a text in UTF-16 or UTF-32, and its name for people."""
    for mark, codec, name in _WIDE:
        if data.startswith(mark):
            return codec, name
    # two ASCII characters in UTF-16 without a mark (RFC 4627, section 3)
    if len(data) > 3 and data[:4].count(0) == 2:
        return ("utf-16-be" if data[0] == 0 else "utf-16-le"), "UTF-16"
    return None
