"""The identity of the generator: what else decides what is made of the same files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ..output import hash_bytes, hash_values
from ..version import version

LIBRARIES = ("black", "markdown-it-py", "mdformat", "pygments")
"""What prints parts of the output, each pinned to one version. A version of anything else changes
findings at most."""

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def code_hash() -> str:
    """The SHA-256 of everything that the generator consists of."""
    from importlib import metadata  # 20 ms, which no other command need spend

    return hash_values(
        {
            "version": version(),
            "libraries": {name: metadata.version(name) for name in LIBRARIES},
            "files": {name: hash_bytes(data) for name, data in _files()},
        }
    )


def _files() -> Iterator[tuple[str, bytes]]:
    """The files of the package and its templates, under the same names wherever it is installed."""
    yield from _below(_PACKAGE, "")
    if not (_PACKAGE / "templates").is_dir():
        yield from _below(_PACKAGE.parent / "templates", "templates/")


def _below(folder: Path, prefix: str) -> Iterator[tuple[str, bytes]]:
    for here, folders, names in os.walk(folder):
        if "__pycache__" in folders:
            folders.remove("__pycache__")
        for name in names:
            path = os.path.join(here, name)
            if not os.path.isfile(path):
                continue  # such as the link with which an editor locks a file
            with open(path, "rb", buffering=0) as file:
                relative = os.path.relpath(path, folder).replace(os.sep, "/")
                yield prefix + relative, file.readall()
