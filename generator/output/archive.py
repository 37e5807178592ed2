"""Many contents as the bytes of one file: for what was generated, and for a merge in progress.

Part of the output phase; knows bytes only. The contents are not compressed: git does that, and
stores of an archive that has changed a little only the difference. The hash in the first line tells
a damaged archive from a whole one. A NUL in it keeps tools from treating the file as text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .manifest import hash_bytes

_MAGIC = b"clientwright archive 1\0"


def is_archive(data: bytes) -> bool:
    """Whether bytes claim to be an archive; they may be damaged."""
    return data.startswith(_MAGIC)


def dump_archive(files: Mapping[str, bytes], **notes: object) -> bytes:
    """The contents by name, in that order, and what is to be noted with them."""
    sizes = {name: len(data) for name, data in files.items()}
    head = json.dumps({**notes, "files": sizes}, separators=(",", ":")).encode("ascii")
    rest = b"".join((head, b"\n", *files.values()))
    return b"".join((_MAGIC, hash_bytes(rest).encode("ascii"), b"\n", rest))


def load_archive(data: bytes) -> tuple[dict[str, bytes], dict[str, Any]] | None:
    """The contents by name, and the notes; None if the archive is damaged."""
    seal, _, rest = data.removeprefix(_MAGIC).partition(b"\n")
    if not is_archive(data) or seal != hash_bytes(rest).encode("ascii"):
        return None
    head, _, contents = rest.partition(b"\n")
    try:
        notes = json.loads(head)
        sizes = notes.pop("files").items()
    except (ValueError, AttributeError, KeyError, RecursionError):
        return None
    files: dict[str, bytes] = {}
    end = 0
    for name, size in sizes:
        if type(size) is not int or size < 0:
            return None
        start, end = end, end + size
        files[name] = contents[start:end]
    return (files, notes) if end == len(contents) else None
