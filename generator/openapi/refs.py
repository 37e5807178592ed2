"""Loads the files of a description, following each ``$ref`` from the root.

A reference of a file stays inside the folder of the description, one of a fetched document at its
origin, unless more is allowed; whether it leads to a value is looked at when all files are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import assert_never

from msgspec import Struct

from ..diagnostics import Place, Report
from ..source.address import Address, Input, StandardInput
from ..source.document import Document, Value
from ..source.fetch import Fetcher, Unfetched
from ..source.load import load_document, load_fetched, load_standard_input
from ..source.pointer import Pointer
from ..source.suggest import closest
from ..source.text import STANDARD_INPUT
from ..source.url import Url
from .documents import DocumentSet, is_remote, pointer_of, resolved
from .grammar import Seen, traverse
from .overlays import apply_overlays
from .removed import Kept, bring_back
from .successors import NOTHING, Removed
from .transforms import Stated, apply_transforms
from .resources import resolve_resources
from .ref_checks import Reference, check_references

__all__ = ["DocumentSet", "Reach", "load_description"]

_MOST_SHOWN = 80
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|\\")
_SAVE = "save the file next to the description and use a relative path"
_REMOTE = re.compile(r"(ftp|wss?):|//", re.IGNORECASE)


class Reach(Struct, frozen=True):
    """Where the references of a description may lead: to files in ``folder``, by default its own,
    and to URLs of its own origin and of ``hosts`` (with a port unless it is the usual one).
    """

    folder: Path | None = None
    hosts: frozenset[str] = frozenset()


NEARBY = Reach()
"""Nothing but the folder or the origin of the description."""


def load_description(
    source: Input,
    report: Report,
    *,
    reach: Reach = NEARBY,
    overlays: Sequence[Input] = (),
    transforms: Sequence[Stated] = (),
    kept: Kept | None = None,
) -> DocumentSet | None:
    """The description at ``source`` with all files that it refers to; None if it cannot be used.

    ``transforms`` of the configuration and then ``overlays`` change it before its references are
    followed, and what was removed since an earlier description may be ``kept``.
    """
    fetcher = Fetcher(reach.hosts)
    opened = _open(source, fetcher, report)
    changes = [_open(o, Fetcher(reach.hosts), report, "overlay") for o in overlays]
    if opened is None or None in changes:
        return None
    start, root = opened
    actions = [change[1] for change in changes if change]
    root = _changed(root, transforms, actions, report)
    removed = NOTHING
    if kept is not None:
        former = load_document(kept.description, report, what="former description")
        if former is None:
            return None
        former = _changed(former, transforms, actions, Report())
        root, removed = bring_back(root, former, kept, report)
    if any("$id" in text for text in report.sources.values()):
        resolve_resources(root.value)
    folder = reach.folder or (start.parent if isinstance(start, Path) else Path())
    loading = _Loading(start, root, folder.resolve(), fetcher, report)
    loading.run()
    documents = loading.documents(root, removed)
    check_references(loading.references, documents, report)
    return documents


def _changed(
    root: Document,
    transforms: Sequence[Stated],
    overlays: Sequence[Document],
    report: Report,
) -> Document:
    return apply_overlays(apply_transforms(root, transforms, report), overlays, report)


def _open(
    source: Input, fetcher: Fetcher, report: Report, what: str = "description"
) -> tuple[Address, Document] | None:
    """The document that a person named, and where its references start."""
    match source:
        case Path():
            document = load_document(source, report, what=what)
            return (source.resolve(), document) if document else None
        case StandardInput():
            document = load_standard_input(report, what=what)
            return (Path(STANDARD_INPUT).absolute(), document) if document else None
        case Url():
            try:
                fetched = fetcher.start(source)
            except Unfetched as error:
                message = f"the {what} cannot be fetched: {error.message}"
                report.error("I012", Place(str(source)), message, help=error.help)
                return None
            document = load_fetched(fetched, report, what=what)
            return (fetched.url, document) if document else None
        case _:
            assert_never(source)


class _Entry(Struct, frozen=True):
    """A part of a file that something refers to."""

    address: Address
    tokens: tuple[str, ...]
    role: str


class _Loading:
    """Walks from reference to file to reference; each part of a file once in each role."""

    def __init__(
        self,
        start: Address,
        root: Document,
        folder: Path,
        fetcher: Fetcher,
        report: Report,
    ) -> None:
        self.references: list[Reference] = []
        self._folder = folder
        self._files: dict[Address, Document] = {start: root}
        self._roles: dict[Address, dict[tuple[str, ...], str]] = {}
        self._redirects: dict[Address, Address] = {}
        self._fetcher = fetcher
        self._report = report
        self._refused: set[Address | str] = set()
        self._walked: Seen = set()
        self._waiting = [_Entry(start, (), "description")]

    def run(self) -> None:
        """Load everything that can be reached."""
        seen = set(self._waiting)
        while self._waiting:
            for reference in self._in(self._waiting.pop()):
                file, _, fragment = reference.ref.partition("#")
                address = self._address(reference, file)
                if address is None:
                    continue
                self.references.append(reference)
                pointer = pointer_of(fragment)
                if pointer is None:
                    continue  # reported as leading nowhere
                entry = _Entry(address, pointer.tokens, reference.role)
                if entry not in seen:
                    seen.add(entry)
                    self._waiting.append(entry)

    def documents(self, root: Document, removed: Removed = NOTHING) -> DocumentSet:
        """What has been loaded, as seen from one of the files."""
        files, roles, redirects = self._files, self._roles, self._redirects
        return DocumentSet(root, self._folder, files, roles, redirects, removed)

    def _in(self, entry: _Entry) -> Iterator[Reference]:
        """The references in a part of a file that has not been walked yet."""
        documents = self.documents(self._files[entry.address])
        found = documents.find(documents.root, Pointer(entry.tokens))
        if found is None or (id(found[2]), entry.role) in self._walked:
            return
        document, pointer, value = found
        roles = self._roles.setdefault(documents.address(document), {})
        roles.setdefault(pointer.tokens, entry.role)
        for part in traverse(value, entry.role, pointer.tokens, self._walked):
            ref = part.value.get("$ref")
            if isinstance(ref, str):
                yield Reference(document, Pointer(part.tokens), part.role, ref)
            elif "$ref" in part.value and not part.role.endswith("*"):
                self._not_text(document.locate(Pointer((*part.tokens, "$ref"))))

    def _address(self, reference: Reference, file: str) -> Address | None:
        """The file that a reference names, loaded; None where it cannot or may not be had."""
        here = next(a for a, d in self._files.items() if d is reference.document)
        if not file:
            return here
        if is_remote(here, file):
            return self._url(here, file, reference.place)
        return self._path(here, file, reference.place)

    def _url(self, here: Address, file: str, place: Place) -> Address | None:
        url = resolved(here, file)
        if not isinstance(url, Url):
            message = f"'{file[:_MOST_SHOWN]}' does not lead to an http or https URL"
            help = "fetched documents refer to URLs only; bundle the files into one"
            self._refuse(file, place, message, help)
            return None
        if url in self._files or url in self._redirects:
            return self._redirects.get(url, url)
        if not self._fetcher.may_fetch(url):
            message = f"'{file}' is a remote reference, which is not fetched"
            help = f"allow it: --allow-remote-refs {url.host}, or {_SAVE}"
            self._refuse(file, place, message, help)
            return None
        if isinstance(here, Url) and (here.scheme, url.scheme) == ("https", "http"):
            message = f"'{file}' leads from https to http"
            self._refuse(file, place, message, f"use https://{url.host}")
            return None
        return self._fetch(url, file, place)

    def _fetch(self, url: Url, file: str, place: Place) -> Address | None:
        if url in self._refused:
            return None
        try:
            fetched = self._fetcher.fetch(url)
        except Unfetched as error:
            message = f"'{file}' cannot be fetched: {error.message}"
            self._report.tolerable("I012", place, message, help=error.help)
            self._refused.add(url)
            return None
        if fetched.url != url:
            self._redirects[url] = fetched.url
        if fetched.url not in self._files:
            findings = Report(sources=self._report.sources)
            document = load_fetched(fetched, findings, what="referenced file")
            if not self._add(fetched.url, document, findings):
                return None
        return fetched.url

    def _path(self, here: Address, file: str, place: Place) -> Path | None:
        if _REMOTE.match(file):
            message = f"'{file}' is a remote reference, which is not fetched"
            self._refuse(file, place, message, _SAVE)
            return None
        if _SCHEME.match(file) or file.startswith("/"):
            message = f"'{file}' is not relative to this file"
            self._refuse(file, place, message, "use a path relative to this file")
            return None
        path = resolved(here, file)
        if not isinstance(path, Path):
            message = f"'{file[:_MOST_SHOWN]}' is not a valid file path"
            self._refuse(
                file, place, message, "use the name of a file in the same folder"
            )
            return None
        if not path.is_relative_to(self._folder):
            message = f"'{file}' is outside the folder of the description"
            help = "move the file into that folder, or name one that holds both: --root"
            self._refuse(file, place, message, help)
            return None
        return path if self._load(path, file, place) else None

    def _load(self, path: Path, file: str, place: Place) -> bool:
        if path in self._files:
            return True
        if path in self._refused:
            return False
        if not path.exists():
            message, help = f"the file '{file}' does not exist", self._nearby(
                path, file
            )
            self._report.tolerable("S001", place, message, help=help)
            self._refused.add(path)
            return False
        findings = Report(sources=self._report.sources)
        document = load_document(path, findings, what="referenced file")
        return self._add(path, document, findings)

    def _add(
        self, address: Address, document: Document | None, findings: Report
    ) -> bool:
        """Take a file that was read, with what was found in it; what cannot be read is refused."""
        for diagnostic in findings.diagnostics:
            self._report.add_tolerable(diagnostic)
        if document is None:
            self._refused.add(address)
            return False
        if "$id" in self._report.sources[document.name]:
            resolve_resources(document.value)
        self._files[address] = document
        return True

    def _nearby(self, path: Path, file: str) -> str:
        """What may have been meant by a file that is not there."""
        root = next(iter(self._files.values())).value
        for home in (("components", "schemas"), ("definitions",)):
            value: Value = root
            for token in (*home, file):
                value = value.get(token) if isinstance(value, dict) else None
            if value is not None:
                return f"did you mean '#/{'/'.join(home)}/{file}'?"
        names = path.parent.iterdir() if path.parent.is_dir() else ()
        close = closest(path.name, [found.name for found in names])
        if close is None:
            return "add the file, or fix the reference"
        return f"did you mean '{file.removesuffix(path.name)}{close}'?"

    def _refuse(self, file: str, place: Place, message: str, help: str) -> None:
        if file not in self._refused:
            self._refused.add(file)
            self._report.tolerable("S003", place, f"the reference {message}", help=help)

    def _not_text(self, place: Place) -> None:
        message = "'$ref' must be a string"
        help = "write a reference such as '#/components/schemas/Name'"
        self._report.tolerable("S001", place, message, help=help)
