"""The files that decide what is generated, and the wait until one of them changes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from watchfiles import watch

_SUFFIXES = frozenset((".yaml", ".yml", ".json", ".md", ".txt"))
"""Of files beside the inputs: one that is missing may appear, and a configuration may be written."""
_SETTLED_MS = 50
"""Changes that follow each other faster are one: editors write a file in several steps."""
_LOOK_MS = 500
"""How often the files are looked at although no change was reported: some file systems report none,
and the first change may come before the watcher listens."""

Stamps = Mapping[Path, tuple[int, int, int]]
"""Of each file the time of its last change, its size and its number on the disk."""


class Watched(Struct, frozen=True):
    """The inputs, the files beside them, and the hand-written files in ``lib`` folders of the output.

    Whatever else is in the output is not among them, so that writing it is no change.
    """

    inputs: frozenset[Path]
    out: Path

    @classmethod
    def of(cls, inputs: Iterable[Path], out: Path) -> Watched:
        """These inputs, wherever the working folder is."""
        paths = frozenset(Path(os.path.abspath(path)) for path in inputs)
        return cls(paths, Path(os.path.abspath(out)))

    def stamps(self) -> Stamps:
        """What the files are like now."""
        found = {}
        for path in self._files():
            with suppress(OSError):  # deleted meanwhile, or a dangling link
                seen = path.stat()
                found[path] = (seen.st_mtime_ns, seen.st_size, seen.st_ino)
        return found

    def continued(self, earlier: Stamps, since: int) -> Stamps:
        """The stamps that a run of work was based on, which took place after ``earlier``.

        Files that were not watched then count as unchanged if they were last changed before
        ``since``, in nanoseconds.
        """
        folders = {*self._folders()}
        kept = {p: stamp for p, stamp in earlier.items() if p.parent in folders}
        fresh = {p: stamp for p, stamp in self.stamps().items() if stamp[0] < since}
        return fresh | kept

    def changed(self, before: Stamps) -> list[Path]:
        """The files that are different by now, or gone; waits until there is one.

        Raises:
            KeyboardInterrupt: the wait was interrupted.
        """
        folders = [folder for folder in self._folders() if os.path.isdir(folder)]
        reports = watch(
            *folders,
            watch_filter=None,
            step=_SETTLED_MS,
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
            recursive=False,
        )
        while not (different := self._different(before)):
            next(reports)
        return different

    def _different(self, before: Stamps) -> list[Path]:
        after = self.stamps()
        both = sorted(before.keys() | after.keys())
        return [path for path in both if before.get(path) != after.get(path)]

    def _files(self) -> Iterator[Path]:
        """The files that count."""
        lib = {*self._lib()}
        for folder in self._folders():
            with suppress(OSError):
                for path in folder.iterdir():
                    is_beside = path.suffix in _SUFFIXES and not self._is_output(path)
                    if path in self.inputs or folder in lib or is_beside:
                        yield path

    def _folders(self) -> list[Path]:
        """The folders that have the files; they are watched, as editors replace files."""
        return sorted({path.parent for path in self.inputs} | {*self._lib()})

    def _lib(self) -> Iterator[Path]:
        """The folders of hand-written files in the output."""
        for top in (self.out / "lib", *self.out.glob("src/*/lib")):
            for folder, _, _ in os.walk(top):
                if "__pycache__" not in folder:
                    yield Path(folder)

    def _is_output(self, path: Path) -> bool:
        return path.is_relative_to(self.out)
