"""Reads the objects of an untrusted git repository without its configuration.

Of the checkout, git is given the folder of objects alone. The references are read here, so it is given
hashes, and no names.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..git import Blob, GitFailed, NoGit, git_of_objects

_HASH = re.compile(r"[0-9a-f]{40}")
_MOST_BYTES = 16 * 1024 * 1024
"""Of a file with references."""
_FURTHEST = 5
"""So many symbolic references are followed."""


class NoHistory(Exception):
    """A history cannot be read; the message says why."""


class Repository:
    """A repository: where its objects are, the commit that is checked out, and its references."""

    def __init__(self, objects: Path, refs: Mapping[str, str], shallow: Path | None):
        self._git = git_of_objects(objects, shallow)
        self._shallow = shallow
        self.refs = refs
        self.head = refs["HEAD"]

    @property
    def is_shallow(self) -> bool:
        """Whether its history is cut off."""
        return self._shallow is not None

    def run(self, *words: str) -> bytes:
        """What a git command prints.

        Raises:
            NoHistory: git is not installed, or an object is missing or damaged.
        """
        with _reading():
            return self._git.run(*words)

    def tree(self, commit: str) -> dict[str, Blob]:
        """The files of a commit by their path."""
        with _reading():
            tree = self._git.tree(_checked(commit))
        return {path.decode("utf-8", "surrogateescape"): b for path, b in tree.items()}

    def contents(self, hashes: Sequence[str]) -> dict[str, bytes]:
        """The bytes of blobs by their hash."""
        wanted = list(dict.fromkeys(map(_checked, hashes)))
        with _reading():
            found = self._git.contents(wanted)
        missing = next((hash for hash in wanted if hash not in found), None)
        if missing is not None:
            raise NoHistory(f"the object {missing} is missing")
        return found


def open_repository(folder: Path) -> Repository:
    """The repository of a checkout, or a bare one.

    Raises:
        NoHistory: there is none, or it is of a kind that is not read.
    """
    own = _git_folder(folder)
    try:
        shared = _named_folder(own / "commondir", own) or own
        refs = _references(own, shared)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise NoHistory(f"its references cannot be read: {error}") from error
    if "HEAD" not in refs:
        raise NoHistory("no commit is checked out, or its references have another form")
    objects, shallow = shared / "objects", shared / "shallow"
    if not objects.is_dir():
        raise NoHistory("it has no objects")
    return Repository(
        objects.resolve(), refs, shallow.resolve() if _is_file(shallow) else None
    )


def records(data: bytes) -> Iterator[str]:
    """The parts of an output that end with NUL; bytes that are not UTF-8 become surrogates."""
    for part in data.split(b"\0"):
        if part:
            yield part.decode("utf-8", "surrogateescape")


@contextmanager
def _reading() -> Iterator[None]:
    """Raises the failures of git as NoHistory."""
    try:
        yield
    except NoGit as error:
        raise NoHistory("git is not installed") from error
    except GitFailed as error:
        if error.lines:
            raise NoHistory(f"git says '{error.lines[0]}'") from error
        raise NoHistory(f"git cannot be run: {error.__cause__}") from error


def _checked(hash: str) -> str:
    """A hash, the one kind of name for objects that git is given."""
    if not _HASH.fullmatch(hash):
        raise NoHistory(f"{hash!r} is not the SHA-1 of an object")
    return hash


def _git_folder(folder: Path) -> Path:
    own = folder / ".git"
    if own.is_dir() and not own.is_symlink():
        return own
    if _is_file(own):
        linked = _named_folder(own, folder, key="gitdir: ")
        if linked is not None:
            return linked
    if _is_file(folder / "HEAD") and (folder / "objects").is_dir():
        return folder
    raise NoHistory("it is not a git repository")


def _named_folder(file: Path, base: Path, *, key: str = "") -> Path | None:
    """The folder that a file of a linked worktree names."""
    if not _is_file(file):
        return None
    text = _text(file).strip()
    found = base / text.removeprefix(key)
    return found if text.startswith(key) and found.is_dir() else None


def _references(own: Path, shared: Path) -> dict[str, str]:
    """The hashes of branches by their full names, and of HEAD."""
    symbolic: dict[str, str] = {}
    packed = shared / "packed-refs"
    if _is_file(packed):
        for line in _text(packed).splitlines():
            hash, _, name = line.partition(" ")
            symbolic[name] = hash
    for home in ("refs/heads", "refs/remotes"):
        for folder, _, names in os.walk(shared / home):
            for name in names:
                path = Path(folder, name)
                if _is_file(path):
                    symbolic[path.relative_to(shared).as_posix()] = _text(path).strip()
    symbolic["HEAD"] = _text(own / "HEAD").strip() if _is_file(own / "HEAD") else ""
    found: dict[str, str] = {}
    for name, text in symbolic.items():
        for _ in range(_FURTHEST):
            text = symbolic.get(text.removeprefix("ref: "), text)
        if _HASH.fullmatch(text):
            found[name] = text
    return found


def _is_file(path: Path) -> bool:
    """Whether a path is a regular file and no link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def _text(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise ValueError(f"'{path.name}' is too large")
    return data.decode("utf-8", "surrogateescape")
