"""The manifest: what a client was made from, and the hash of every file that is ours.

Part of the output phase; knows bytes and text, never the disk. No clock, no user, no absolute
path: equal input gives equal bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from msgspec import Struct
from msgspec.structs import asdict


from ..diagnostics import Place, Report
from .paths import MANIFEST_NAME, refusal
from .tree import FileTree

FORMAT = 1
_SHA256 = re.compile("[0-9a-f]{64}")


class Origin(Struct, frozen=True):
    """What a client is made from: two versions, and SHA-256 hashes in hex of four inputs."""

    generator: str
    black: str
    description: str
    configuration: str
    templates: str
    runtime: str


class Manifest(Struct, frozen=True):
    """An origin and the hash of each file by path; no origin before the first run."""

    origin: Origin | None
    files: Mapping[str, str]


EMPTY = Manifest(None, MappingProxyType({}))


class Damaged(Exception):
    """The text is not a valid manifest; the message says why."""


class FutureFormat(Exception):
    """The manifest has a format that this generator does not know; the message is its number."""


def hash_bytes(data: bytes) -> str:
    """The SHA-256 of bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def hash_values(value: object) -> str:
    """The SHA-256 of a parsed JSON value, independent of key order and layout."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hash_bytes(text.encode("ascii"))


def hash_files(files: Mapping[str, bytes]) -> str:
    """The SHA-256 of files and their paths, in any order."""
    return hash_values({path: hash_bytes(data) for path, data in files.items()})


def add_manifest(tree: FileTree, origin: Origin) -> FileTree:
    """The tree with its manifest among the files, as it goes to the disk."""
    files = {
        path: hash_bytes(data) for path, data in tree.items() if path != MANIFEST_NAME
    }
    manifest = Manifest(origin, MappingProxyType(files))
    return tree.with_file(MANIFEST_NAME, dump_manifest(manifest))


def dump_manifest(manifest: Manifest) -> bytes:
    """The manifest as JSON: one line a file, sorted, with a trailing newline."""
    values = {
        "format": FORMAT,
        **(asdict(manifest.origin) if manifest.origin else {}),
        "files": dict(sorted(manifest.files.items())),
    }
    return (json.dumps(values, indent=2) + "\n").encode("ascii")


def read_manifest(data: bytes | None, place: Place, report: Report) -> Manifest | None:
    """The manifest in ``data``, the empty one if absent; None after reporting damage."""
    if data is None:
        return EMPTY
    try:
        return parse_manifest(data)
    except Damaged as damage:
        report.error(
            "O010",
            place,
            f"the manifest cannot be read: {damage}",
            help="restore it from version control; or delete it and generate with --force, "
            "which treats every differing file as generated",
        )
    except FutureFormat as future:
        report.error(
            "O011",
            place,
            f"the manifest was written by a newer generator (format {future})",
            help="use the version of the generator that made this output, or a newer one",
        )
    return None


def parse_manifest(data: bytes) -> Manifest:
    """The manifest in ``data``; raises Damaged or FutureFormat. Every path in it is safe."""
    try:
        value: object = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Damaged("it is not JSON") from error
    values = _entries(value, "it is not a JSON object")
    number = values.get("format")
    if type(number) is not int:
        raise Damaged("it has no format number")
    if number > FORMAT:
        raise FutureFormat(number)
    files = _entries(values.get("files"), "it lists no files")
    checked = {path: _checked_hash(path, digest) for path, digest in files.items()}
    return Manifest(_origin(values), MappingProxyType(checked))


def _entries(value: object, problem: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise Damaged(problem)
    return cast("dict[str, object]", value)  # JSON has no other keys


def _checked_hash(path: str, digest: object) -> str:
    reason = refusal(path)
    if reason:
        raise Damaged(f"it lists the path {path!r}, which is unsafe: {reason}")
    if not isinstance(digest, str) or not _SHA256.fullmatch(digest):
        raise Damaged(f"the hash of {path!r} is not valid")
    return digest


def _origin(values: dict[str, object]) -> Origin:
    words = [values.get(name) for name in Origin.__struct_fields__]
    texts = [word for word in words if isinstance(word, str)]
    if len(texts) < len(words):
        raise Damaged("it does not record the inputs of the output")
    return Origin(*texts)
