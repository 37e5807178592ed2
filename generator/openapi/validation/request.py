"""What the examining process is asked: the documents, their parts, and the samples in them.

Knows the grammar of descriptions; judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...source.document import Document, Value
from ..documents import DocumentSet
from ..grammar import Part
from ...source.pointer import Pointer
from ...examine.protocol import Request, Sample, Spot


def build_request(
    documents: DocumentSet, upgraded: DocumentSet, version: str, *, thorough: bool
) -> Request:
    """The request to look at everything that a description consists of.

    ``upgraded`` holds the same documents in the shape of OpenAPI 3.1.
    """
    return {
        "version": version[:3],
        "thorough": thorough,
        "root": documents.relative(documents.root),
        "documents": _values(documents, version),
        "upgraded": _values(upgraded, version),
        "entries": [
            {
                "document": documents.relative(document),
                "tokens": list(tokens),
                "role": role,
            }
            for path, document in documents.files.items()
            for tokens, role in documents.roles.get(path, {}).items()
            if document is not documents.root or not tokens
        ],
        "schemas": _outermost_schemas(documents),
        "samples": list(_samples(upgraded)),
    }


def _values(documents: DocumentSet, version: str) -> dict[str, Value]:
    """The value of each file; the root has the version that it is read as, which is settled."""
    found = {documents.relative(d): d.value for d in documents.files.values()}
    root = documents.relative(documents.root)
    value = found[root]
    if isinstance(value, dict) and version.startswith("3."):
        found[root] = value | {"openapi": version}
    return found


def _outermost_schemas(documents: DocumentSet) -> list[Spot]:
    """The schemas that are not inside another schema."""
    spots: list[Spot] = []
    within: set[int] = set()
    for document, part in documents.parts():
        if part.role not in ("schema", "schema*"):
            continue
        if part.role == "schema" and id(part.value) not in within:
            spot: Spot = _spot(documents, document, part.tokens)
            spots.append(spot)
        if part.role == "schema" or id(part.value) in within:
            within.update(id(child) for child in _children(part.value))
    return spots


def _children(value: Mapping[str, Value]) -> Iterator[Value]:
    for child in value.values():
        yield child
        if isinstance(child, list):
            yield from child


def _samples(documents: DocumentSet) -> Iterator[Sample]:
    """The examples and defaults of a description in the shape of OpenAPI 3.1."""
    for document, part in documents.parts():
        if part.role == "schema":
            yield from _schema_samples(documents, document, part)
        elif part.role in ("parameter", "header") or _is_json(part):
            yield from _content_samples(documents, document, part)


def _is_json(part: Part) -> bool:
    """Whether a part is a media type whose examples are JSON values, not encoded texts."""
    return part.role == "media" and "json" in part.tokens[-1].lower()


def _schema_samples(
    documents: DocumentSet, document: Document, part: Part
) -> Iterator[Sample]:
    schema = _spot(documents, document, part.tokens)
    if "default" in part.value:
        spot = _spot(documents, document, (*part.tokens, "default"))
        yield {"kind": "default", "value": spot, "schema": schema}
    examples = part.value.get("examples")
    for index in range(len(examples) if isinstance(examples, list) else 0):
        spot = _spot(documents, document, (*part.tokens, "examples", str(index)))
        yield {"kind": "example", "value": spot, "schema": schema}


def _content_samples(
    documents: DocumentSet, document: Document, part: Part
) -> Iterator[Sample]:
    """The examples of a media type, parameter or header."""
    if not isinstance(part.value.get("schema"), (dict, bool)):
        return
    schema = _spot(documents, document, (*part.tokens, "schema"))
    if "example" in part.value:
        spot = _spot(documents, document, (*part.tokens, "example"))
        yield {"kind": "example", "value": spot, "schema": schema}
    examples = part.value.get("examples")
    for name in examples if isinstance(examples, dict) else ():
        for key in ("value", "dataValue"):
            pointer = Pointer((*part.tokens, "examples", name, key))
            found = documents.find(document, pointer)
            if found is not None:
                spot = _spot(documents, found[0], found[1].tokens)
                yield {"kind": "example", "value": spot, "schema": schema}


def _spot(documents: DocumentSet, document: Document, tokens: tuple[str, ...]) -> Spot:
    return {"document": documents.relative(document), "tokens": list(tokens)}
