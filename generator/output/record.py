"""What a manifest records of the run that wrote it, so that the next one may have nothing to do.

Part of the output phase; knows bytes and text, never the disk, nor what findings are about. The
record is the last entry of a manifest. Its seal covers the whole manifest: what a merge or an
editor changed is no record any more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict
from msgspec.structs import replace

from .manifest import hash_bytes
from .paths import MANIFEST_NAME
from .tree import FileTree

_START = b',\n  "run": {\n'
_END = b"\n  }\n}\n"
_SEAL_SIZE = 64


class Record(Struct, frozen=True):
    """What a run started from, and what it said.

    ``inputs`` and ``code`` are hashes: of the files that it read and the options that matter, and of
    the generator. ``strict`` says that its checks were the thorough ones. ``read`` are the files
    that the command line does not name. ``made`` counts what there is, for the last line of a run.
    """

    inputs: str
    code: str
    strict: bool
    read: tuple[str, ...]
    made: Mapping[str, Any]
    findings: tuple[Mapping[str, Any], ...]

    def serves(self, other: Record | None) -> bool:
        """Whether this record need not give way to that of a later run which wrote the same files.

        Another generator alone is no reason: clients of a generator under development would change
        with each of its commits.
        """
        if other is None:
            return True
        same = replace(other, code=self.code, strict=self.strict)
        return self == same and self.strict >= other.strict


def add_record(tree: FileTree, record: Record | None) -> FileTree:
    """The tree, its manifest with a record; without one if that is absent."""
    bare = without_record(tree[MANIFEST_NAME])
    manifest = bare if record is None else _sealed(bare, record)
    return tree.with_file(MANIFEST_NAME, manifest)


def without_record(manifest: bytes) -> bytes:
    """A manifest but for its record."""
    before, start, _ = manifest.rpartition(_START)
    return before + b"\n}\n" if start else manifest


def read_record(manifest: bytes) -> Record | None:
    """The record of a manifest; None if it has none, or is not what was written with it."""
    bare, start, rest = manifest.rpartition(_START)
    try:
        values = json.loads(b"{" + rest.removesuffix(_END) + b"}") if start else {}
        del values["seal"]
        values["read"] = tuple(values["read"])
        values["findings"] = tuple(values["findings"])
        record = Record(**values)
        is_whole = manifest == _sealed(bare + b"\n}\n", record)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return record if is_whole and _has_types(record) else None


def _has_types(record: Record) -> bool:
    """Whether the values are of the types that they should have: a seal proves no author."""
    return (
        isinstance(record.inputs, str)
        and isinstance(record.code, str)
        and isinstance(record.strict, bool)
        and all(isinstance(name, str) for name in record.read)
        and isinstance(record.made, dict)
        and all(isinstance(finding, dict) for finding in record.findings)
    )


def _sealed(bare: bytes, record: Record) -> bytes:
    """A manifest with a record and the seal of both."""
    head = bare.removesuffix(b"\n}\n") + _START + _lines(record)
    seal = hash_bytes(head).encode("ascii")
    return head + b',\n    "seal": "' + seal + b'"' + _END


def _lines(record: Record) -> bytes:
    """The entries of a record, a finding a line."""
    values = asdict(record).items()
    entries = [f'    "{name}": {_text(value)}' for name, value in values]
    return ",\n".join(entries).encode("ascii")


def _text(value: object) -> str:
    if not isinstance(value, tuple) or not value:
        return json.dumps(value)
    items = ",\n".join(f"      {json.dumps(item)}" for item in value)
    return f"[\n{items}\n    ]"
