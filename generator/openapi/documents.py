"""The files of a description as one thing, in which a reference can be followed.

Knows where documents are and what a ``$ref`` means; reports nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct, field

from ..source.address import Address
from ..source.document import Document, Value
from .grammar import Part, Seen, traverse
from ..source.index import is_index
from ..source.pointer import Pointer
from .successors import NOTHING, Removed
from ..source.url import Url

Target = tuple[Document, Pointer, Value]
Roles = Mapping[tuple[str, ...], str]
"""The values at some pointers of a file, by their tokens."""

_MOST_HOPS = 100


class DocumentSet(Struct, frozen=True, eq=False, dict=True):
    """A root document and the files that its references reach, by resolved path or URL.

    ``folder`` is the one that references between files may reach. ``roles`` tells for each file as
    what its parts are referred to, ``redirects`` where a fetched document was found in the end, and ``removed`` what is in the root
    although the API no longer has it.
    """

    root: Document
    folder: Path
    files: Mapping[Address, Document] = field(default_factory=dict)
    roles: Mapping[Address, Roles] = field(default_factory=dict)
    redirects: Mapping[Address, Address] = field(default_factory=dict)
    removed: Removed = NOTHING

    @property
    def url(self) -> str | None:
        """The URL of the root document: what it says (``$self``, OpenAPI 3.2, 4.1.2), or else
        where it was fetched."""
        stated = (
            self.root.value.get("$self") if isinstance(self.root.value, dict) else None
        )
        is_absolute = isinstance(stated, str) and stated.startswith(("https:", "http:"))
        if is_absolute:
            return stated
        address = self._addresses[self.root]
        return address.text if isinstance(address, Url) else None

    def key(self, document: Document) -> str:
        """The document's name relative to the root: as ``relative``, but empty for the root."""
        return "" if document is self.root else self.relative(document)

    def by_key(self, key: str) -> Document:
        """The document of a key."""
        return self._by_key[key]

    def relative(self, document: Document) -> str:
        """The document's path relative to the folder of the description; a URL in full."""
        return self._names[document]

    def address(self, document: Document) -> Address:
        """The resolved path of a document, or its URL."""
        return self._addresses[document]

    def follow(self, source: Document, ref: str) -> Target | None:
        """The document, pointer and value that a reference in ``source`` leads to."""
        key = (source, ref)
        if key not in self._followed:
            self._followed[key] = self._follow(source, ref)
        return self._followed[key]

    def _follow(self, source: Document, ref: str) -> Target | None:
        file, _, fragment = ref.partition("#")
        document: Document | None = source
        if file:
            address = resolved(self._addresses[source], file)
            document = (
                self.files.get(self.redirects.get(address, address))
                if address
                else None
            )
        if document is None:
            return None
        pointer = pointer_of(fragment)
        if pointer is None:
            pointer = self._anchors[document].get(fragment)
        return self.find(document, pointer) if pointer is not None else None

    def find(self, document: Document, pointer: Pointer) -> Target | None:
        """The value at a pointer; references on the way to it are followed."""
        here, value, hops = Pointer(), document.value, 0
        for token in pointer.tokens:
            while True:
                step = _step(document, here, value, token)
                if step is not None:
                    break
                ref = value.get("$ref") if isinstance(value, dict) else None
                hops += 1
                if not isinstance(ref, str) or hops > _MOST_HOPS:
                    return None
                target = self._hop(document, ref)
                if target is None:
                    return None
                document, here, value = target
            here, value = step
        return document, here, value

    @cached_property
    def parts(self) -> tuple[tuple[Document, Part], ...]:
        """Every mapping that the description consists of, in all files, each once in each role."""
        return tuple(self._parts())

    @cached_property
    def operations(self) -> tuple[tuple[Document, Part], ...]:
        """The operations among the parts."""
        found = self._parts(without="schema")
        return tuple(part for part in found if part[1].role == "operation")

    def _parts(self, *, without: str = "") -> Iterator[tuple[Document, Part]]:
        seen: Seen = set()
        starts = {address: dict(self.roles.get(address, {})) for address in self.files}
        starts[self._addresses[self.root]].setdefault((), "description")
        for address, document in self.files.items():
            for tokens, role in starts[address].items():
                found = self.find(document, Pointer(tokens))
                if found is not None:
                    parts = traverse(found[2], role, tokens, seen, without=without)
                    yield from ((document, part) for part in parts)

    def _hop(self, document: Document, ref: str) -> Target | None:
        try:
            return self.follow(document, ref)
        except RecursionError:  # pointers through circular references
            return None

    @cached_property
    def _followed(self) -> dict[tuple[Document, str], Target | None]:
        return {}

    @cached_property
    def _anchors(self) -> dict[Document, dict[str, Pointer]]:
        """The places that are named in each document (JSON Schema 2020-12, 8.2.2)."""
        return {document: _anchors_of(document) for document in self.files.values()}

    @cached_property
    def _by_key(self) -> dict[str, Document]:
        return {self.key(document): document for document in self.files.values()}

    @cached_property
    def _names(self) -> dict[Document, str]:
        return {
            document: (
                address.text
                if isinstance(address, Url)
                else address.relative_to(self.folder).as_posix()
            )
            for document, address in self._addresses.items()
        }

    @cached_property
    def _addresses(self) -> dict[Document, Address]:
        return {document: address for address, document in self.files.items()}


def _anchors_of(document: Document) -> dict[str, Pointer]:
    found: dict[str, Pointer] = {}
    for part in traverse(document.value, "description"):
        for keyword in ("$anchor", "$dynamicAnchor"):
            name = part.value.get(keyword)
            if isinstance(name, str):
                found.setdefault(name, Pointer(part.tokens))
    return found


def pointer_of(fragment: str) -> Pointer | None:
    """The pointer in a reference's fragment; None where the fragment is an anchor or garbled.

    A lone slash is taken as the whole file, which is what those who write it mean.
    """
    try:
        return Pointer() if fragment == "/" else Pointer.parse("#" + fragment)
    except ValueError:
        return None


def is_remote(source: Address, file: str) -> bool:
    """Whether a reference in the document ``source`` leads to the web."""
    return isinstance(source, Url) or file.lower().startswith(("http:", "https:"))


def resolved(source: Address, file: str) -> Address | None:
    """The path or URL that a reference in the document ``source`` names; None if there is none.

    A fetched document leads to URLs only.
    """
    if isinstance(source, Url):
        return source.join(file)
    try:
        if is_remote(source, file):
            return Url.parse(file)
        path = (source.parent / unquote(file)).resolve()
        path.exists()  # raises where a name is too long for the file system
        return path
    except (OSError, ValueError, RuntimeError):
        return None


def _step(
    document: Document, here: Pointer, value: Value, token: str
) -> tuple[Pointer, Value] | None:
    """The value under a token, also where an upgrade has put something around it."""
    if isinstance(value, dict):
        if token in value:
            return here / token, value[token]
        inner = here / "anyOf" / "0"
        if inner.tokens in document.moves:
            return _step(document, inner, value["anyOf"][0], token)
    elif isinstance(value, list) and is_index(token, len(value)):
        return here / token, value[int(token)]
    return None
