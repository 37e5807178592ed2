"""Which modules of models import each other in a cycle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from ...surface import (
    Alias,
    Definition,
    ListOf,
    Literals,
    MapOf,
    Model,
    Module,
    Named,
    Nullable,
    PageItem,
    Scalar,
    Sdk,
    TypeExpression,
    TypeName,
    UnionOf,
    Unknown,
)


def module_cycles(sdk: Sdk) -> dict[Module, int]:
    """A number for each module of types; modules in one cycle of imports share theirs."""
    needs: dict[Module, set[Module]] = {d.name.module: set() for d in sdk.types}
    for definition in sdk.types:
        for target in targets(definition):
            needs[definition.name.module].add(target.module)
    return _components(needs)


def targets(definition: Definition) -> Iterator[TypeName]:
    """The types that a definition refers to."""
    match definition:
        case Alias():
            yield from _inside(definition.type)
        case Model():
            for field in definition.fields:
                yield from _inside(field.type)
            if definition.extra is not None:
                yield from _inside(definition.extra)
            if definition.base is not None:
                yield definition.base
        case _:
            assert_never(definition)


def _inside(ref: TypeExpression) -> Iterator[TypeName]:
    match ref:
        case Named(target):
            yield target
        case ListOf(inner) | MapOf(inner) | Nullable(inner):
            yield from _inside(inner)
        case UnionOf(members):
            for member in members:
                yield from _inside(member)
        case Scalar() | Literals() | Unknown() | PageItem():
            return
        case _:
            assert_never(ref)


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
