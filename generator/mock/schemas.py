"""Whether a value matches a schema, for what goes to the server and for what comes from it.

A property that is only for reading need not be sent although it is required, one that is only
for writing need not come back (OpenAPI 3.1, 4.8.24.5.1 and JSON Schema Validation, 9.4).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import quote

import jsonschema_rs
from msgspec import Struct

from ..openapi import Described, Schema
from ..source import Pointer
from ..source.document import Document, Value
from ..examine.errors import flattened, is_ambiguous, shortened
from ..examine.uris import uri_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


_MOST_VALIDATORS = 16
"""How many are kept: each holds all the schemas that its own one leads to, 20 MB in large
descriptions, and is made again in milliseconds."""


class Direction(Enum):
    """Which way a value travels; the value is the flag of properties that do not."""

    REQUEST = "readOnly"
    RESPONSE = "writeOnly"


class Problem(Struct, frozen=True):
    """What is wrong with a part of a value, and the tokens that lead to the part."""

    tokens: tuple[str, ...]
    message: str

    @property
    def pointer(self) -> str:
        """The JSON pointer to the part (RFC 6901); empty for the whole."""
        return str(Pointer(self.tokens))


class Schemas:
    """The schemas of a description as validators for one direction, each made when it is used."""

    def __init__(self, described: Described, direction: Direction) -> None:
        self.description = described.description
        self._documents = described.documents
        self.direction = direction
        self._validator = lru_cache(_MOST_VALIDATORS)(self._make_validator)

    def problems(self, schemas: Iterable[Schema], value: Value) -> list[Problem]:
        """Everything that is wrong with a value for which all the schemas must hold.

        A request may fit several members of a ``oneOf``: most descriptions do not make sure that it
        fits one only, and their servers do not mind.

        A schema that cannot be used, say for a pattern that is not a regular expression, lets
        everything pass.
        """
        validator = self._validator(tuple(schema.id for schema in schemas))
        if validator is None:
            return []
        try:
            errors = [*validator.iter_errors(value)]
        except ValueError:
            return [Problem((), "it is nested too deeply to be checked")]
        return [
            Problem(tuple(str(t) for t in leaf.instance_path), shortened(leaf.message))
            for error in errors
            for leaf in flattened(error)
            if not (self.direction is Direction.REQUEST and is_ambiguous(leaf))
        ]

    def matches(self, schemas: Iterable[Schema], value: Value) -> bool:
        """Whether all the schemas hold for a value; for none that the validator cannot read."""
        validator = self._validator(tuple(schema.id for schema in schemas))
        try:
            return validator is None or bool(validator.is_valid(value))
        except ValueError:
            return False

    def travels(self, schemas: Iterable[Schema]) -> bool:
        """Whether a property with these schemas is there in this direction."""
        return not any(
            (
                schema.read_only
                if self.direction is Direction.REQUEST
                else schema.write_only
            )
            for schema in schemas
        )

    def _make_validator(self, ids: tuple[str, ...]) -> Any:
        schema = {"$schema": _DIALECT, "allOf": [{"$ref": self._uri(i)} for i in ids]}
        try:
            return jsonschema_rs.validator_for(
                schema, registry=self._registry, validate_formats=True, offline=True
            )
        except (ValueError, jsonschema_rs.ReferencingError):
            return None

    def _uri(self, schema_id: str) -> str:
        """The address of a schema in the documents, where upgrading may have moved it."""
        key, _, text = schema_id.partition("#")
        document, pointer = self._documents.by_key(key), Pointer.parse(text)
        found = self._documents.find(document, pointer)
        at = found[1] if found is not None else pointer
        return f"{uri_of(self._documents.relative(document))}#{quote(str(at))}"

    @cached_property
    def _registry(self) -> jsonschema_rs.Registry:
        return jsonschema_rs.Registry(
            [
                (
                    uri_of(self._documents.relative(document)),
                    self._as_it_travels(document, document.value),
                )
                for document in self._documents.files.values()
            ],
            draft=jsonschema_rs.Draft202012,
        )

    def _as_it_travels(self, document: Document, value: Value) -> Value:
        """A copy in which no property is required that does not travel in this direction."""
        if isinstance(value, list):
            return [self._as_it_travels(document, item) for item in value]
        if not isinstance(value, dict):
            return value
        copy = {key: self._as_it_travels(document, v) for key, v in value.items()}
        required, properties = value.get("required"), value.get("properties")
        if isinstance(required, list) and isinstance(properties, dict):
            copy["required"] = [
                name
                for name in required
                if not self._stays(document, properties.get(name))
            ]
        return copy

    def _stays(self, document: Document, schema: Value) -> bool:
        if not isinstance(schema, dict):
            return False
        ref = schema.get("$ref")
        target = self._documents.follow(document, ref) if isinstance(ref, str) else None
        referred = target[2] if target else None
        return any(
            isinstance(s, dict) and s.get(self.direction.value) is True
            for s in (schema, referred)
        )
