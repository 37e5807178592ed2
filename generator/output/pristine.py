"""What was generated, before anybody edited it: an archive that is committed with the client.

Part of the output phase. It is what an edit is compared with, and the common ancestor of a merge;
it has to be there in any clone, where neither the history, the former description nor the generator
that made it may be at hand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from .archive import dump_archive, load_archive
from .disk import Conflict, Disk
from .manifest import add_manifest, hash_bytes, parse_manifest
from .paths import MANIFEST_NAME, PRISTINE_NAME, is_handed_over, is_hand_written
from .tree import FileTree


def add_pristine(tree: FileTree) -> FileTree:
    """The tree with its archive; the manifest, which is there already, lists that too."""
    origin = parse_manifest(tree[MANIFEST_NAME]).origin
    if origin is None:
        raise ValueError("the tree has no manifest")
    kept = {
        path: data
        for path, data in tree.items()
        if path != MANIFEST_NAME and not is_handed_over(path)
    }
    return add_manifest(tree.with_file(PRISTINE_NAME, dump_archive(kept)), origin)


def read_pristine(
    out: Path, listed: Mapping[str, str], paths: Iterable[str]
) -> dict[str, bytes]:
    """What was generated, of some files by path: as far as the archive in ``out`` has them, and the
    hashes of the manifest (``listed``) confirm it.

    Raises Conflict, if the archive is damaged too, or OSError.
    """
    data = Disk(out).read(PRISTINE_NAME)
    if data is None:
        return {}
    loaded = load_archive(data)
    if loaded is None:
        raise Conflict(
            "O028",
            out / PRISTINE_NAME,
            "the archive of what was generated, which edits are compared with, is damaged",
            "restore it from version control, with the manifest of the same commit; or lose the edits "
            "with 'generate --force'",
        )
    files, _ = loaded
    found = {path: bytes(files[path]) for path in paths if path in files}
    return {
        path: content
        for path, content in found.items()
        if listed.get(path) == hash_bytes(content)
    }


def edited_files(disk: Disk, listed: Mapping[str, str]) -> dict[str, bytes | None]:
    """The generated files with edits, by path: what is there (None: deleted by hand).

    Raises Conflict or OSError.
    """
    edited: dict[str, bytes | None] = {}
    for path, digest in listed.items():
        if path == PRISTINE_NAME or is_handed_over(path) or is_hand_written(path):
            continue
        data = disk.read(path)
        if data is None or hash_bytes(data) != digest:
            edited[path] = data
    return edited


def is_emptied(listed: Iterable[str], missing: Collection[str]) -> bool:
    """Whether the generated files are gone as a whole, but for those that ``rm -r *`` does not see: to
    be generated again, and no edit."""
    return all(
        path in missing
        for path in listed
        if not (path.startswith(".") or is_handed_over(path) or is_hand_written(path))
    )
