"""Operations that cannot be called by their own description: a fault of the document, not of its client."""

from __future__ import annotations

from collections.abc import Iterator

from generator.mock.layers import Layers
from generator.mock.samples import NoSample, Sampler
from generator.mock.schemas import Direction, Schemas
from generator.openapi import Described, Location, Operation, Schema


class Contradictions:
    """Which operations have no valid request, no valid response, or a counterpart that no request can
    tell from them."""

    def __init__(self, described: Described) -> None:
        self._description = described.description
        self._operations = described.description.operations.values()
        self._sent = Sampler(Schemas(described, Direction.REQUEST))
        self._received = Sampler(Schemas(described, Direction.RESPONSE))

    def of(self, operation: Operation) -> str | None:
        """Why an operation cannot be called; None if it can."""
        if any(not self._has_value(self._sent, s) for s in _sent(operation)):
            return "no request is valid"
        if any(not self._has_value(self._received, s) for s in _received(operation)):
            return "no response is valid"
        if any(
            self._is_incomplete(Layers.of(self._description, s), set())
            for s in _sent(operation)
        ):
            return "a required property is not described"
        if any(self._is_null(schema) for schema in _required(operation)):
            return "a parameter that is required can only be null"
        if any(self._is_empty(schema) for schema in _in_path(operation)):
            return "a part of the path is empty"
        if sum(_target(other) == _target(operation) for other in self._operations) > 1:
            return "another operation has the same requests"
        return None

    def _has_value(self, sampler: Sampler, schema: Schema) -> bool:
        try:
            sampler.sample(schema)
        except NoSample:
            return False
        return True

    def _is_incomplete(self, layers: Layers, seen: set[frozenset[str]]) -> bool:
        """Whether an object needs a property of which nothing is said, at any depth."""
        if layers.key in seen:
            return False
        seen.add(layers.key)
        named = [layers.property(name) for name in layers.properties()]
        needed = [layers.property(name) for name in layers.required()]
        return any(part is not None and not part.schemas for part in needed) or any(
            part is not None and self._is_incomplete(part, seen)
            for part in (*named, layers.items(0))
        )

    def _is_null(self, schema: Schema) -> bool:
        """Whether a value is nothing but null, which no parameter can be."""
        value = self._sent.sample(schema)
        items: list[object] = value if isinstance(value, list) else [value]
        return bool(items) and all(item is None for item in items)

    def _is_empty(self, schema: Schema) -> bool:
        return self._sent.sample(schema) == ""


def _target(operation: Operation) -> tuple[object, ...]:
    return operation.verb, operation.route, operation.query


def _required(operation: Operation) -> Iterator[Schema]:
    yield from (p.schema for p in operation.parameters if p.required and p.schema)


def _sent(operation: Operation) -> Iterator[Schema]:
    yield from _required(operation)
    for media in operation.body.content if operation.body else ():
        if media.schema is not None:
            yield media.schema


def _received(operation: Operation) -> Iterator[Schema]:
    for response in operation.successes:
        yield from (media.schema for media in response.content if media.schema)


def _in_path(operation: Operation) -> Iterator[Schema]:
    for parameter in operation.parameters:
        if parameter.location is Location.PATH and parameter.schema is not None:
            yield parameter.schema
