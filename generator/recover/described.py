"""What a description says about one operation, where a package says the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ..openapi import Description, Operation, Schema, is_events
from ..published import Call
from ..words import letters

_VARIABLE = re.compile(r"\{([^{}]*)\}")


class Operations:
    """The operations of a description, found by the paths that the code of a package sends to.

    Where none of these ``paths`` is described as it is, servers of the description may hold the
    beginning of paths, or the package does.
    """

    def __init__(self, description: Description, calls: Iterable[Call]) -> None:
        self._by_form: dict[tuple[str, str], list[Operation]] = defaultdict(list)
        for operation in description.operations.values():
            self._by_form[operation.verb, _form(operation.path)].append(operation)
        self._are_whole = any((c.verb, _form(c.path)) in self._by_form for c in calls)

    def called(self, call: Call) -> Operation | None:
        """The operation that a call sends to; of several the one whose variables have its names."""
        form = _form(call.path)
        found = self._by_form.get((call.verb, form), [])
        if not found and not self._are_whole:
            found = self._below_base(call.verb, form)
        wanted = _variables(call.path)
        same = (o for o in found if _variables(o.path) == wanted)
        return next(same, next(iter(found), None))

    def _below_base(self, verb: str, form: str) -> list[Operation]:
        """The operations whose path is the end of another one, if there is one such path."""
        forms = [
            known
            for (of, known) in self._by_form
            if of == verb and known != "/" and _ends_alike(form, known)
        ]
        return self._by_form[verb, forms[0]] if len(forms) == 1 else []


def _ends_alike(one: str, other: str) -> bool:
    """Whether one of two paths is the end of the other one, after constant segments."""
    shorter, longer = sorted((one, other), key=len)
    return longer.endswith(shorter) and "{}" not in longer.removesuffix(shorter)


def _form(path: str) -> str:
    return _VARIABLE.sub("{}", path).rstrip("/") or "/"


def _variables(path: str) -> list[str]:
    return [letters(name) for name in _VARIABLE.findall(path)]


class Schemas:
    """Finds the schemas of a description that stand behind a position."""

    def __init__(self, description: Description) -> None:
        self._description = description
        found = ((n, description.find_schema(n)) for n in description.schema_names)
        self.names = {schema.id: name for name, schema in found if schema is not None}
        """The name of each component by its id."""

    def plain(self, schema: Schema) -> tuple[Schema | None, tuple[str, ...]]:
        """The schema that a position is about, behind references, null and compositions of one
        part; and the ids of all on the way that have one."""
        ids: list[str] = []
        current: Schema | None = schema
        while current is not None and current.id not in ids:
            ids.append(current.id)
            if current.ref is not None:
                target = current.ref.target
                current = (
                    self._description.schema(target) if target is not None else None
                )
                continue
            choices = [s for s in (*current.any_of, *current.one_of) if not _is_null(s)]
            if len(choices) == 1 and not current.properties:
                current = choices[0]
            elif len(current.all_of) == 1 and not current.properties and not choices:
                current = current.all_of[0]
            else:
                break
        return current, tuple(ids)

    def property(self, schema: Schema, name: str) -> Schema | None:
        """A property of a schema, of what it is put together from, or of one of its variants."""
        parts = self._description.constituents(schema)
        found = (part.properties.get(name) for part in parts)
        return next((s for s in found if s is not None), None)

    def names_of(self, schema: Schema) -> frozenset[str]:
        """The names of all properties of a schema."""
        parts = self._description.constituents(schema)
        return frozenset(name for part in parts for name in part.properties)

    def items(self, schema: Schema) -> Schema | None:
        """The schema of an item of a list."""
        parts = self._description.constituents(schema)
        return next((s.items for s in parts if s.items is not None), None)

    def at(self, schema: Schema, path: Sequence[str]) -> Schema | None:
        """The schema at a path of properties."""
        current: Schema | None = schema
        for name in path:
            current = self.property(current, name) if current is not None else None
        return current

    def values(self, schema: Schema) -> Schema | None:
        """The schema of a value of a map."""
        parts = self._description.constituents(schema)
        found = (s.additional_properties for s in parts)
        return next((s for s in found if s is not None), None)

    def variants(self, schema: Schema) -> list[Schema]:
        """The variants of a union, those of unions in it among them, without null."""
        found: list[Schema] = []
        seen: set[str] = set()
        waiting = [*schema.any_of, *schema.one_of]
        while waiting:
            variant = waiting.pop(0)
            behind, _ = self.plain(variant)
            if behind is None or behind.id in seen or _is_null(variant):
                continue
            seen.add(behind.id)
            inner = [*behind.any_of, *behind.one_of]
            if inner and not behind.properties:
                waiting = inner + waiting
            else:
                found.append(variant)
        return found


def response_schema(operation: Operation) -> Schema | None:
    """The schema of the body of success, the JSON one if there are several."""
    contents = [
        m for r in operation.successes for m in r.content if not is_events(m.name)
    ]
    ordered = sorted(contents, key=lambda media: not media.is_json)
    return next((m.schema for m in ordered if m.schema is not None), None)


def event_schema(operation: Operation) -> Schema | None:
    """The schema of an event, or of the body of a stream."""
    medias = [m for r in operation.successes for m in r.content if is_events(m.name)]
    return next((s for m in medias for s in (m.item_schema, m.schema) if s), None)


def sent_schemas(
    operation: Operation, schemas: Schemas
) -> Iterator[tuple[str, Schema]]:
    """The wire names and schemas of what a request sends: parameters and fields of the body."""
    for parameter in operation.parameters:
        if parameter.schema is not None:
            yield parameter.name, parameter.schema
    for body in body_schemas(operation):
        for name in schemas.names_of(body):
            found = schemas.property(body, name)
            if found is not None:
                yield name, found


def body_schemas(operation: Operation) -> list[Schema]:
    """The schemas of the request's body in each media type."""
    content = operation.body.content if operation.body is not None else ()
    return [media.schema for media in content if media.schema is not None]


def _is_null(schema: Schema) -> bool:
    return schema.types == ("null",) and schema.ref is None
