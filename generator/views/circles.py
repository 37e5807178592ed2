"""Which modules of models need each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir import (
    Alias,
    Api,
    Definition,
    ListOf,
    MapOf,
    Nullable,
    Object,
    Ref,
    TypeId,
    TypeRef,
    UnionOf,
)
from ..naming import NameTable
from ..naming.table import Module


def module_circles(api: Api, names: NameTable) -> dict[Module, int]:
    """A number for each module of types; modules in one circle of imports share theirs."""
    needs: dict[Module, set[Module]] = {names.types[t].module: set() for t in api.types}
    for definition in api.types.values():
        for target in targets(definition):
            needs[names.types[definition.id].module].add(names.types[target].module)
    return _components(needs)


def targets(definition: Definition) -> Iterator[TypeId]:
    """The types that a definition refers to."""
    if isinstance(definition, Alias):
        yield from _inside(definition.type)
        return
    assert isinstance(definition, Object)
    for field in definition.fields:
        yield from _inside(field.type)
    if definition.extra is not None:
        yield from _inside(definition.extra)
    if definition.base is not None:
        yield definition.base


def _inside(ref: TypeRef) -> Iterator[TypeId]:
    match ref:
        case Ref(target):
            yield target
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            yield from _inside(inner)
        case UnionOf(members):
            for member in members:
                yield from _inside(member)
        case _:
            return


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
