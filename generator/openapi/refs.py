"""Loads the files of a description, following each ``$ref`` from the root.

A reference stays on this machine and inside the folder of the description; whether it leads to
a value is looked at when all files are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Place, Report
from ..source.document import Document, Value
from .documents import DocumentSet, pointer_of, resolved
from .grammar import walk
from ..source.load import load_document
from ..source.pointer import Pointer
from .ref_checks import Reference, check_references
from ..source.suggest import closest

__all__ = ["DocumentSet", "load_description"]

_MOST_SHOWN = 80
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|\\")
_SAVE = "save the file next to the description and use a relative path"
_REMOTE = re.compile(r"(https?|ftp|wss?):|//", re.IGNORECASE)


def load_description(
    path: Path, report: Report, *, within: Path | None = None
) -> DocumentSet | None:
    """The description at ``path`` with all files that it refers to; None if it cannot be used.

    References may reach files in the folder ``within``, by default the description's own.
    """
    root = load_document(path, report)
    if root is None:
        return None
    start = path.resolve()
    loading = _Loading(start, root, (within or start.parent).resolve(), report)
    loading.run()
    folder = start.parent if within is None else loading.folder
    roles = {path: dict(found) for path, found in loading.roles.items()}
    documents = DocumentSet(root, folder, loading.files, roles)
    check_references(loading.references, documents, report)
    return documents


@dataclass(frozen=True)
class _Entry:
    """A part of a file that something refers to."""

    path: Path
    tokens: tuple[str, ...]
    role: str


class _Loading:
    """Walks from reference to file to reference; each part of a file once in each role."""

    def __init__(self, start: Path, root: Document, folder: Path, report: Report):
        self.folder = folder
        self.files = {start: root}
        self.references: list[Reference] = []
        self.roles: dict[Path, dict[tuple[str, ...], str]] = {}
        self._report = report
        self._refused: set[Path | str] = set()
        self._walked: set[tuple[int, str]] = set()
        self._waiting = [_Entry(start, (), "description")]

    def run(self) -> None:
        """Load everything that can be reached."""
        seen = set(self._waiting)
        while self._waiting:
            for reference in self._in(self._waiting.pop()):
                file, _, fragment = reference.ref.partition("#")
                path = self._path(reference, file)
                if path is None:
                    continue
                self.references.append(reference)
                pointer = pointer_of(fragment)
                if pointer is None:
                    continue  # reported as leading nowhere
                entry = _Entry(path, pointer.tokens, reference.role)
                if entry not in seen:
                    seen.add(entry)
                    self._waiting.append(entry)

    def _in(self, entry: _Entry) -> Iterator[Reference]:
        """The references in a part of a file that has not been walked yet."""
        documents = DocumentSet(self.files[entry.path], self.folder, self.files)
        found = documents.find(documents.root, Pointer(entry.tokens))
        if found is None or (id(found[2]), entry.role) in self._walked:
            return
        document, pointer, value = found
        roles = self.roles.setdefault(documents.path(document), {})
        roles.setdefault(pointer.tokens, entry.role)
        for part in walk(value, entry.role, pointer.tokens):
            if (id(part.value), part.role) in self._walked:
                continue
            self._walked.add((id(part.value), part.role))
            ref = part.value.get("$ref")
            if isinstance(ref, str):
                yield Reference(document, Pointer(part.tokens), part.role, ref)
            elif "$ref" in part.value and not part.role.endswith("*"):
                self._not_text(document.locate(Pointer((*part.tokens, "$ref"))))

    def _path(self, reference: Reference, file: str) -> Path | None:
        """The file that a reference names, loaded; None where it cannot or may not be had."""
        here = next(p for p, d in self.files.items() if d is reference.document)
        if not file:
            return here
        place = reference.place
        if _REMOTE.match(file):
            message = f"'{file}' is a remote reference, which is not fetched"
            self._refuse(file, place, message, _SAVE)
            return None
        if _SCHEME.match(file) or file.startswith("/"):
            message = f"'{file}' is not relative to this file"
            self._refuse(file, place, message, "use a path relative to this file")
            return None
        path = resolved(here, file)
        if path is None:
            message = f"'{file[:_MOST_SHOWN]}' is not a valid file path"
            self._refuse(
                file, place, message, "use the name of a file in the same folder"
            )
            return None
        if not path.is_relative_to(self.folder):
            message = f"'{file}' is outside the folder of the description"
            help = "move the file into that folder, or name one that holds both: --root"
            self._refuse(file, place, message, help)
            return None
        return path if self._load(path, file, place) else None

    def _load(self, path: Path, file: str, place: Place) -> bool:
        if path in self.files:
            return True
        if path in self._refused:
            return False
        if not path.exists():
            message, help = f"the file '{file}' does not exist", self._nearby(
                path, file
            )
            self._report.tolerable("S001", place, message, help=help)
        else:
            findings = Report(sources=self._report.sources)
            document = load_document(path, findings, what="referenced file")
            for diagnostic in findings.diagnostics:
                self._report.add_tolerable(diagnostic)
            if document is not None:
                self.files[path] = document
                return True
        self._refused.add(path)
        return False

    def _nearby(self, path: Path, file: str) -> str:
        """What may have been meant by a file that is not there."""
        root = next(iter(self.files.values())).value
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
