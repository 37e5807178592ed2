"""The files of a client as one frozen value: safe relative paths and their bytes.

Part of the output phase, shared by ``generate``, ``check`` and the golden tests; never looks at
the disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from .paths import MANIFEST_NAME, PRISTINE_NAME, clash, is_hand_written, refusal


class UnsafePath(ValueError):
    """A path that cannot be written safely reached the tree: a fault of the generator."""


class FileTree(Mapping[str, bytes]):
    """An immutable mapping of POSIX paths, relative to the output folder, to contents, by path."""

    __slots__ = ("_files",)

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Take a copy of ``files``; raises UnsafePath where a path or a pair of paths is unsafe."""
        _guard(files)
        self._files = MappingProxyType(dict(sorted(files.items())))

    def with_file(self, path: str, data: bytes) -> FileTree:
        """The tree with one of the files that say what is in it: they are ours, and so safe."""
        assert path in (MANIFEST_NAME, PRISTINE_NAME)
        tree = FileTree.__new__(FileTree)
        tree._files = MappingProxyType(
            dict(sorted({**self._files, path: data}.items()))
        )
        return tree

    def __getitem__(self, path: str) -> bytes:
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __repr__(self) -> str:
        return f"<FileTree of {len(self)} files>"


def _guard(files: Mapping[str, bytes]) -> None:
    for path in files:
        reason = refusal(path)
        if reason is None and is_hand_written(path):
            reason = "'lib' folders belong to hand-written code"
        if reason:
            raise UnsafePath(f"the path {path!r} cannot be written: {reason}")
    pair = clash(files)
    if pair:
        raise UnsafePath(
            f"the paths {pair[0]!r} and {pair[1]!r} conflict with each other"
        )
