"""Brings the schemas of older descriptions to the shape of OpenAPI 3.1, for validators.

The copy keeps every pointer of the file but two, which its documents know how to place: a
schema that needs ``anyOf`` around it to allow null, and ``example``, which goes into ``examples``.
A parameter of Swagger 2.0 becomes the schema of its value.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from ..source.document import Document, Value
from .documents import DocumentSet, Roles
from .grammar import VALUE_KEYWORDS_20, inside, of_items
from .version import check_version

__all__ = ["check_version", "upgrade"]

_ANNOTATIONS = (
    "title",
    "description",
    "default",
    "example",
    "deprecated",
    "readOnly",
    "writeOnly",
    "xml",
    "externalDocs",
)
_IMPLIED = {
    "properties": "object",
    "additionalProperties": "object",
    "required": "object",
    "items": "array",
}
_WORDS_20 = {"x-nullable": "nullable"}
_Tokens = tuple[str, ...]


def upgrade(documents: DocumentSet, version: str) -> DocumentSet:
    """The documents in the shape of OpenAPI 3.1; those of 3.1 and 3.2 are given back as they are."""
    if version.startswith(("3.1", "3.2")):
        return documents
    copy = _Copy20 if version == "2.0" else _Copy
    files = {
        path: _upgraded(document, copy(documents.roles.get(path, {})))
        for path, document in documents.files.items()
    }
    root = files[documents.address(documents.root)]
    return replace(documents, root=root, files=files)


def _upgraded(document: Document, copy: _Copy) -> Document:
    value = copy.of(document.value, None, (), ())
    return replace(document, value=value, moves=MappingProxyType(copy.moves))


class _Copy:
    """Copies a file's value, changing the schemas; notes where values have moved.

    Every step takes the tokens of the copy and those of the file.
    """

    def __init__(self, roles: Roles) -> None:
        self.moves: dict[_Tokens, _Tokens] = {}
        self._roles = roles
        self._leads_to_role = {
            tokens[:length] for tokens in roles for length in range(len(tokens) + 1)
        }

    def of(self, value: Value, role: str | None, new: _Tokens, old: _Tokens) -> Value:
        """The copy of a value; ``role`` is None for data, which stays as it is."""
        if not isinstance(value, (dict, list)):
            return value
        if self._leads_to_role and old in self._leads_to_role:
            role = self._roles.get(old, role)
        elif role is None:
            return value
        if isinstance(value, list):
            of_item = None if role is None else of_items(role)
            copies = []
            for index, item in enumerate(value):
                token = str(index)
                copies.append(self.of(item, of_item, (*new, token), (*old, token)))
            return copies
        return self._mapping(value, role, new, old)

    def prepared(
        self, value: dict[str, Value], role: str | None
    ) -> tuple[dict[str, Value], str | None]:
        """A mapping in the words of OpenAPI 3.0, and its role."""
        return value, role

    def _mapping(
        self, value: dict[str, Value], role: str | None, new: _Tokens, old: _Tokens
    ) -> dict[str, Value]:
        value, role = self.prepared(value, role)
        wraps = role == "schema" and _needs_wrapping(value)
        inner = (*new, "anyOf", "0") if wraps else new
        copy = {}
        for key, child in value.items():
            if not isinstance(child, (dict, list)):
                copy[key] = child
                continue
            role_inside = None if role is None else inside(role, key)
            around = new if wraps and _is_annotation(key) else inner
            copy[key] = self.of(child, role_inside, (*around, key), (*old, key))
        if role != "schema":
            return copy
        if wraps:
            self.moves[inner] = old
        copy = _with_null(copy, wraps=wraps)
        _bounds(copy)
        if "example" in copy:
            example = copy.pop("example")
            if "examples" not in copy:
                copy["examples"] = [example]
                self.moves[(*new, "examples", "0")] = (*old, "example")
        return copy


class _Copy20(_Copy):
    """Copies a file of Swagger 2.0."""

    def prepared(
        self, value: dict[str, Value], role: str | None
    ) -> tuple[dict[str, Value], str | None]:
        """A schema without the words that only Swagger has; a parameter is one if it has a type."""
        if role in ("parameter", "header") and "type" in value:
            kept = (*VALUE_KEYWORDS_20, *_WORDS_20)
            value = {k: v for k, v in value.items() if k in kept}
            role = "schema"
        if role == "schema":
            value = {_WORDS_20.get(k, k): v for k, v in value.items()}
            if value.get("type") == "file":
                value["type"] = "string"
        return value, role


def _needs_wrapping(schema: Mapping[str, Value]) -> bool:
    """Whether null can only be allowed outside the schema."""
    return schema.get("nullable") is True and (
        "allOf" in schema or isinstance(schema.get("$ref"), str) or "not" in schema
    )


def _is_annotation(key: str) -> bool:
    return key in _ANNOTATIONS or key.startswith("x-")


def _with_null(schema: dict[str, Value], *, wraps: bool) -> dict[str, Value]:
    """Translates ``nullable`` of 3.0 to 3.1.

    By the letter of 3.0.3 ``nullable`` needs a sibling ``type``, and an ``enum`` without null
    forbids null. Descriptions mean it to allow null, and so it does here.
    """
    if schema.pop("nullable", None) is not True:
        return schema
    if wraps:
        outer = {k: v for k, v in schema.items() if _is_annotation(k)}
        bare = {k: v for k, v in schema.items() if k not in outer}
        _bounds(bare)
        return {**outer, "anyOf": [bare, {"type": "null"}]}
    kind = schema.get("type") or next(
        (kind for key, kind in _IMPLIED.items() if key in schema), None
    )
    if isinstance(kind, str) and kind != "null":
        schema["type"] = [kind, "null"]
    if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    for choice in ("oneOf", "anyOf"):
        if isinstance(schema.get(choice), list):
            schema[choice] = [*schema[choice], {"type": "null"}]
    return schema


def _bounds(schema: dict[str, Value]) -> None:
    """Turn the flags ``exclusiveMinimum`` and ``exclusiveMaximum`` into bounds."""
    for bound, exclusive in (
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ):
        if not isinstance(schema.get(exclusive), bool):
            continue
        if schema.pop(exclusive) and bound in schema:
            schema[exclusive] = schema.pop(bound)
