"""Which relative paths are safe on every file system: the guard of tree, manifest and journal.

Part of the output phase; knows text only, never the disk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

MANIFEST_NAME = ".manifest.json"
PRISTINE_NAME = ".pristine"
"""The archive of what was generated, before anybody edited it."""
MERGE_NAME = ".open-merge"
"""The record of a merge whose conflicts are not resolved."""
LONGEST_SEGMENT = 255
"""Bytes of UTF-8; what ext4, APFS and NTFS can all hold."""

_DEVICE = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\..*)?", re.I
)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]')
_HAND_WRITTEN = re.compile(r"(src/[^/]+/)?lib/")

_HANDED_OVER = ("CHANGELOG.md", "CONTRIBUTING.md")


def is_hand_written(path: str) -> bool:
    """Whether a path lies in a ``lib`` folder: of the output, or of a package in its ``src``."""
    return _HAND_WRITTEN.match(path) is not None


def is_handed_over(path: str) -> bool:
    """Whether a file is written once and belongs to the maintainer from then on, who may edit or
    delete it."""
    return path in _HANDED_OVER


def parents(path: str) -> list[str]:
    """The folders that a path lies in, outermost first: ``a/b/c`` gives ``a`` and ``a/b``."""
    segments = path.split("/")
    return ["/".join(segments[:count]) for count in range(1, len(segments))]


def refusal(path: str) -> str | None:
    """Why a path must not be written below the output folder; None where it may.

    The names are safe by construction; what ends here is a fault of ours or a forged file.
    """
    if path.startswith("/"):
        return "it is absolute"
    for segment in path.split("/"):
        reason = _segment_refusal(segment)
        if reason:
            return reason
    return None


@lru_cache(maxsize=100_000)
def _segment_refusal(segment: str) -> str | None:
    if segment in ("", ".", ".."):
        return f"it has a segment {segment!r}"
    if found := _FORBIDDEN.search(segment):
        return f"it contains the character {found[0]!r}"
    if segment.endswith((".", " ")):
        return f"the segment {segment!r} ends with a dot or a space"
    if _DEVICE.fullmatch(segment):
        return f"{segment!r} is a reserved device name"
    if folded(segment) == ".git":
        return "it is inside a version control folder"
    return _encoding_refusal(segment)


def _encoding_refusal(segment: str) -> str | None:
    try:
        size = len(segment.encode())
    except UnicodeEncodeError:
        return f"the segment {segment!r} is not UTF-8"
    if size > LONGEST_SEGMENT:
        return f"the segment {segment[:40]!r}… is longer than {LONGEST_SEGMENT} bytes"
    return None


def clash(paths: Iterable[str]) -> tuple[str, str] | None:
    """Two paths that some file system takes for one, or of which one is a folder of the other."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        for folder in parents(path):
            known = folders.setdefault(folded(folder), folder)
            if known != folder:
                return known, folder
        known = files.setdefault(folded(path), path)
        if known != path:
            return known, path
    both = sorted(files.keys() & folders.keys())
    return (files[both[0]], folders[both[0]]) if both else None


def folded(text: str) -> str:
    """What names have in common that some file system takes for one."""
    return (
        text.lower()
        if text.isascii()
        else unicodedata.normalize("NFC", text.casefold())
    )
