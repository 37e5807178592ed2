"""The commits of a history, and which of them are the former generator's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import islice

from msgspec import Struct

from .repository import Repository, records

_ACCOUNTS = frozenset(
    (
        "stainless-app",
        "stainless-app[bot]",
        "stainless-bot",
        "stainless bot",
        "stainless-sdks[bot]",
        "stainless-sdks-internal[bot]",
    )
)
"""The names of the hosted generator's accounts, in lower case, as authors in the public repositories
of a dozen of its clients, 2023 to 2026."""

_OWN_MESSAGES = re.compile(
    r"codegen metadata\b"
    r"|(chore: )?release:? v?\d+\.\d+\.\d+"
    r"|chore\(internal\): version bump\b"
    r"|Merge pull request #\d+ from \S+/(release-please--|stainless/)"
    r"|Merge branch '(next|generated)'"
)
"""How the messages of its releases and bookkeeping begin, also where a person merged them."""

_BRANCH = re.compile(r"refs/(heads|remotes/.+)/generated")
"""The branch on which the hosted generator kept its output without custom code."""

_MOVED = re.compile(r"R\d+")
_TRIED = 20
"""So many commits of it are tried: those at its beginning have no client."""


class Commit(Struct, frozen=True):
    """A commit: when it was made (seconds since 1970), who wrote it, and the first line of its message."""

    hash: str
    time: int
    author: str
    subject: str

    @property
    def by_generator(self) -> bool:
        """Whether the former generator made it."""
        return self.author.lower() in _ACCOUNTS or bool(
            _OWN_MESSAGES.match(self.subject)
        )

    @property
    def date(self) -> str:
        """Its day, in UTC."""
        return (
            datetime.fromtimestamp(max(0, min(self.time, 2**35)), UTC)
            .date()
            .isoformat()
        )


def read_commits(
    repository: Repository, start: str, *options: str
) -> dict[str, Commit]:
    """The commits that lead to one, newest first, by their hash.

    Raises:
        NoHistory: they cannot be read.
    """
    format = "--format=%H%x1f%ct%x1f%an%x1f%s"
    found: dict[str, Commit] = {}
    for entry in records(repository.run("log", "-z", format, *options, start)):
        hash, time, author, subject = entry.replace("\n", " ").split("\x1f", 3)
        found[hash] = Commit(hash, int(time), author, subject)
    return found


def touched_by_others(
    repository: Repository, commits: Mapping[str, Commit]
) -> frozenset[str]:
    """The files, by the names that they have today, that commits of others than the generator changed
    in a complete history; a merge only where it differs from all its parents.

    Raises:
        NoHistory: they cannot be read.
    """
    words = ("log", "-z", "-c", "-M", "--no-ext-diff", "--no-textconv")
    output = repository.run(*words, "--name-status", "--format=%H", repository.head)
    today: dict[str, str] = {}
    found: set[str] = set()
    is_others = False
    entries = iter(part.lstrip("\n") for part in records(output))
    for entry in entries:
        if entry in commits:
            is_others = not commits[entry].by_generator
            continue
        path = next(entries, "")
        if _MOVED.fullmatch(entry):
            before, path = path, next(entries, "")
            today.setdefault(before, today.get(path, path))
        if is_others:
            found.add(today.get(path, path))
    return frozenset(found)


def pristine_commit(
    repository: Repository, commits: Mapping[str, Commit], client: str
) -> tuple[str, Commit] | None:
    """The commit of the generator's own branch that the checked-out one was made from, with the name of
    the branch: the newest that is not newer than the generator's last commit here, and has the file
    ``client``. None without one.

    Raises:
        NoHistory: the branch cannot be read.
    """
    names = sorted(
        (name for name in repository.refs if _BRANCH.fullmatch(name)),
        key=lambda name: (not name.startswith("refs/remotes/origin/"), name),
    )
    last = next((c.time for c in commits.values() if c.by_generator), -1)
    for name in names:
        branch = read_commits(repository, repository.refs[name], "--first-parent")
        made = (c for c in branch.values() if c.by_generator and c.time <= last)
        for commit in islice(made, _TRIED):
            if client in repository.tree(commit.hash):
                return name.split("/", 2)[2], commit
    return None
