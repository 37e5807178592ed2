"""The order of definitions: which types a module can name where it defines another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import assert_never

from msgspec import Struct

from ...surface import (
    Alias,
    Definition,
    Field,
    Literals,
    Model,
    Module,
    Nullable,
    Sdk,
    TypeName,
    names_in,
)


class DefinitionOrder(Struct, frozen=True):
    """Where the types of an SDK are defined.

    ``cycles`` gives modules that need each other the same number, ``ranks`` is the position of each
    definition in its module.
    """

    definitions: Mapping[TypeName, Definition]
    cycles: Mapping[Module, int]
    ranks: Mapping[TypeName, int]

    def is_later(self, target: TypeName, here: TypeName) -> bool:
        """Whether a type is not there yet where another one is being defined."""
        if target.module == here.module:
            return self.ranks[target] >= self.ranks[here]
        return self.is_same_cycle(target.module, here.module)

    def is_same_cycle(self, one: Module, other: Module) -> bool:
        """Whether two modules need each other."""
        return one in self.cycles and self.cycles[one] == self.cycles.get(other)

    def in_order(self, definitions: Iterable[Definition]) -> list[Definition]:
        """The definitions of one module, each after the class that it extends."""
        return sorted(definitions, key=lambda found: self.ranks[found.name])

    def constants(self, name: TypeName, wire_name: str) -> tuple[object, ...]:
        """The constants that a class allows for a property; none if it is not a class."""
        model = self.definitions[name]
        if not isinstance(model, Model):
            return ()
        inherited = (field for _, field in self.inherited(model))
        types = (
            field.type.inner if isinstance(field.type, Nullable) else field.type
            for field in (*model.fields, *inherited)
            if field.wire_name == wire_name
        )
        found = next(types, None)
        return found.values if isinstance(found, Literals) else ()

    def inherited(self, model: Model) -> Iterator[tuple[TypeName, Field]]:
        """The fields that a class has from others, with the class that defines each."""
        found: dict[str, tuple[TypeName, Field]] = {}
        own = {field.name for field in model.fields}
        for holder in self.bases(model):
            for field in holder.fields:
                if field.name not in own:
                    found.setdefault(field.name, (holder.name, field))
        yield from found.values()

    def bases(self, model: Model) -> Iterator[Model]:
        """The classes that a class extends, the nearest first."""
        while model.base is not None:
            base = self.definitions[model.base]
            assert isinstance(base, Model)
            yield base
            model = base


def definition_order(sdk: Sdk) -> DefinitionOrder:
    """The order of all types of an SDK."""
    needs: dict[Module, set[Module]] = {d.name.module: set() for d in sdk.types}
    for definition in sdk.types:
        for target in targets(definition):
            needs[definition.name.module].add(target.module)
    modules: dict[Module, list[Definition]] = defaultdict(list)
    for definition in sorted(sdk.types, key=lambda found: found.root is None):
        modules[definition.name.module].append(definition)
    ranks: dict[TypeName, int] = {}
    for found in modules.values():
        for definition in found:
            for name in _with_bases(definition.name, sdk.definitions):
                ranks.setdefault(name, len(ranks))
    return DefinitionOrder(sdk.definitions, _components(needs), MappingProxyType(ranks))


def _with_bases(
    name: TypeName, definitions: Mapping[TypeName, Definition]
) -> list[TypeName]:
    """A type after the classes of its module that it extends."""
    chain = [name]
    while isinstance(model := definitions[chain[-1]], Model):
        if model.base is None or model.base.module != name.module:
            break
        chain.append(model.base)
    return chain[::-1]


def targets(definition: Definition) -> Iterator[TypeName]:
    """The types that a definition refers to."""
    match definition:
        case Alias():
            yield from names_in(definition.type)
        case Model():
            for field in definition.fields:
                yield from names_in(field.type)
            if definition.extra is not None:
                yield from names_in(definition.extra)
            if definition.base is not None:
                yield definition.base
        case _:
            assert_never(definition)


def _components(needs: Mapping[Module, set[Module]]) -> dict[Module, int]:
    """Strongly connected components by Tarjan's algorithm, without recursion."""
    order: dict[Module, int] = {}
    lowest: dict[Module, int] = {}
    component: dict[Module, int] = {}
    stack: list[Module] = []
    for start in sorted(needs):
        work = [] if start in order else [(start, iter(sorted(needs[start])))]
        while work:
            node, children = work[-1]
            if node not in order:
                order[node] = lowest[node] = len(order)
                stack.append(node)
            child = next((c for c in children if c not in component), None)
            if child is None:
                work.pop()
                if work:
                    parent = work[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == order[node]:
                    while node not in component:
                        component[stack.pop()] = order[node]
            elif child in order:
                lowest[node] = min(lowest[node], order[child])
            else:
                work.append((child, iter(sorted(needs[child]))))
    return component
