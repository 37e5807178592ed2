"""The edits of generated files: custom code, as it differs from what was generated.

Part of the output phase; reads only. Compiles nothing: the pristine texts are in the output.
"""

from __future__ import annotations

import difflib
from pathlib import Path

from msgspec import Struct

from ..diagnostics import Place, Report
from .disk import Conflict, Disk, shown
from .failures import report_failure
from .manifest import read_manifest
from .paths import MANIFEST_NAME
from .pristine import edited_files, is_emptied, read_pristine


class Edit(Struct, frozen=True):
    """A generated file with edits: what was generated (None: not known), and what is there (None: it
    was deleted)."""

    path: str
    pristine: bytes | None
    data: bytes | None

    def diff(self) -> str | None:
        """A unified diff from the generated text; None if that is not known, or not text."""
        data = self.data or b""
        if self.pristine is None or b"\0" in self.pristine or b"\0" in data:
            return None
        new = "/dev/null" if self.data is None else f"b/{self.path}"
        lines = difflib.unified_diff(
            _lines(self.pristine), _lines(data), f"a/{self.path}", new
        )
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            for line in lines
        )


def find_edits(out: Path, report: Report) -> tuple[Edit, ...] | None:
    """The edited files of an output, by path; None after reporting why they cannot be found."""
    try:
        disk = Disk(out)
        data = disk.read(MANIFEST_NAME)
        if data is None:
            report.error(
                "O012",
                Place(shown(out)),
                "this folder has no manifest: nothing was generated here",
                help="name the folder of the client with --out",
            )
            return None
        manifest = read_manifest(data, Place(shown(out / MANIFEST_NAME)), report)
        if manifest is None:
            return None
        edited = edited_files(disk, manifest.files)
        if is_emptied(
            manifest.files, {p for p, data in edited.items() if data is None}
        ):
            return ()
        pristine = read_pristine(out, manifest.files, edited)
    except Conflict as conflict:
        conflict.report(report)
        return None
    except OSError as error:
        report_failure(out, error, "read", report)
        return None
    return tuple(Edit(p, pristine.get(p), edited[p]) for p in sorted(edited))


def _lines(data: bytes) -> list[str]:
    """The lines of a text with their ends; only a line feed ends one."""
    text = data.decode("utf-8", "backslashreplace")
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
