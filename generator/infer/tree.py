"""The tree of resources that placed operations make: each method has a name of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .placing import Placing


@dataclass(slots=True)
class Node:
    """A resource while the tree grows: the endpoint of each method, the component of each model."""

    methods: dict[str, str] = field(default_factory=dict[str, str])
    models: dict[str, str] = field(default_factory=dict[str, str])
    children: dict[str, Node] = field(default_factory=dict[str, "Node"])

    def at(self, path: Sequence[str]) -> Node:
        """The resource at a path, which is made if it is not there."""
        node = self
        for name in path:
            node = node.children.setdefault(name, Node())
        return node


def tree_of(placings: Sequence[Placing]) -> Node:
    """The root of the tree; its resources are in the order of the operations."""
    root = Node()
    for placing in placings:
        root.at(placing.resource)
    names: dict[int, str] = {}
    for index in sorted(range(len(placings)), key=lambda i: placings[i].rank):
        placing = placings[index]
        node = root.at(placing.resource)
        name = next(n for n in _wishes(placing) if n not in _taken(node))
        node.methods[name] = str(placing.operation)
        names[index] = name
    for placing in placings:  # in the order of the description
        node = root.at(placing.resource)
        endpoint = str(placing.operation)
        name = next(n for n, known in node.methods.items() if known == endpoint)
        node.methods[name] = node.methods.pop(name)
    return root


def _taken(node: Node) -> set[str]:
    """What a resource has already: an attribute can be a method or a resource, not both."""
    return {*node.methods, *node.children}


def _wishes(placing: Placing) -> Iterator[str]:
    yield from placing.names
    number = 2
    while True:
        yield f"{placing.names[0]}_{number}"
        number += 1
