"""The root of a description as it is written: its components and parameters, before there is a model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from ..source.document import Document, Value
from ..source.index import is_index
from .documents import pointer_of

_COMPONENTS = (("components", "schemas"), ("definitions",))
_MOST_HOPS = 100

Parameters = dict[tuple[str, str], tuple[tuple[str, ...], Value]]
"""Parameters by place and name: the tokens of where each is written, and what it is."""


class Root(Struct, frozen=True, eq=False):
    """A document that holds a description."""

    document: Document

    @property
    def value(self) -> Value:
        """What the document holds; an empty mapping if that is no description."""
        value = self.document.value
        return value if isinstance(value, dict) else {}

    @property
    def version(self) -> str:
        """The version without its last number."""
        stated = self.value.get("openapi", self.value.get("swagger", "3.1"))
        return ".".join(str(stated).split(".")[:2])

    @property
    def home(self) -> tuple[str, ...]:
        """Where the schemas with names are."""
        return _COMPONENTS["swagger" in self.value]

    @property
    def schemas(self) -> Mapping[str, Value]:
        """The schemas with names."""
        return mapping_at(self.value, *self.home)


def mapping_at(value: Value, *tokens: str) -> Mapping[str, Any]:
    """The mapping under some keys; an empty one if there is none."""
    found = value_at(value, tokens)
    return found if isinstance(found, dict) else {}


def value_at(value: Value, tokens: tuple[str, ...]) -> Value:
    """The value under keys and indices, or None."""
    for token in tokens:
        if isinstance(value, dict):
            value = value.get(token)
        elif isinstance(value, list) and is_index(token, len(value)):
            value = value[int(token)]
        else:
            return None
    return value


def target(
    root: Value, value: Value, tokens: tuple[str, ...]
) -> tuple[tuple[str, ...], Value]:
    """What a part is behind its references within the document, and where; itself if they lead out
    of it or to nothing."""
    for _ in range(_MOST_HOPS):
        at = referred(value)
        if at is None or value_at(root, at) is None:
            break
        tokens, value = at, value_at(root, at)
    return tokens, value


def referred(value: Value) -> tuple[str, ...] | None:
    """Where the reference that a value is leads to within its document."""
    ref = value.get("$ref") if isinstance(value, dict) else None
    if not isinstance(ref, str) or not ref.startswith("#/"):
        return None
    pointer = pointer_of(ref[1:])
    return pointer.tokens if pointer is not None else None


def parameters_of(
    root: Root | Value, path: str, operation: Mapping[str, Value], verb: str = ""
) -> Parameters:
    """The parameters of an operation with those of its path, each behind its references."""
    value = root.value if isinstance(root, Root) else root
    item = mapping_at(value, "paths", path)
    found: Parameters = {}
    for holder, at in ((item, ("paths", path)), (operation, ("paths", path, verb))):
        listed = holder.get("parameters")
        for index, entry in enumerate(listed if isinstance(listed, list) else ()):
            tokens, stated = target(value, entry, (*at, "parameters", str(index)))
            if isinstance(stated, dict) and "name" in stated:
                found[str(stated.get("in")), str(stated["name"])] = tokens, stated
    return found
