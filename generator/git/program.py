"""The program: starting it, its errors, and reading many blobs at once."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from msgspec import Struct


class GitFailed(Exception):
    """Git failed; the text says why. ``code`` is None if it was not started, else its exit code, and
    ``lines`` what it printed about the failure."""

    def __init__(
        self, reason: str, code: int | None = None, lines: Sequence[str] = ()
    ) -> None:
        super().__init__(reason)
        self.code = code
        self.lines = lines


class NoGit(GitFailed):
    """There is no program called git, or one that is too old; the text says which."""


class Git(Struct, frozen=True):
    """Git in a folder, with the options and the whole environment of every command. ``oldest`` is the
    first version that has the commands."""

    folder: Path
    options: Sequence[str]
    environment: Mapping[str, str]
    oldest: tuple[int, int] | None = None

    def run(
        self, *words: str, given: bytes = b"", accept: Sequence[int] = (0,)
    ) -> bytes:
        """What a command prints; raises GitFailed if its exit code is not to be accepted."""
        done = self._start(*self.options, *words, given=given)
        if done.returncode in accept:
            return done.stdout
        if self._is_old():
            raise NoGit("the one that was found is older")
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = lines[-1] if lines else f"git ended with {done.returncode}"
        raise GitFailed(reason, done.returncode, lines)

    def blobs(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The contents of objects by their ids, without those that the repository lacks; raises
        GitFailed."""
        wanted = list(dict.fromkeys(ids))
        given = "".join(f"{id}\n" for id in wanted).encode("ascii")
        answers = BytesIO(self.run("cat-file", "--batch", given=given))
        found: dict[str, bytes] = {}
        for id in wanted:
            about = (
                answers.readline().split()
            )  # id, kind and size, or that it is missing
            if len(about) == 3 and about[2].isdigit():
                found[id] = answers.read(int(about[2]))
                answers.readline()
        return found

    def _is_old(self) -> bool:
        if self.oldest is None:
            return False
        found = re.search(rb"(\d+)\.(\d+)", self._start("--version").stdout)
        return found is not None and (int(found[1]), int(found[2])) < self.oldest

    def _start(
        self, *words: str, given: bytes = b""
    ) -> subprocess.CompletedProcess[bytes]:
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
