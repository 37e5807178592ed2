"""The current output folder, read without following symbolic links.

Part of the output phase; reads only. Anything in the way is raised as a Conflict, which
carries the complaint.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from ..diagnostics import Place, Report
from .paths import parents


class Conflict(Exception):
    """Something on the disk that the output cannot get past: code, path, message, remedy."""

    def __init__(self, code: str, path: Path, message: str, help: str) -> None:
        super().__init__(message)
        self.code = code
        self.path = path
        self.help = help

    def report(self, report: Report) -> None:
        """Add the complaint to ``report``."""
        report.error(self.code, Place(shown(self.path)), str(self), help=self.help)


def shown(path: Path) -> str:
    """A path for people: relative to the working folder where it lies inside."""
    absolute = path.absolute()
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return absolute.as_posix()


def is_there(path: Path | str) -> bool:
    """Whether anything has this path, a dangling link too; raises OSError if unknown."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    return True


class Disk:
    """Reads files below ``out``; remembers which folders it has seen to be real ones."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._folders: dict[str, bool] = {}
        self._chains: dict[str, bool] = {}

    def read(self, path: str) -> bytes | None:
        """The bytes at ``path``, None if absent; raises Conflict or OSError."""
        if not self.has_parents(path):
            return None
        file = os.path.join(self._out, path)  # a Path costs more than reading it
        try:
            mode = os.lstat(file).st_mode
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(mode):
            raise self._in_the_way(Path(file), mode, "file")
        with open(file, "rb", buffering=0) as opened:
            return opened.readall()

    def has(self, path: str) -> bool:
        """Whether anything is at ``path``, a link or a folder too; raises Conflict or OSError."""
        return self.has_parents(path) and is_there(self._out / path)

    def has_parents(self, path: str) -> bool:
        """Whether every folder on the way to ``path`` exists; raises Conflict where one is not real."""
        folder, _, _ = path.rpartition("/")
        if folder not in self._chains:
            chain = ("", *parents(path))
            self._chains[folder] = all(map(self.has_folder, chain))
        return self._chains[folder]

    def has_folder(self, folder: str) -> bool:
        """Whether a folder exists, ``""`` being the output folder itself; raises Conflict."""
        if folder not in self._folders:
            self._folders[folder] = self._look(folder)
        return self._folders[folder]

    def _look(self, folder: str) -> bool:
        path = self._out / folder
        try:
            mode = os.lstat(path).st_mode
        except FileNotFoundError:
            return False
        except NotADirectoryError as error:
            raise self._no_folder(path.parent) from error
        if not folder and not stat.S_ISDIR(mode):
            raise self._no_output(mode)
        if not stat.S_ISDIR(mode):
            raise self._in_the_way(path, mode, "folder")
        return True

    def _no_output(self, mode: int) -> Conflict:
        if stat.S_ISLNK(mode):
            return Conflict(
                "O002",
                self._out,
                "the output folder is a symbolic link, which may point anywhere",
                "use the folder that it points to with --out",
            )
        return self._no_folder(self._out)

    def _no_folder(self, path: Path) -> Conflict:
        return Conflict(
            "O001",
            path,
            "a file is in the way of a folder of the output",
            "move it, or use another folder with --out",
        )

    def _in_the_way(self, path: Path, mode: int, wanted: str) -> Conflict:
        if stat.S_ISLNK(mode):
            return Conflict(
                "O003",
                path,
                f"a symbolic link is in the way of a {wanted} of the output",
                "remove the link; files are never written through links",
            )
        kind = "folder" if stat.S_ISDIR(mode) else "file"
        kind = kind if stat.S_ISREG(mode) or stat.S_ISDIR(mode) else "device or pipe"
        return Conflict(
            "O004",
            path,
            f"a {kind} is in the way of a {wanted} of the output",
            "move it, or use another folder with --out",
        )
