"""Git, run so that neither the settings of its user nor the files of a repository decide what it does.

Part of the output phase; knows nothing of what is merged. No hook, filter, driver or monitor that a
configuration or an attribute names is run: merges happen in a repository of their own, which reads
no settings at all.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

_HARMLESS = (
    "--literal-pathspecs",
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "safe.bareRepository=explicit"),  # a folder of the output may look like one
)

_OLDEST = (2, 38)
"""The first version that merges without a working tree."""


class GitFailed(Exception):
    """Git said that something failed; the message is the last line of what it said."""


class NoGit(GitFailed):
    """There is no program called git, or one that is too old; the message says which."""


class Git(Struct, frozen=True):
    """Runs git in a folder: in the repository that the folder is in, or in a private one."""

    folder: Path
    environment: Mapping[str, str]

    def run(
        self, *words: str, given: bytes = b"", accept: Sequence[int] = (0,)
    ) -> bytes:
        """What a command prints; raises GitFailed if its exit code is not to be accepted."""
        program = shutil.which("git")
        if program is None:
            raise NoGit("none was found")
        try:
            done = subprocess.run(
                [program, *_HARMLESS, *words],
                cwd=self.folder,
                env={**self.environment},
                input=given,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise GitFailed(error.strerror or "git cannot be started") from error
        if done.returncode not in accept and self._is_old(program):
            raise NoGit("the one that was found is older")
        if done.returncode not in accept:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise GitFailed(said[-1] if said else f"git ended with {done.returncode}")
        return done.stdout

    def _is_old(self, program: str) -> bool:
        """Whether a git that failed is too old for what it was told to do."""
        words = [program, "--version"]
        try:
            done = subprocess.run(words, env={**self.environment}, capture_output=True)
        except OSError:
            return False
        found = re.search(rb"(\d+)\.(\d+)", done.stdout)
        return found is not None and (int(found[1]), int(found[2])) < _OLDEST

    def store(self, contents: Sequence[bytes]) -> list[str]:
        """Write blobs with these contents, as they are; their ids. Raises GitFailed."""
        try:
            return self._store(contents)
        except OSError as error:
            raise GitFailed(error.strerror or "there is no temporary folder") from error

    def _store(self, contents: Sequence[bytes]) -> list[str]:
        with tempfile.TemporaryDirectory(prefix="clientwright-") as folder:
            paths = [Path(folder, str(number)) for number in range(len(contents))]
            for path, data in zip(paths, contents, strict=True):
                path.write_bytes(data)
            given = "".join(f"{path}\n" for path in paths).encode()
            words = ("hash-object", "-w", "--no-filters", "--stdin-paths")
            return self.run(*words, given=given).decode("ascii").split()

    def contents(self, ids: Sequence[str]) -> dict[str, bytes]:
        """The contents of blobs, by their ids."""
        wanted = sorted({*ids})
        lines = "".join(f"{blob}\n" for blob in wanted).encode("ascii")
        data = self.run("cat-file", "--batch", given=lines)
        found: dict[str, bytes] = {}
        start = 0
        for blob in wanted:
            end = data.index(b"\n", start)
            size = int(data[start:end].split(b" ")[2])
            found[blob] = data[end + 1 : end + 1 + size]
            start = end + 1 + size + 1
        return found


def git_around(folder: Path) -> Git:
    """Git in the repository that a folder is in. Of the settings of its user it reads those that say
    which repositories are trusted."""
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
    return Git(folder, {**_bare_environment(), **quiet, "GIT_ALLOW_PROTOCOL": "none"})


def private_git(folder: Path) -> Git:
    """Git with a new repository in an empty folder, which reads no other settings than its own."""
    nothing = str(folder / "none")
    environment = {
        **_bare_environment(),
        "GIT_DIR": str(folder / "repository"),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_ATTR_NOSYSTEM": "1",
        "HOME": nothing,
        "XDG_CONFIG_HOME": nothing,
    }
    git = Git(folder, environment)
    git.run("init", "--quiet", "--bare", "--template=", "--initial-branch=none")
    return git


def _bare_environment() -> dict[str, str]:
    """The environment without what tells git which repository and settings to use, as it does in
    hooks."""
    others = {n: value for n, value in os.environ.items() if not n.startswith("GIT_")}
    return {**others, "LC_ALL": "C"}
