"""Finds the files of a package: in a checkout, a wheel, an sdist, or where it is installed.

Archives are read in memory; nothing is unpacked, installed or run.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from ..diagnostics import Place, Report
from ..surface_file import SURFACE_NAME

MOST_BYTES = 256 * 1024 * 1024
"""So much is read of one package."""

_DOCUMENTS = frozenset(
    "api.md README.md LICENSE pyproject.toml uv.lock METADATA PKG-INFO".split()
)
MOST_RECORD_BYTES = 32 * 1024 * 1024

_CLIENT = "_client.py"
_HOMES = "", "src/"
"""Where a project keeps its packages."""

Read = Callable[[Iterable[str]], Iterable[tuple[str, bytes]]]
"""The contents of files, each with its path."""


class Recorded(Struct, frozen=True):
    """The recorded surface of a project: what findings call its file, and the text; None if that is
    too large to be read."""

    path: str
    text: str | None


class Sources(Struct, frozen=True):
    """The text of a package: its modules by their path in it, and the documents around it.

    ``root`` is what findings call its folder, ``recorded`` the surface that is recorded beside it.
    """

    name: str
    root: str
    files: Mapping[str, str]
    documents: Mapping[str, str]
    recorded: Recorded | None = None


def find_package(wanted: str, report: Report) -> Sources | None:
    """The sources of a path or of an installed package; None after reporting why there are none."""
    path = Path(wanted)
    try:
        if path.is_dir():
            found = _in_folder(path)
        elif path.is_file():
            found = _in_archive(path)
        else:
            found = _installed(wanted)
    except (
        OSError,
        zipfile.BadZipFile,
        tarfile.TarError,
        EOFError,
        ValueError,
        RuntimeError,  # an encrypted file, or (NotImplementedError) an unknown compression
        zlib.error,
    ) as error:
        reason = str(error).partition("\n")[0] or type(error).__name__
        report.error(
            "P001",
            Place(wanted),
            f"this package cannot be read: {reason}",
            help="name a folder, a wheel (.whl), an sdist (.tar.gz), or an installed package",
        )
        return None
    if found is None:
        report.error(
            "P001",
            Place(wanted),
            (
                f"there is no client package here: nothing that holds '{_CLIENT}' and 'resources'"
                if path.exists()
                else "no such file or folder, and no client package of this name is installed"
            ),
            help="name the checkout or the package folder of a client, a wheel (.whl), an sdist "
            "(.tar.gz), or a package that is installed in the active environment",
        )
    return found


def _in_folder(folder: Path) -> Sources | None:
    """The package in a checkout, in a folder of packages, or the folder itself."""
    packages = [folder] if _is_package(folder) else []
    for home in _HOMES:
        inside = sorted((folder / home).iterdir()) if (folder / home).is_dir() else []
        packages += [child for child in inside if _is_package(child)]
    if len(packages) > 1:
        names = ", ".join(package.as_posix() for package in packages)
        raise ValueError(f"it holds several packages, name one of them: {names}")
    if not packages:
        return None
    package = packages[0]
    files = _Budget()
    for path in sorted(package.rglob("*")):
        if path.is_file() and _is_wanted(path.relative_to(package)):
            files.add(
                path.relative_to(package).as_posix(),
                path.stat().st_size,
                path.read_bytes,
            )
    documents = _Budget()
    for path in (*_metadata(package), *sorted(folder.iterdir())):
        if path.name in _DOCUMENTS and path.is_file():
            documents.add(path.name, path.stat().st_size, path.read_bytes)
    root, record = package.as_posix(), folder / SURFACE_NAME
    recorded = None
    if record.is_file():
        is_small = record.stat().st_size <= MOST_RECORD_BYTES
        recorded = Recorded(
            record.as_posix(),
            record.read_text("utf-8", "replace") if is_small else None,
        )
    name = package.resolve().name
    return Sources(name, root, files.texts, documents.texts, recorded)


def _is_package(folder: Path) -> bool:
    return (folder / _CLIENT).is_file() and (folder / "resources").is_dir()


def _is_wanted(path: Path | PurePosixPath) -> bool:
    return path.suffix == ".py" or path.name == "api.md"


def _metadata(package: Path) -> Iterator[Path]:
    """The metadata of an installed package, which is in a folder beside it."""
    for distribution in distributions(path=[str(package.parent)]):
        files = distribution.files or ()
        if any(file.parts[:2] == (package.name, _CLIENT) for file in files):
            for file in files:
                if file.name in ("METADATA", "LICENSE"):
                    yield Path(str(file.locate()))


def _installed(name: str) -> Sources | None:
    """A package by the name that programs import or that it is installed by."""
    homes = _site_folders()
    for home in homes:
        if name.isidentifier() and _is_package(home / name):
            return _in_folder(home / name)
    for home in homes:
        for distribution in distributions(path=[str(home)], name=name):
            folder = _folder_of(distribution)
            if folder is not None:
                return _in_folder(folder)
    return None


def _site_folders() -> list[Path]:
    """Where packages are installed: in the active environment, in that of this folder, and here."""
    environments = [Path(p) for p in (os.environ.get("VIRTUAL_ENV"), ".venv") if p]
    found = [
        p for e in environments for p in sorted(e.glob("lib/python3*/site-packages"))
    ]
    found += [e / "Lib" / "site-packages" for e in environments]
    return [p for p in (*found, *map(Path, sys.path)) if p.is_dir()]


def _folder_of(distribution: Distribution) -> Path | None:
    for file in distribution.files or ():
        if len(file.parts) == 2 and file.name == _CLIENT:
            return Path(str(file.locate())).parent
    link = json.loads(distribution.read_text("direct_url.json") or "{}")
    url = urlsplit(str(link.get("url", "")) if isinstance(link, dict) else "")
    return Path(unquote(url.path)) if url.scheme == "file" else None


def _in_archive(path: Path) -> Sources | None:
    """The package in a wheel or an sdist."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as wheel:
            infos = [i for i in wheel.infolist() if not i.is_dir()]
            sizes = {i.filename: i.file_size for i in infos}
            return sources_in(
                path.as_posix(),
                sizes,
                lambda names: ((n, wheel.read(n)) for n in names),
            )
    with gzip.open(path, "rb") as packed:
        data = packed.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"it holds more than {MOST_BYTES // 2**20} MB")
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
        members = {m.name: m for m in archive if m.isfile()}
        sizes = {name: m.size for name, m in members.items()}

        def read(names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
            for name in names:
                opened = archive.extractfile(members[name])
                yield name, opened.read() if opened is not None else b""

        return sources_in(path.as_posix(), sizes, read)


def sources_in(name: str, sizes: Mapping[str, int], read: Read) -> Sources | None:
    """The package among files with these sizes, whose paths have slashes; ``name`` is what findings
    call the place that they are in.

    Raises:
        ValueError: there are several packages, or they are too large.
    """
    prefix = _package_prefix(sizes)
    if prefix is None:
        return None
    top = f"{prefix.rstrip('/').rpartition('/')[0]}/".removesuffix("src/").lstrip("/")
    modules = [
        path
        for path in sorted(sizes)
        if path.startswith(prefix) and _is_wanted(PurePosixPath(path))
    ]
    around = [path for path in sorted(sizes) if _is_document(path, top)]
    files, documents = _Budget(), _Budget()
    for budget, paths, start in ((files, modules, prefix), (documents, around, None)):
        budget.spend(sum(sizes[path] for path in paths))
        for path, content in read(paths):
            inside = path.removeprefix(start) if start else path.rpartition("/")[2]
            budget.keep(inside, content)
    root, record = f"{name}/{prefix.rstrip('/')}", f"{top}{SURFACE_NAME}"
    recorded = None
    if record in sizes:
        is_small = sizes[record] <= MOST_RECORD_BYTES
        raw = dict(read([record]))[record] if is_small else None
        text = raw.decode("utf-8", "replace") if raw is not None else None
        recorded = Recorded(f"{name}/{record}", text)
    package = prefix.split("/")[-2]
    return Sources(package, root, files.texts, documents.texts, recorded)


def _is_document(path: str, top: str) -> bool:
    """Whether a file is about the package, whose project is in the folder ``top``."""
    folder, _, last = path.rpartition("/")
    is_around = path == f"{top}{last}" or folder.endswith(
        (".dist-info", ".dist-info/licenses")
    )
    return last in _DOCUMENTS and is_around


def _package_prefix(names: Iterable[str]) -> str | None:
    """The folder of the package among files, the one that is nearest to the top."""
    known = set(names)
    folders = (n.removesuffix(_CLIENT) for n in known if n.endswith(f"/{_CLIENT}"))
    found = [
        folder
        for folder in folders
        if any(n.startswith(f"{folder}resources/") for n in known)
    ]
    nearest = min((folder.count("/") for folder in found), default=0)
    packages = sorted(folder for folder in found if folder.count("/") == nearest)
    if len(packages) > 1:
        raise ValueError(
            f"it holds several packages, name one of them: {', '.join(packages)}"
        )
    return packages[0] if packages else None


class _Budget:
    """Texts that together are not too large."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self._left = MOST_BYTES

    def add(self, name: str, size: int, read: Callable[[], bytes]) -> None:
        """Keep a text; raises ValueError if it is too much."""
        self.spend(size)
        self.keep(name, read())

    def spend(self, size: int) -> None:
        """Make room for texts; raises ValueError if they are too much."""
        self._left -= size
        if self._left < 0:
            raise ValueError(f"it holds more than {MOST_BYTES // 2**20} MB of text")

    def keep(self, name: str, content: bytes) -> None:
        """Keep a text there is room for."""
        try:
            self.texts.setdefault(name, content.decode("utf-8-sig"))
        except UnicodeDecodeError:
            self.texts.setdefault(name, "\0")  # no module, and reported as one
