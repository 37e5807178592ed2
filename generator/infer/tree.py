"""The tree of resources that placed operations make: each method has a name of its own."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import count

from msgspec import Struct, field

from ..diagnostics import Place, Report
from .placing import Placing


class Node(Struct):
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


def tree_of(placings: Sequence[Placing], report: Report) -> Node:
    """The root of the tree; resources and methods are in the order of the operations.

    A number that is needed to tell two methods apart is reported.
    """
    root = Node()
    for placing in placings:
        root.at(placing.resource)
    taken: dict[tuple[str, ...], set[str]] = {}
    names: dict[int, str] = {}
    for index in sorted(range(len(placings)), key=lambda i: placings[i].rank):
        placing = placings[index]
        # an attribute is a method or a resource, not both
        known = set(root.at(placing.resource).children)
        here = taken.setdefault(placing.resource, known)
        names[index] = unused(
            placing.names,
            here,
            placing.operation.origin.place,
            f"the method '{'.'.join((*placing.resource, placing.names[0]))}'",
            report,
        )
        here.add(names[index])
    for index, placing in enumerate(placings):
        methods = root.at(placing.resource).methods
        methods[names[index]] = str(placing.operation)
    return root


def unused(
    wishes: Sequence[str],
    taken: Container[str],
    place: Place,
    what: str,
    report: Report,
) -> str:
    """The first wish that is not taken, or else the first one with a number, which is reported."""
    found = next((name for name in wishes if name not in taken), None)
    if found is not None:
        return found
    found = next(name for name in _numbered(wishes[0]) if name not in taken)
    report.warning(
        "N001",
        place,
        f"{what} is there already; this one is called '{found}'",
        help="name it in a configuration: 'clientwright init' writes one",
    )
    return found


def _numbered(name: str) -> Iterator[str]:
    return (f"{name}_{number}" for number in count(2))
