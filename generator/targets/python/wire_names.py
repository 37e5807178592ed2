"""Which types have names inside them that differ from those on the wire."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ...surface import Definition, Direction, Model, Sdk, TypeExpression, TypeName
from .definition_order import named, targets


def renamed_types(sdk: Sdk) -> frozenset[TypeName]:
    """The types of what callers give that hold, however deep, a key with another wire name."""
    users: Mapping[TypeName, list[TypeName]] = defaultdict(list)
    waiting: list[TypeName] = []
    for definition in sdk.types:
        if definition.direction is Direction.SENT:
            for target in targets(definition):
                users[target].append(definition.name)
            if _renames(definition):
                waiting.append(definition.name)
    found: set[TypeName] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += users[name]
    return frozenset(found)


def has_renamed(ref: TypeExpression, renamed: frozenset[TypeName]) -> bool:
    """Whether a type refers to one of those."""
    return any(name in renamed for name in named(ref))


def _renames(definition: Definition) -> bool:
    return isinstance(definition, Model) and any(
        field.name != field.wire_name for field in definition.fields
    )
