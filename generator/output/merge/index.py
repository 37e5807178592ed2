"""The index of the repository that an output folder is in: it shows conflicts as git's own merges do.

Part of the output phase. A folder that is in no repository, or whose manifest was never added to it,
has no index to speak of.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from ...git import Git, GitFailed, git_around
from ..paths import MANIFEST_NAME
from .state import IndexEntry
from .three_way import Conflict

_REGULAR = ("100644", "100755")


class Index(Struct, frozen=True):
    """The index around an output folder, which has the path ``prefix`` in the repository."""

    git: Git
    prefix: str
    id_length: int

    def entries(self, paths: Iterable[str]) -> tuple[IndexEntry, ...]:
        """The entries of files that are in no conflict; raises GitFailed."""
        return tuple(
            IndexEntry(path, mode, blob)
            for path, mode, blob, stage in self._listed(paths)
            if stage == "0" and mode in _REGULAR
        )

    def unmerged(self, paths: Iterable[str]) -> set[str]:
        """The files that are in conflict; raises GitFailed."""
        return {path for path, _, _, stage in self._listed(paths) if stage != "0"}

    def mark(self, conflicts: Iterable[Conflict]) -> None:
        """Show files as being in conflict; raises GitFailed."""
        staged = [
            (conflict.path, stage, version)
            for conflict in conflicts
            for stage, version in sorted(conflict.stages.items())
        ]
        lines = [self._absent(path) for path in {path: None for path, _, _ in staged}]
        blobs = self._store([version.data for _, _, version in staged])
        for (path, stage, version), blob in zip(staged, blobs, strict=True):
            mode = "100755" if version.executable else "100644"
            lines.append(f"{mode} {blob} {stage}\t{self.prefix}{path}")
        self._update(lines)

    def restore(self, paths: Iterable[str], entries: Iterable[IndexEntry]) -> None:
        """Give files the entries that they had; raises GitFailed."""
        lines = [self._absent(path) for path in paths]
        lines += [f"{e.mode} {e.blob}\t{self.prefix}{e.path}" for e in entries]
        self._update(lines)

    def _store(self, contents: Sequence[bytes]) -> list[str]:
        """Write blobs with these contents, as they are; their ids."""
        try:
            with tempfile.TemporaryDirectory(prefix="clientwright-") as folder:
                paths = [Path(folder, str(number)) for number in range(len(contents))]
                for path, data in zip(paths, contents, strict=True):
                    path.write_bytes(data)
                given = "".join(f"{path}\n" for path in paths).encode()
                words = ("hash-object", "-w", "--no-filters", "--stdin-paths")
                return self.git.run(*words, given=given).decode("ascii").split()
        except OSError as error:
            raise GitFailed(error.strerror or "there is no temporary folder") from error

    def _listed(self, paths: Iterable[str]) -> list[tuple[str, str, str, str]]:
        """Path, mode, id and stage of each entry."""
        wanted = {*paths}  # too many for a command line, perhaps
        lines = self.git.run("ls-files", "--stage", "-z", "--full-name")
        found: list[tuple[str, str, str, str]] = []
        for line in lines.decode("utf-8", "surrogateescape").split("\0"):
            head, _, name = line.partition("\t")
            path = name.removeprefix(self.prefix)
            if path in wanted:
                mode, blob, stage = head.split(" ")
                found.append((path, mode, blob, stage))
        return found

    def _absent(self, path: str) -> str:
        return f"0 {'0' * self.id_length}\t{self.prefix}{path}"

    def _update(self, lines: list[str]) -> None:
        given = "".join(f"{line}\0" for line in lines)
        self.git.run("update-index", "-z", "--index-info", given=given.encode())


def index_of(out: Path) -> Index | None:
    """The index that has the output folder; None if there is none, or no git."""
    git = git_around(out)
    try:
        told = git.run("rev-parse", "--show-prefix", "--show-object-format").decode()
        git.run("ls-files", "--error-unmatch", "--", MANIFEST_NAME)
    except (GitFailed, UnicodeDecodeError):
        return None
    prefix, kind, _ = told.rsplit("\n", 2)
    return Index(git, prefix, 64 if kind == "sha256" else 40)
