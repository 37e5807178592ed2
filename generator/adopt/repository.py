"""Reads the objects of an untrusted git repository without its configuration.

Git is run on an empty repository of ours (``no_repository``), and only the folder of objects is that of
the checkout: no key, hook, filter, attribute, alias, replacement or remote of it has an effect. The
references are read here, so git is given hashes alone.
"""

from __future__ import annotations

import os
import re
import stat
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

_EMPTY = Path(__file__).with_name("no_repository")
_HASH = re.compile(r"[0-9a-f]{40}")
_MOST_BYTES = 16 * 1024 * 1024
"""Of a file with references."""
_FURTHEST = 5
"""So many symbolic references are followed."""
_OWN = "GIT_"
_ENVIRONMENT = {
    "GIT_DIR": str(_EMPTY),
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SETTINGS = (
    "--no-pager",
    "-c",
    "core.fsmonitor=",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    f"core.attributesFile={os.devnull}",
    "-c",
    "core.quotePath=false",
)
"""What the empty configuration gives too; no program is ever named by a repository."""


class NoHistory(Exception):
    """A history cannot be read; the message says why."""


class Blob(Struct, frozen=True):
    """An entry of a tree: its mode as git writes it, its hash and its size in bytes."""

    mode: str
    hash: str
    size: int


class Repository:
    """A repository: where its objects are, the commit that is checked out, and its references."""

    def __init__(self, objects: Path, refs: Mapping[str, str], shallow: Path | None):
        self._objects = objects
        self._shallow = shallow
        self.refs = refs
        self.head = refs["HEAD"]

    @property
    def is_shallow(self) -> bool:
        """Whether its history is cut off."""
        return self._shallow is not None

    def run(self, *words: str, given: bytes = b"") -> bytes:
        """What a git command prints.

        Raises:
            NoHistory: git is not installed, or an object is missing or damaged.
        """
        environment = {k: v for k, v in os.environ.items() if not k.startswith(_OWN)}
        environment |= _ENVIRONMENT | {"GIT_OBJECT_DIRECTORY": str(self._objects)}
        if self._shallow is not None:
            environment["GIT_SHALLOW_FILE"] = str(self._shallow)
        try:
            done = subprocess.run(
                ["git", *_SETTINGS, *words],
                cwd=_EMPTY,
                env=environment,
                input=given,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError as error:
            raise NoHistory("git is not installed") from error
        except (OSError, ValueError) as error:
            raise NoHistory(f"git cannot be run: {error}") from error
        if done.returncode:
            lines = done.stderr.decode("utf-8", "replace").splitlines()
            reason = lines[0] if lines else f"exit code {done.returncode}"
            raise NoHistory(f"git says '{reason}'")
        return done.stdout

    def tree(self, commit: str) -> dict[str, Blob]:
        """The files of a commit by their path."""
        found: dict[str, Blob] = {}
        for entry in records(self.run("ls-tree", "-r", "-z", "-l", _checked(commit))):
            facts, _, path = entry.partition("\t")
            mode, _, hash, size = facts.split()
            found[path] = Blob(mode, hash, int(size) if size.isdigit() else 0)
        return found

    def contents(self, hashes: Sequence[str]) -> dict[str, bytes]:
        """The bytes of blobs by their hash."""
        wanted = list(dict.fromkeys(map(_checked, hashes)))
        data = self.run("cat-file", "--batch", given="\n".join([*wanted, ""]).encode())
        found: dict[str, bytes] = {}
        start = 0
        for hash in wanted:
            end = data.index(b"\n", start)
            words = data[start:end].split()
            if len(words) != 3:
                raise NoHistory(f"the object {hash} is missing")
            size = int(words[2])
            found[hash] = data[end + 1 : end + 1 + size]
            start = end + size + 2
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
