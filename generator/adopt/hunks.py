"""The changed lines in files of the former generator, and the commits that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from .checkout import File
from .former import has_header, is_version_line
from .history import Commit
from .repository import Repository

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_LINE = re.compile(rb"([0-9a-f]{40}) \d+ (\d+)")


class Hunk(Struct, frozen=True):
    """Lines of a file, from ``line`` on, that the generator did not write, with the commits that they
    come from, the owner's first. ``removed`` counts the lines that were there instead; it is None if
    that is not known. ``is_file`` tells that they are most of the file, which stands for itself.
    """

    path: str
    line: int
    lines: tuple[str, ...]
    removed: int | None
    commits: tuple[Commit, ...]
    is_file: bool = False

    @property
    def by_account(self) -> bool:
        """Whether the generator's account committed the lines, though the generator did not write
        them: merges and custom code that it carried along."""
        return bool(self.commits) and all(c.by_generator for c in self.commits)


def compared(
    repository: Repository,
    commits: Mapping[str, Commit],
    path: str,
    *,
    before: str,
    now: File,
) -> list[Hunk]:
    """The hunks between the blob that the generator wrote and the file as it is; without ``commits``
    their authors are not known.

    Raises:
        NoHistory: an object is missing.
    """
    words = ("--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--text")
    output = repository.run("diff", *words, "--ignore-cr-at-eol", before, now.hash)
    lines = now.data.splitlines()
    found: list[tuple[int, list[bytes], int]] = []
    at = 0
    parts = output.splitlines()
    while at < len(parts):
        header = _HUNK.match(parts[at])
        at += 1
        if header is None:
            continue
        gone, count = (int(n) if n is not None else 1 for n in header.group(1, 3))
        old = [line[1:] for line in parts[at : at + gone]]
        start = int(header[2])
        new = lines[start - 1 : start - 1 + count] if count else []
        if not _says_nothing(new, old):
            found.append((start, new, gone))
        at += gone + count
    spans = [(start, start + len(new) - 1) for start, new, _ in found if new]
    blamed = _blamed(repository, commits, path, spans) if spans and commits else {}
    return [
        Hunk(
            path,
            start,
            _texts(new),
            gone,
            _from(blamed.get(n) for n in range(start, start + len(new))),
        )
        for start, new, gone in found
    ]


def by_others(
    repository: Repository, commits: Mapping[str, Commit], path: str, now: File
) -> list[Hunk]:
    """The lines that commits of others than the generator brought; if they are most of the file, the file
    as one hunk.

    Raises:
        NoHistory: an object is missing.
    """
    blamed = _blamed(repository, commits, path, ())
    lines = now.data.splitlines()
    found: list[Hunk] = []
    run: list[int] = []
    for number in range(1, len(lines) + 2):
        commit = blamed.get(number)
        if commit is not None and not commit.by_generator:
            run.append(number)
        elif run:
            new = [lines[n - 1] for n in run if n <= len(lines)]
            if not _says_nothing(new, ()):
                origin = _from(blamed.get(n) for n in run)
                found.append(Hunk(path, run[0], _texts(new), None, origin))
            run = []
    if 2 * sum(len(hunk.lines) for hunk in found) > len(lines):
        origin = _from(commit for hunk in found for commit in hunk.commits)
        return [Hunk(path, 1, _texts(lines), None, origin, is_file=True)]
    return found


def _blamed(
    repository: Repository,
    commits: Mapping[str, Commit],
    path: str,
    spans: Sequence[tuple[int, int]],
) -> dict[int, Commit]:
    """The commit of each line, white space not counted."""
    ranges = [f"-L{first},{last}" for first, last in spans]
    output = repository.run(
        "blame", "--porcelain", "-w", *ranges, repository.head, "--", path
    )
    found: dict[int, Commit] = {}
    for line in output.split(b"\n"):
        match = _LINE.match(line)
        commit = commits.get(match[1].decode()) if match else None
        if match is not None and commit is not None:
            found[int(match[2])] = commit
    return found


def _from(commits: Iterable[Commit | None]) -> tuple[Commit, ...]:
    """The commits of some lines, the owner's first, then the newest."""
    found = dict.fromkeys(c for c in commits if c is not None)
    return tuple(sorted(found, key=lambda c: (c.by_generator, -c.time, c.hash)))


def _says_nothing(new: Sequence[bytes], old: Sequence[bytes]) -> bool:
    """Whether lines differ in white space alone, or are those of a release or the generator's mark."""
    if new and all(has_header(line) or is_version_line(line) for line in new):
        return True
    return not any(line.strip() for line in (*new, *old))


def _texts(lines: Sequence[bytes]) -> tuple[str, ...]:
    return tuple(line.decode("utf-8", "replace") for line in lines)
