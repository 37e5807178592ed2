"""What was generated, before anybody edited it: an archive that is committed with the client.

Part of the output phase. It is what an edit is compared with, and the common ancestor of a merge;
it has to be there in any clone, where neither the history, the former description nor the generator
that made it may be at hand.
"""

from __future__ import annotations

from collections.abc import Mapping

from .archive import dump_archive, load_archive
from .disk import Disk
from .manifest import add_manifest, hash_bytes, parse_manifest
from .paths import MANIFEST_NAME, PRISTINE_NAME, is_handed_over
from .tree import FileTree


def add_pristine(tree: FileTree) -> FileTree:
    """The tree with its archive; the manifest, which is there already, lists that too."""
    origin = parse_manifest(tree[MANIFEST_NAME]).origin
    if origin is None:
        raise ValueError("the tree has no manifest")
    files = {path: data for path, data in tree.items() if path != MANIFEST_NAME}
    kept = {path: data for path, data in files.items() if not is_handed_over(path)}
    return add_manifest(FileTree({**files, PRISTINE_NAME: dump_archive(kept)}), origin)


def read_pristine(disk: Disk, listed: Mapping[str, str]) -> dict[str, bytes]:
    """What was generated, by path: as much as the archive on the disk has, and as the hashes of the
    manifest (``listed``) confirm.

    Raises Conflict or OSError.
    """
    data = disk.read(PRISTINE_NAME)
    files, _ = (data and load_archive(data)) or ({}, {})
    return {
        path: content
        for path, content in files.items()
        if listed.get(path) == hash_bytes(content)
    }
