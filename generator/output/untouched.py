"""Whether an output folder is what the manifest in it says, byte for byte but for custom code.

Part of the output phase; reads only, and reports nothing: whatever is unusual is for a plan to
explain.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from .disk import Conflict, Disk, is_there
from .manifest import Damaged, FutureFormat, hash_bytes, parse_manifest
from .paths import MANIFEST_NAME, MERGE_NAME, PRISTINE_NAME
from .paths import is_handed_over, is_hand_written
from .plan import Plan
from .staging import places


def settled_manifest(out: Path) -> bytes | None:
    """The manifest in ``out``; None if it cannot be read, while a run is writing there, where one
    was killed, and where a merge is open."""
    try:
        busy = (*places(Path(os.path.abspath(out))), out / MERGE_NAME)
        if any(map(is_there, busy)):
            return None
        return Disk(out).read(MANIFEST_NAME)
    except (Conflict, OSError):
        return None


def untouched(manifest: bytes, out: Path, *, keeps_edits: bool) -> Plan | None:
    """The plan without changes, if every file is there as the manifest lists it; else None.

    If it ``keeps_edits``, a file with other contents is custom code.
    """
    try:
        listed = parse_manifest(manifest).files
        custom = _edited(listed, Disk(out))
    except (Conflict, OSError, Damaged, FutureFormat):
        return None
    if custom is None or (custom and not keeps_edits):
        return None
    return Plan((), (), len(listed) + 1, custom)


def _edited(listed: Mapping[str, str], disk: Disk) -> tuple[str, ...] | None:
    """The files with other contents than listed; None if one is missing, or the archive damaged."""
    edited: list[str] = []
    for path, digest in listed.items():
        if is_handed_over(path) or is_hand_written(path):
            continue
        data = disk.read(path)
        if data is None:
            return None
        if hash_bytes(data) != digest:
            if path == PRISTINE_NAME:
                return None
            edited.append(path)
    return tuple(edited)
