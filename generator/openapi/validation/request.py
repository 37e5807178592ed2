"""What the examining process is asked: the documents, their parts, and the samples in them.

Knows the grammar of descriptions; judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ...source.document import Document, Value
from ..documents import DocumentSet
from ..grammar import Part
from ...source.pointer import Pointer
from ...examine.protocol import Request, Sample, Spot, steps

_KINDS: Mapping[str, tuple[type, ...]] = MappingProxyType(
    {"string": (str,), "boolean": (bool,), "integer": (int,), "number": (int, float)}
)
_ANNOTATIONS = frozenset(
    "type title description default examples deprecated readOnly writeOnly".split()
)


def build_request(
    documents: DocumentSet, upgraded: DocumentSet, version: str, *, thorough: bool
) -> Request:
    """The request to look at everything that a description consists of.

    ``upgraded`` holds the same documents in the shape of OpenAPI 3.1.
    """
    wanted = steps(version[:3], thorough=thorough)
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
        "schemas": (_outermost_schemas(documents) if "schemas" in wanted else []),
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
    for document, part in documents.parts:
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
    for document, part in documents.parts:
        if part.role == "schema" or _is_value_20(part):
            yield from _schema_samples(documents, document, part)
        elif part.role in ("parameter", "header") or _is_json(part):
            yield from _content_samples(documents, document, part)


def _is_value_20(part: Part) -> bool:
    """Whether a part is a parameter or header of Swagger 2.0, which has become a schema."""
    is_schema = "type" in part.value and "schema" not in part.value
    return part.role in ("parameter", "header") and is_schema


def _is_json(part: Part) -> bool:
    """Whether a part is a media type whose examples are JSON values, not encoded texts."""
    return part.role == "media" and "json" in part.tokens[-1].lower()


def _schema_samples(
    documents: DocumentSet, document: Document, part: Part
) -> Iterator[Sample]:
    schema = part.value
    if "default" in schema and not _is_plainly_one(schema["default"], schema):
        spot = _spot(documents, document, (*part.tokens, "default"))
        own = _spot(documents, document, part.tokens)
        yield {"kind": "default", "value": spot, "schema": own}
    examples = schema.get("examples")
    for index, example in enumerate(examples if isinstance(examples, list) else ()):
        if not _is_plainly_one(example, schema):
            spot = _spot(documents, document, (*part.tokens, "examples", str(index)))
            own = _spot(documents, document, part.tokens)
            yield {"kind": "example", "value": spot, "schema": own}


def _is_plainly_one(value: Value, schema: Value) -> bool:
    """Whether a schema says no more than the type of its values, and this is one.

    Most samples are of such schemas, and a validator for each would take half the time.
    """
    kind = schema.get("type") if isinstance(schema, dict) else None
    kinds = _KINDS.get(kind, ()) if isinstance(kind, str) else ()
    return type(value) in kinds and all(
        key in _ANNOTATIONS or key.startswith("x-") for key in schema
    )


def _content_samples(
    documents: DocumentSet, document: Document, part: Part
) -> Iterator[Sample]:
    """The examples of a media type, parameter or header."""
    stated = part.value.get("schema")
    if not isinstance(stated, (dict, bool)):
        return
    schema = _spot(documents, document, (*part.tokens, "schema"))
    if "example" in part.value and not _is_plainly_one(part.value["example"], stated):
        spot = _spot(documents, document, (*part.tokens, "example"))
        yield {"kind": "example", "value": spot, "schema": schema}
    examples = part.value.get("examples")
    for name in examples if isinstance(examples, dict) else ():
        for key in ("value", "dataValue"):
            pointer = Pointer((*part.tokens, "examples", name, key))
            found = documents.find(document, pointer)
            if found is not None and not _is_plainly_one(found[2], stated):
                spot = _spot(documents, found[0], found[1].tokens)
                yield {"kind": "example", "value": spot, "schema": schema}


def _spot(documents: DocumentSet, document: Document, tokens: tuple[str, ...]) -> Spot:
    return {"document": documents.relative(document), "tokens": list(tokens)}
