"""Finds a revision and reads the files of its tree, in any clone, shallow ones included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from ..diagnostics import Place, Report, printable
from ..git import Blob, GitFailed, git_of_user

_FILES = frozenset(("100644", "100755"))
"""The modes of ordinary files; symbolic links and submodules have others."""
_MOST_FILES = 500_000
_MOST_BYTES = 256 * 1024 * 1024
"""So much is read of one revision at once."""
_LONGEST_NAME = 500


class UnreadableRevision(ValueError):
    """A tree that cannot be read; the text says why."""


class Revision(Struct, frozen=True, dict=True):
    """The tree of a commit. ``name`` is how a person called it, ``prefix`` the folder of the working
    directory in the repository, which is empty or ends in a slash."""

    name: str
    commit: str
    prefix: str
    folder: Path = field(default_factory=Path)

    @cached_property
    def _entries(self) -> Mapping[str, Blob]:
        """The ordinary files, by their paths from the top of the repository."""
        try:
            tree = git_of_user(self.folder).tree(self.commit)
        except GitFailed as error:
            raise UnreadableRevision("git cannot list its files") from error
        decoded = ((path.decode("utf-8", "replace"), b) for path, b in tree.items())
        found = {p: b for p, b in decoded if b.mode in _FILES and _is_plain(p)}
        if len(found) > _MOST_FILES:
            raise UnreadableRevision(f"it has more than {_MOST_FILES:,} files")
        return found

    def sizes(self, folder: str = "") -> Mapping[str, int]:
        """The sizes of the files below a folder, by their paths from the top of the repository.

        Raises:
            UnreadableRevision: the tree cannot be read.
        """
        start = f"{folder}/" if folder else ""
        return {p: b.size for p, b in self._entries.items() if p.startswith(start)}

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        """The contents of some of the files.

        Raises:
            UnreadableRevision: they are too large, or one is missing, as in a partial clone.
        """
        wanted = {path: self._entries[path] for path in paths}
        if not wanted:
            return {}
        if sum(blob.size for blob in wanted.values()) > _MOST_BYTES:
            raise UnreadableRevision(
                f"what is to be read of it is larger than {_MOST_BYTES // 2**20} MB"
            )
        hashes = [blob.hash for blob in wanted.values()]
        try:
            found = git_of_user(self.folder).contents(hashes)
        except GitFailed as error:
            raise UnreadableRevision("git cannot read its files") from error
        for path, blob in wanted.items():
            if blob.hash not in found:
                raise UnreadableRevision(
                    f"this clone does not have the content of '{path}': run 'git fetch --refetch'"
                )
        return {path: found[blob.hash] for path, blob in wanted.items()}

    def path(self, written: str) -> str:
        """A path as git reads it after the colon, from the top of the repository: one that starts with
        a dot is relative to the working directory.

        Raises:
            UnreadableRevision: it leads out of the repository.
        """
        parts: list[str] = []
        is_relative = written.split("/")[0] in (".", "..")
        for part in f"{self.prefix if is_relative else ''}{written}".split("/"):
            if part == ".." and not parts:
                raise UnreadableRevision(f"'{written}' leads out of the repository")
            if part == "..":
                parts.pop()
            elif part not in ("", "."):
                parts.append(part)
        return "/".join(parts)


def is_in_repository(folder: Path | None = None) -> bool:
    """Whether a folder, else the working directory, belongs to a git repository."""
    return run_git(folder or Path(), "rev-parse", "--git-dir") is not None


def find_revision(
    name: str, report: Report | None, folder: Path | None = None
) -> Revision | None:
    """The revision of a name (a tag, a branch, a commit, ``HEAD~1``) in the repository of a folder,
    else of the working directory; None, after reporting why if there is a report."""
    place = folder or Path()
    if name and len(name) <= _LONGEST_NAME and "\0" not in name:
        found = run_git(
            place,
            *("rev-parse", "--verify", "--quiet", "--end-of-options"),
            f"{name}^{{commit}}",
        )
        commit = (found or b"").decode("ascii", "replace").strip()
        if commit and commit.isalnum():
            prefix = run_git(place, "rev-parse", "--show-prefix") or b""
            text = prefix.decode("utf-8", "replace").removesuffix("\n")
            return Revision(name, commit, text, place)
    if report is not None:
        _not_found(name, place, report)
    return None


def _not_found(name: str, folder: Path, report: Report) -> None:
    shallow = run_git(folder, "rev-parse", "--is-shallow-repository")
    if shallow is None:
        message = "no revision can be read here: this folder is in no git repository, or git is not installed"
        help = "run the command in a clone of the repository"
    elif shallow.strip() == b"true":
        message = f"the revision '{printable(name)}' is not in this shallow clone"
        help = "fetch it: 'git fetch --unshallow --tags', or for a tag alone 'git fetch --depth 1 origin tag NAME'"
    else:
        message = f"the revision '{printable(name)}' is not in this repository"
        help = "name a tag, a branch or a commit; 'git fetch --tags' gets those of the server"
    report.error("P010", Place(name[:_LONGEST_NAME]), message, help=help)


def _is_plain(path: str) -> bool:
    """Whether a path stays below the folder that it is relative to, on any system."""
    parts = PurePosixPath(path).parts
    is_inside = not path.startswith("/") and ".." not in parts and bool(parts)
    return is_inside and not {*"\\:\0"} & {*path} and "\ufffd" not in path


def run_git(folder: Path, *words: str) -> bytes | None:
    """What git prints; None if it fails or is not installed."""
    try:
        return git_of_user(folder).run(*words)
    except GitFailed:
        return None
