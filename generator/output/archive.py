"""Many contents as the bytes of one file: for what was generated, and for a merge in progress.

Part of the output phase; knows bytes only. The contents are not compressed: git does that, and
stores of an archive that has changed a little only the difference. The hash in the first line tells
a damaged archive from a whole one. A NUL in it keeps tools from treating the file as text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

_MAGIC = b"clientwright archive 1\0"
_SEAL = 64
"""Length of the hash, in hex."""


def is_archive(data: bytes) -> bool:
    """Whether bytes claim to be an archive; they may be damaged."""
    return data.startswith(_MAGIC)


def dump_archive(files: Mapping[str, bytes], **notes: object) -> bytes:
    """The contents by name, in that order, and what is to be noted with them."""
    sizes = {name: len(data) for name, data in files.items()}
    head = json.dumps({**notes, "files": sizes}, separators=(",", ":")).encode("ascii")
    parts = (head, b"\n", *files.values())
    seal = hashlib.sha256()
    for part in parts:
        seal.update(part)
    return b"".join((_MAGIC, seal.hexdigest().encode("ascii"), b"\n", *parts))


def load_archive(data: bytes) -> tuple[dict[str, memoryview], dict[str, Any]] | None:
    """The contents by name, which are views of ``data``, and the notes; None if the archive is
    damaged."""
    start = len(_MAGIC) + _SEAL + 1
    rest = memoryview(data)[start:]
    seal = data[len(_MAGIC) : start]
    if not is_archive(data) or seal != b"%s\n" % _hash(rest):
        return None
    end = data.find(b"\n", start) + 1
    try:
        notes = json.loads(data[start:end])
        sizes = notes.pop("files").items()
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None
    files: dict[str, memoryview] = {}
    contents = memoryview(data)[end:]
    position = 0
    for name, size in sizes:
        if type(size) is not int or size < 0:
            return None
        files[name] = contents[position : position + size]
        position += size
    return (files, notes) if position == len(contents) else None


def _hash(data: memoryview) -> bytes:
    return hashlib.sha256(data).hexdigest().encode("ascii")
