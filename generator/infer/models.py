"""Which resource each component belongs to: the one below which all its uses are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics import Report
from ..openapi import Description, Operation, Schema
from .placing import Placing, snake
from .tree import Node, unused

SHARED = "$shared"
"""What several resources share, or none uses."""


def add_models(
    root: Node, description: Description, placings: Sequence[Placing], report: Report
) -> None:
    """Give every component to a resource of the tree, or to what they share.

    One that is spelled as its model is comes first where several want one name.
    """
    homes = _homes(description, placings)
    names = filter(is_unicode, description.schema_names)
    ordered = sorted(names, key=lambda name: (snake(name) != name, name))
    models: dict[str, tuple[Node, str]] = {}
    taken: dict[tuple[str, ...], set[str]] = {}
    for name in ordered:
        home = homes.get(name, ()) or (SHARED,)
        schema = description.find_schema(name)
        place = schema.origin.place if schema else description.origin.place
        here = taken.setdefault(home, set())
        model = unused(
            (snake(name),), here, place, f"the model '{snake(name)}'", report
        )
        here.add(model)
        models[name] = root.at(home), model
    for name in sorted(models):
        node, model = models[name]
        node.models[model] = name


def is_unicode(text: str) -> bool:
    """Whether a file can hold a text: one with a lone surrogate has no form in UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _homes(
    description: Description, placings: Sequence[Placing]
) -> dict[str, tuple[str, ...]]:
    """The resource of each component that operations use, by the component's name."""
    used = _Used(description)
    homes: dict[str, tuple[str, ...]] = {}
    for placing in placings:
        for name in used.by(placing.operation):
            home = homes.get(name, placing.resource)
            homes[name] = _common(home, placing.resource)
    return homes


def _common(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The resource around both; itself if they are the same."""
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


class _Used:
    """Which components are reached from where; what a component refers to is looked up once."""

    def __init__(self, description: Description) -> None:
        self._description = description
        found = ((n, description.find_schema(n)) for n in description.schema_names)
        self._names = {schema.id: name for name, schema in found if schema is not None}
        self._direct: dict[str, frozenset[str]] = {}

    def by(self, operation: Operation) -> set[str]:
        """The names of the components that an operation needs, also through others."""
        waiting = [ref for s in _schemas_of(operation) for ref in self._inside(s)]
        found: set[str] = set()
        while waiting:
            target = waiting.pop()
            if target in found:
                continue
            found.add(target)
            if target not in self._direct:
                schema = self._description.schema(target)
                self._direct[target] = frozenset(self._inside(schema))
            waiting += self._direct[target]
        return {self._names[target] for target in found if target in self._names}

    def _inside(self, schema: Schema) -> Iterator[str]:
        """The targets of the references in a schema."""
        waiting = [schema]
        while waiting:
            current = waiting.pop()
            if current.ref is not None and current.ref.target is not None:
                yield current.ref.target
            if current.discriminator is not None:
                yield from filter(None, current.discriminator.mapping.values())
            waiting += _parts_of(current)


def _schemas_of(operation: Operation) -> Iterator[Schema]:
    contents = [response.content for response in operation.responses]
    if operation.body is not None:
        contents.append(operation.body.content)
    contents += [event.body.content for event in operation.callbacks]
    found: list[Schema | None] = [p.schema for p in operation.parameters]
    for content in contents:
        for media in content:
            found += [media.schema, media.item_schema]
    return (schema for schema in found if schema is not None)


def _parts_of(schema: Schema) -> Iterator[Schema]:
    """The schemas that are written inside another one."""
    yield from (*schema.all_of, *schema.any_of, *schema.one_of, *schema.prefix_items)
    yield from (*schema.properties.values(), *schema.pattern_properties.values())
    yield from schema.conditional
    single = schema.additional_properties, schema.items, schema.content_schema
    yield from (part for part in single if part is not None)
