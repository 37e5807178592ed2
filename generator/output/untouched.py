"""Whether an output folder is what the manifest in it says, byte for byte.

Part of the output phase; reads only, and reports nothing: whatever is unusual is for a plan to
explain.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from .disk import Conflict, Disk, is_there
from .manifest import Damaged, FutureFormat, hash_bytes, parse_manifest
from .paths import MANIFEST_NAME, is_handed_over, is_hand_written
from .plan import Plan
from .staging import places


def settled_manifest(out: Path) -> bytes | None:
    """The manifest in ``out``; None if it cannot be read, while a run is writing there, and where
    one was killed."""
    try:
        if any(map(is_there, places(Path(os.path.abspath(out))))):
            return None
        return Disk(out).read(MANIFEST_NAME)
    except (Conflict, OSError):
        return None


def untouched(manifest: bytes, out: Path) -> Plan | None:
    """The plan without changes, if every file is there as the manifest lists it; else None."""
    try:
        listed = parse_manifest(manifest).files
        if not _are_there(listed, Disk(out)):
            return None
    except (Conflict, OSError, Damaged, FutureFormat):
        return None
    return Plan((), (), unchanged=len(listed) + 1)


def _are_there(listed: Mapping[str, str], disk: Disk) -> bool:
    for path, digest in listed.items():
        if is_handed_over(path) or is_hand_written(path):
            continue
        data = disk.read(path)
        if data is None or hash_bytes(data) != digest:
            return False
    return True
