"""The program: starting it, its errors, and reading trees and many blobs at once."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from subprocess import CompletedProcess

from msgspec import Struct


class GitFailed(Exception):
    """Git failed; the text says why. ``lines`` is what it printed about that, else its exit code, and
    empty if it was not started."""

    def __init__(self, reason: str, lines: Sequence[str] = ()) -> None:
        super().__init__(reason)
        self.lines = lines


class NoGit(GitFailed):
    """Git was not found, or is too old; the text says which."""


class Blob(Struct, frozen=True):
    """An entry of a tree: its mode as git writes it, its hash and its size in bytes."""

    mode: str
    hash: str
    size: int


class Git(Struct, frozen=True):
    """Git in a folder, with the options and the whole environment of every command. ``oldest`` is the
    first version that has the commands."""

    folder: Path
    options: Sequence[str]
    environment: Mapping[str, str]
    oldest: tuple[int, ...] = ()

    def run(
        self, *words: str, given: bytes = b"", accept: Sequence[int] = (0,)
    ) -> bytes:
        """What a command prints; raises GitFailed if its exit code is not to be accepted."""
        done = self._start(*self.options, *words, given=given)
        if done.returncode in accept:
            return done.stdout
        if self.oldest and self._is_old():
            raise NoGit("the one that was found is older")
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = lines[-1] if lines else f"git ended with {done.returncode}"
        raise GitFailed(reason, lines or [f"exit code {done.returncode}"])

    def tree(self, name: str) -> dict[bytes, Blob]:
        """The files of a commit or tree by their paths from its top, without the size of one that is
        not there; raises GitFailed."""
        found: dict[bytes, Blob] = {}
        listed = self.run("ls-tree", "-r", "-z", "-l", "--full-tree", name)
        for entry in listed.split(b"\0")[:-1]:
            about, _, path = entry.partition(b"\t")
            mode, _, hash, size = about.decode("ascii").split()
            found[path] = Blob(mode, hash, int(size) if size.isdigit() else 0)
        return found

    def contents(self, hashes: Iterable[str]) -> dict[str, bytes]:
        """The bytes of objects by their hash, without those that the repository lacks; raises
        GitFailed."""
        wanted = list(dict.fromkeys(hashes))
        given = "".join(f"{hash}\n" for hash in wanted).encode("ascii")
        answers = BytesIO(self.run("cat-file", "--batch", given=given))
        found: dict[str, bytes] = {}
        for hash in wanted:
            about = answers.readline().split()
            if len(about) == 3 and about[2].isdigit():  # hash, type and size
                found[hash] = answers.read(int(about[2]))
                answers.readline()
        return found

    def _is_old(self) -> bool:
        found = re.search(rb"(\d+)\.(\d+)", self._start("--version").stdout)
        return found is not None and (int(found[1]), int(found[2])) < self.oldest

    def _start(self, *words: str, given: bytes = b"") -> CompletedProcess[bytes]:
        program = shutil.which("git")
        if program is None:
            raise NoGit("none was found")
        try:
            return subprocess.run(
                [program, *words],
                cwd=self.folder,
                env={**self.environment},
                input=given,
                capture_output=True,
                check=False,
            )
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "git cannot be started"
            raise GitFailed(reason) from error
