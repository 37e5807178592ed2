"""Schemas with an ``$id``: each is a resource of its own, to which references in it are relative.

JSON Schema 2020-12, 8.2.1. Where such a reference leads to a resource of the same file, it is
rewritten as one from the top of the file, so that nothing else has to know of resources. One that
leads to none keeps its meaning in the file, as many tools have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote, urljoin

from ..source.document import Value
from ..source.index import is_index
from ..source.pointer import Pointer
from .grammar import UNKNOWN, Part, traverse

_REFERENCES = ("$ref", "$dynamicRef")
_ANCHORS = ("$anchor", "$dynamicAnchor")
_SAFE = "/~!$&'()*+,;=:@?-._"

Tokens = tuple[str, ...]


def resolve_resources(value: Value) -> None:
    """Rewrite, in place, the references of a file that are relative to an ``$id`` in it."""
    is_whole = isinstance(value, dict) and not value.keys().isdisjoint(
        ("openapi", "swagger", "paths", "components")
    )
    role = "description" if is_whole else UNKNOWN
    schemas = [
        part for part in traverse(value, role) if part.role in ("schema", UNKNOWN)
    ]
    resources = _Resources(value, schemas)
    if resources.is_empty:
        return
    for part in schemas:
        _rewrite(part.value, _REFERENCES, part.tokens, resources)
        discriminator = part.value.get("discriminator")
        mapping = (
            discriminator.get("mapping") if isinstance(discriminator, dict) else None
        )
        if isinstance(mapping, dict):
            _rewrite(mapping, tuple(mapping), part.tokens, resources)


def _rewrite(
    holder: dict[str, Value], keys: Sequence[str], tokens: Tokens, resources: _Resources
) -> None:
    """Rewrite the references under some keys of a mapping in the schema at a place."""
    for key in keys:
        ref = holder.get(key)
        found = resources.find(tokens, ref) if isinstance(ref, str) else None
        if found is not None:
            pointer = str(Pointer(found)).encode("utf-8", "surrogatepass")
            holder[key] = f"#{quote(pointer, safe=_SAFE)}"


class _Resources:
    """The resources of a file by their URI, and the anchors in each."""

    def __init__(self, value: Value, schemas: list[Part]) -> None:
        self._value = value
        self._uris: dict[Tokens, str] = {}
        self._places: dict[str, Tokens] = {}
        self._anchors: dict[tuple[Tokens | None, str], Tokens] = {}
        for part in schemas:  # outer ones come first
            own = part.value.get("$id")
            target = own.partition("#")[0] if isinstance(own, str) else ""
            if target:
                uri = _joined(self._base(part.tokens)[1], target)
                self._uris[part.tokens] = uri
                self._places.setdefault(uri, part.tokens)
            for name in map(part.value.get, _ANCHORS):
                if isinstance(name, str):
                    key = self._base(part.tokens)[0], name
                    self._anchors.setdefault(key, part.tokens)

    @property
    def is_empty(self) -> bool:
        """Whether the file has no schema with an ``$id``."""
        return not self._uris

    def find(self, tokens: Tokens, ref: str) -> Tokens | None:
        """The place that a reference in a schema leads to; None if it is not in a resource."""
        target, _, fragment = ref.partition("#")
        home, base = self._base(tokens)
        if target:
            home = self._places.get(_joined(base, target))
        if home is None:
            return None
        if fragment and not fragment.startswith("/"):
            return self._anchors.get((home, fragment))
        try:
            found = (*home, *Pointer.parse(f"#{fragment}").tokens)
        except ValueError:
            return None
        return found if _is_there(self._value, found) else None

    def _base(self, tokens: Tokens) -> tuple[Tokens | None, str]:
        """The innermost resource around a place, which may be there itself, and its URI."""
        for length in range(len(tokens), -1, -1):
            uri = self._uris.get(tokens[:length])
            if uri is not None:
                return tokens[:length], uri
        return None, ""


def _joined(base: str, uri: str) -> str:
    try:
        return urljoin(base, uri)
    except ValueError:
        return uri


def _is_there(value: Value, tokens: Tokens) -> bool:
    return all(_steps(value, tokens))


def _steps(value: Value, tokens: Tokens) -> Iterator[bool]:
    """Whether each step of a path leads to something."""
    for token in tokens:
        if isinstance(value, dict) and token in value:
            value = value[token]
        elif isinstance(value, list) and is_index(token, len(value)):
            value = value[int(token)]
        else:
            yield False
            return
        yield True
