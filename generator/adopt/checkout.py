"""The files of an existing client's checkout: those of the commit that is checked out, or of a folder
without history.

Symbolic links are entries of their own and never followed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from ..diagnostics import Place, Report
from ..published import Sources
from .repository import NoHistory, Repository, open_repository

MOST_BYTES = 512 * 1024 * 1024
"""So much is read of one checkout."""
_EXECUTABLE, _LINK, _MODULE = "100755", "120000", "160000"
_PASSED_OVER = frozenset(
    (
        ".git",
        ".venv",
        "venv",
        "__pycache__",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        ".nox",
        "dist",
    )
)
"""Folders that hold nothing of a project itself."""
_CLIENT = "_client.py"


class File(Struct, frozen=True):
    """A file with its bytes and, if there is one, its hash in git; ``kind`` says what an entry is that
    is not an ordinary file, such as a link. Its owner may run one that ``is_executable``.
    """

    data: bytes
    hash: str = ""
    kind: str = "file"
    is_executable: bool = False


class Checkout(Struct, frozen=True):
    """A former client: its files by path, and where its package is (``src/acme``). ``repository`` is
    None without history, and ``reason`` says why."""

    folder: Path
    files: Mapping[str, File]
    package: str
    repository: Repository | None
    reason: str

    @property
    def name(self) -> str:
        """The name that programs import the package by."""
        return self.package.rpartition("/")[2]

    @property
    def sources(self) -> Sources:
        """The modules of its package."""
        return Sources(
            self.name,
            (self.folder / self.package).as_posix(),
            modules_of(self.package, {p: f.data for p, f in self.files.items()}),
            {},
        )


def read_checkout(folder: Path, report: Report) -> Checkout | None:
    """The client in a folder; None if the report says why there is none."""
    place = Place(folder.as_posix())
    repository, reason = None, ""
    if not folder.is_dir():
        report.error(
            "P001",
            place,
            "this is not a folder" if folder.exists() else "no such folder",
            help="name a clone of the client's repository, or an unpacked sdist",
        )
        return None
    try:
        try:
            repository = open_repository(folder)
            files = _committed(repository)
        except NoHistory as error:
            repository, reason = None, str(error)
            files = dict(_found(folder))
    except (OSError, ValueError) as error:
        report.error("P001", place, f"this checkout cannot be read: {error}")
        return None
    packages = [
        path.removesuffix(f"/{_CLIENT}")
        for path in sorted(files)
        if path.endswith(f"/{_CLIENT}")
        and path.count("/") - path.startswith("src/") == 1
    ]
    packages = [
        p for p in packages if any(f.startswith(f"{p}/resources/") for f in files)
    ]
    if len(packages) != 1 or f"{packages[0]}/_core/__init__.py" in files:
        report.error(
            "P001",
            place,
            (
                f"it holds several packages: {', '.join(packages)}"
                if len(packages) > 1
                else "this is not the checkout of a client that Stainless made"
            ),
            help="name the folder that holds its pyproject.toml and src",
        )
        return None
    if repository is not None and (folder / ".git").exists():
        _report_uncommitted(folder, files, report)
    return Checkout(folder, files, packages[0], repository, reason)


def modules_of(package: str, files: Mapping[str, bytes]) -> dict[str, str]:
    """The text of the Python modules of a package, by their path in it."""
    found: dict[str, str] = {}
    for path, data in files.items():
        if path.startswith(f"{package}/") and path.endswith(".py"):
            try:
                text = data.decode("utf-8-sig")
            except UnicodeDecodeError:
                text = "\0"  # no module, and reported as one
            found[path.removeprefix(f"{package}/")] = text
    return found


def _committed(repository: Repository) -> dict[str, File]:
    tree = repository.tree(repository.head)
    kinds = {_LINK: "symbolic link", _MODULE: "submodule"}
    blobs = {path: blob for path, blob in tree.items() if blob.mode not in kinds}
    if sum(blob.size for blob in blobs.values()) > MOST_BYTES:
        raise ValueError(f"it holds more than {MOST_BYTES // 2**20} MB")
    data = repository.contents([blob.hash for blob in blobs.values()])
    return {
        path: (
            File(data[blob.hash], blob.hash, is_executable=blob.mode == _EXECUTABLE)
            if path in blobs
            else File(b"", kind=kinds[blob.mode])
        )
        for path, blob in tree.items()
    }


def _found(folder: Path) -> Iterator[tuple[str, File]]:
    """The files in a folder, links not followed."""
    left = MOST_BYTES
    for home, folders, names in os.walk(folder):
        linked = [n for n in folders if os.path.islink(os.path.join(home, n))]
        folders[:] = sorted(
            n
            for n in folders
            if n not in _PASSED_OVER and n not in linked and not n.endswith(".egg-info")
        )
        for name in sorted([*names, *linked]):
            path = Path(home, name)
            relative = path.relative_to(folder).as_posix()
            facts = path.lstat()
            if stat.S_ISLNK(facts.st_mode):
                yield relative, File(b"", kind="symbolic link")
            elif stat.S_ISREG(facts.st_mode):
                left -= facts.st_size
                if left < 0:
                    raise ValueError(f"it holds more than {MOST_BYTES // 2**20} MB")
                is_executable = bool(facts.st_mode & stat.S_IXUSR)
                yield relative, File(path.read_bytes(), is_executable=is_executable)


def _report_uncommitted(
    folder: Path, files: Mapping[str, File], report: Report
) -> None:
    """Say that committed files differ on the disk, line ends apart."""
    differing = [
        path
        for path, file in files.items()
        if file.kind == "file" and _differs(folder / path, file.data)
    ]
    if differing:
        shown = ", ".join(differing[:3]) + (" and more" if len(differing) > 3 else "")
        report.warning(
            "A004",
            Place(folder.as_posix()),
            f"{len(differing)} files differ from the commit that is checked out: {shown}",
            help="commit the changes first; only what is committed is looked at",
        )


def _differs(path: Path, data: bytes) -> bool:
    try:
        facts = path.lstat()
        if not stat.S_ISREG(facts.st_mode):
            return True
        if facts.st_size > 2 * len(data) + 1024:
            return True
        found = path.read_bytes()
    except (OSError, ValueError):
        return True
    return found != data and found.replace(b"\r\n", b"\n") != data.replace(
        b"\r\n", b"\n"
    )
