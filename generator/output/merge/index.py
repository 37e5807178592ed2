"""The index of the repository that an output folder is in: it shows conflicts as git's own merges do.

Part of the output phase. A folder that is in no repository, or whose manifest was never added to it,
has no index to speak of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..paths import MANIFEST_NAME
from .git import Git, GitFailed, git_around
from .state import IndexEntry
from .three_way import Conflict

_REGULAR = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Index:
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
        lines: list[str] = []
        for conflict in conflicts:
            lines.append(self._absent(conflict.path))
            for stage, version in sorted(conflict.stages.items()):
                blob = self.git.run("hash-object", "-w", "--stdin", given=version.data)
                mode = "100755" if version.executable else "100644"
                name = blob.decode("ascii").strip()
                lines.append(f"{mode} {name} {stage}\t{self.prefix}{conflict.path}")
        self._update(lines)

    def restore(self, paths: Iterable[str], entries: Iterable[IndexEntry]) -> None:
        """Give files the entries that they had; raises GitFailed."""
        lines = [self._absent(path) for path in paths]
        lines += [f"{e.mode} {e.blob}\t{self.prefix}{e.path}" for e in entries]
        self._update(lines)

    def _listed(self, paths: Iterable[str]) -> list[tuple[str, str, str, str]]:
        """Path, mode, id and stage of each entry."""
        words = ("ls-files", "--stage", "-z", "--full-name", "--", *paths)
        found: list[tuple[str, str, str, str]] = []
        if words[-1] == "--":
            return found  # git would list all files
        for line in self.git.run(*words).decode("utf-8", "surrogateescape").split("\0"):
            head, _, path = line.partition("\t")
            if path:
                mode, blob, stage = head.split(" ")
                found.append((path.removeprefix(self.prefix), mode, blob, stage))
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
        prefix = git.run("rev-parse", "--show-prefix").decode().removesuffix("\n")
        kind = git.run("rev-parse", "--show-object-format").strip()
        git.run("ls-files", "--error-unmatch", "--", MANIFEST_NAME)
    except (GitFailed, UnicodeDecodeError):
        return None
    return Index(git, prefix, 64 if kind == b"sha256" else 40)
