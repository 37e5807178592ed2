"""Whether an output folder is what the manifest in it says, byte for byte but for custom code.

Part of the output phase; reads only, and reports nothing: whatever is unusual is for a plan to
explain.
"""

from __future__ import annotations

import os
from pathlib import Path

from .disk import Conflict, Disk, is_there
from .manifest import Damaged, FutureFormat, hash_bytes, parse_manifest
from .paths import MANIFEST_NAME, MERGE_NAME, PRISTINE_NAME
from .plan import Plan
from .pristine import edited_files, is_emptied
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

    If it ``keeps_edits``, a file with other contents, or one that was deleted, is custom code.
    """
    try:
        listed, disk = parse_manifest(manifest).files, Disk(out)
        edited = edited_files(disk, listed)
        archive = disk.read(PRISTINE_NAME)
    except (Conflict, OSError, Damaged, FutureFormat):
        return None
    has_archive = PRISTINE_NAME in listed
    if has_archive and (
        archive is None or hash_bytes(archive) != listed[PRISTINE_NAME]
    ):
        return None
    deleted = tuple(path for path, data in edited.items() if data is None)
    is_custom_code = keeps_edits and has_archive
    if edited and (not is_custom_code or is_emptied(listed, deleted)):
        return None
    custom = tuple(path for path in edited if path not in deleted)
    return Plan((), (), len(listed) + 1 - len(deleted), custom, deleted)
