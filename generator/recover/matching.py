"""Which schema each type of a package was made from.

Types and schemas are followed side by side from the operations: what a method returns is what its
response is described as, and so on through fields, items and variants. What no operation leads to is
found by its structure and name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from ..openapi import Description, Operation, Schema
from ..published import (
    Applied,
    Definition,
    ListOf,
    MapOf,
    Method,
    Named,
    OneOf,
    Package,
    Shape,
    UnionOf,
    members,
)
from ..words import letters
from .described import (
    Schemas,
    body_schemas,
    event_schema,
    response_schema,
    sent_schemas,
)
from .models import FoundModel

_ALIKE = 0.5
"""Types and variants that share this part of their fields may be the same."""
_SAME, _EQUAL = 1.0, 3.0
"""The least likeness of two names of which one is a part of the other, and that of equal names."""


class Matching:
    """The schemas behind the types of a package, as far as they are found."""

    def __init__(
        self, package: Package, description: Description, schemas: Schemas
    ) -> None:
        self._package = package
        self._schemas = schemas
        self._seen: set[tuple[Shape, str]] = set()
        self._found: dict[Named, Counter[str]] = {}
        self._waiting: list[tuple[Shape, Schema]] = []
        self._known = {id: description.schema(id) for id in self._schemas.names}

    def follow(self, method: Method, operation: Operation) -> None:
        """Follow everything that a method sends and returns."""
        call = method.call
        if call is None:
            return
        response = response_schema(operation)
        if response is not None:
            self._follow_result(method, response)
        event = event_schema(operation)
        if call.event is not None and event is not None:
            self._waiting.append((call.event, event))
        bodies = body_schemas(operation)
        if call.body is not None and bodies:
            shapes = [p.shape for p in method.parameters if p.name == call.body]
            self._waiting += [(shape, body) for shape in shapes for body in bodies]
        sent = dict(sent_schemas(operation, self._schemas))
        for definition in self._arguments(call.params):
            for field in definition.fields:
                if field.wire_name in sent:
                    self._waiting.append((field.shape, sent[field.wire_name]))
        self._run()

    def schema_of(self, model: FoundModel) -> str | None:
        """The id of the schema that a model was made from; None if it is not known."""
        votes: Counter[str] = Counter()
        for definition in model.definitions:
            votes.update(self._found.get(definition.id, ()))
        if votes:
            best = max(votes.values())
            ids = [id for id, count in votes.items() if 2 * count >= best]
            components = [id for id in ids if id in self._schemas.names]
            return self._best(model, components or ids)
        if not model.definitions:
            return self._best(model, self._by_name(model.class_name))
        return self._best(model, self._of_structure(model.definitions[0]))

    def target(self, id: str) -> str:
        """What a configuration calls a schema: a component by its name, others by their pointer."""
        return self._schemas.names.get(id, id)

    def _best(self, model: FoundModel, ids: Sequence[str]) -> str | None:
        """The schema whose parts and name are most like those of a model."""

        def rank(id: str) -> tuple[int, float]:
            known = model.definitions[:1]
            agreed = sum(self._agreement(d, self._known[id]) for d in known)
            return agreed, self._likeness(model.class_name, id)

        return max(ids, key=rank, default=None)

    def _agreement(self, definition: Definition, schema: Schema) -> int:
        """How many of the types in a type's fields were made from what a schema has there, less
        those that were made from something else."""
        found = 0
        for field in definition.fields:
            inner = self._schemas.property(schema, field.wire_name)
            shape = next(iter(members(field.shape)), None)
            if isinstance(shape, ListOf) and inner is not None:
                shape, inner = shape.item, self._schemas.items(inner)
            votes = self._found.get(shape) if isinstance(shape, Named) else None
            if votes and inner is not None:
                _, ids = self._schemas.plain(inner)
                found += 1 if any(id in votes for id in ids) else -1
        return found

    def _follow_result(self, method: Method, response: Schema) -> None:
        assert method.call is not None
        page = self._package.pages.get(method.call.page) if method.call.page else None
        if page is not None and isinstance(method.result, Applied):
            path = page.roles.get("items", ())
            is_list = page.is_array and self._schemas.items(response) is not None
            whole = response if is_list else self._schemas.at(response, path)
            item = self._schemas.items(whole) if whole is not None else None
            if item is not None:
                self._waiting.append((method.result.arguments[0], item))
            return
        if method.call.unwrapped is not None:
            inner = self._schemas.property(response, method.call.unwrapped)
            response = inner if inner is not None else response
        for shape in members(method.result):
            if not isinstance(shape, Applied):
                self._waiting.append((shape, response))

    def _arguments(self, params: Named | None) -> list[Definition]:
        """The types of a method's arguments, with what they inherit or are alternatives of."""
        found: list[Definition] = []
        waiting = [params] if params is not None else []
        while waiting:
            definition = self._package.definitions.get(waiting.pop())
            if definition is None or definition in found:
                continue
            found.append(definition)
            waiting += definition.bases
            if definition.alias is not None:
                waiting += [
                    m for m in members(definition.alias) if isinstance(m, Named)
                ]
        return found

    def _run(self) -> None:
        while self._waiting:
            shape, schema = self._waiting.pop()
            plain, ids = self._schemas.plain(schema)
            if plain is not None:
                self._step(shape, plain, ids)

    def _step(self, shape: Shape, schema: Schema, ids: tuple[str, ...]) -> None:
        """Follow one type and schema to their parts."""
        is_known = (shape, schema.id) in self._seen
        self._seen.add((shape, schema.id))
        alternatives = members(shape)
        if len(alternatives) == 1:
            shape = alternatives[0]
        match shape:
            case Named():
                definition = self._package.definitions.get(shape)
                if definition is not None:
                    self._known[schema.id] = schema
                    self._vote(definition, ids)
                    if not is_known:
                        self._inside(definition, schema)
            case ListOf(item):
                self._push(item, self._schemas.items(schema))
            case MapOf(value):
                self._push(value, self._schemas.values(schema))
            case UnionOf():
                self._variants(alternatives, schema)
            case _:
                pass

    def _push(self, shape: Shape, schema: Schema | None) -> None:
        if schema is not None:
            self._waiting.append((shape, schema))

    def _vote(self, definition: Definition, ids: tuple[str, ...]) -> None:
        """Count a position: the components on the way to its schema, or the schema itself."""
        components = [id for id in ids if id in self._schemas.names]
        votes = self._found.setdefault(definition.id, Counter())
        votes.update(components[:1] or ids[-1:])

    def _inside(self, definition: Definition, schema: Schema) -> None:
        if definition.alias is not None:
            self._push(definition.alias, schema)
        for base in definition.bases:
            for part in schema.all_of or (schema,):
                if self._fits(base, part):
                    self._push(base, part)
        for field in definition.fields:
            self._push(field.shape, self._schemas.property(schema, field.wire_name))

    def _fits(self, base: Named, part: Schema) -> bool:
        names = self._fields(base)
        return bool(names) and names <= self._schemas.names_of(part)

    def _variants(self, shapes: tuple[Shape, ...], schema: Schema) -> None:
        """Pair the members of a union: in their order if there are as many, else by their fields."""
        variants = self._schemas.variants(schema)
        if len(shapes) == len(variants):
            for shape, variant in zip(shapes, variants, strict=True):
                self._push(shape, variant)
            return
        for shape in shapes:
            if isinstance(shape, Named) and (names := self._fields(shape)):
                scored = [
                    (_overlap(names, self._schemas.names_of(v)), v) for v in variants
                ]
                best = max(scored, key=lambda pair: pair[0], default=None)
                if best is not None and best[0] > _ALIKE:
                    self._push(shape, best[1])

    def _fields(self, named: Named) -> frozenset[str]:
        """The wire names of the fields of a class, inherited ones among them."""
        found: set[str] = set()
        waiting, seen = [named], set[Named]()
        while waiting:
            current = waiting.pop()
            definition = self._package.definitions.get(current)
            if definition is not None and current not in seen:
                seen.add(current)
                found |= {field.wire_name for field in definition.fields}
                waiting += definition.bases
        return frozenset(found)

    def _of_structure(self, definition: Definition) -> list[str]:
        """The components that have what a type has, and nothing else."""
        names = self._fields(definition.id)
        if names:
            return self._by_properties.get(names, [])
        if isinstance(definition.alias, OneOf):
            return self._by_values.get(definition.alias.values, [])
        return self._by_name(definition.id.name.removesuffix("Param"))

    def _by_name(self, name: str) -> list[str]:
        """The components that are called what a type is called, or nearly so."""
        return [id for id in self._schemas.names if self._likeness(name, id) >= _SAME]

    @cached_property
    def _by_properties(self) -> Mapping[frozenset[str], list[str]]:
        found: dict[frozenset[str], list[str]] = {}
        for id in self._schemas.names:
            names = self._schemas.names_of(self._known[id])
            found.setdefault(names, []).append(id)
        return found

    @cached_property
    def _by_values(self) -> Mapping[tuple[object, ...], list[str]]:
        found: dict[tuple[object, ...], list[str]] = {}
        for id in self._schemas.names:
            schema, _ = self._schemas.plain(self._known[id])
            if schema is not None and schema.enum:
                values = tuple(v for v in schema.enum if isinstance(v, str | int))
                found.setdefault(values, []).append(id)
        return found

    def _likeness(self, name: str, id: str) -> float:
        """How much a component is called what a type is; more than ``_SAME`` if one of the names is
        a part of the other."""
        component = self._schemas.names.get(id, "")
        mine, other = letters(name), letters(component)
        if mine == other:
            return _EQUAL
        if other and (
            mine.endswith(other) or other.endswith(mine) or other.startswith(mine)
        ):
            return _SAME + SequenceMatcher(None, mine, other).ratio()
        return SequenceMatcher(None, mine, other).ratio()


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
