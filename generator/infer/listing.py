"""Whether a call lists things: what its response holds tells, or what it is called."""

from __future__ import annotations

from ..openapi import Description, Operation, Schema
from ..words import is_plural, split_words

_ENVELOPES = frozenset(
    "data items results result value values records entries elements objects list rows content "
    "resources members nodes".split()
)
"""Properties that hold what was asked for, in many APIs."""


def lists(description: Description, operation: Operation, thing: str) -> bool:
    """Whether an operation on a path that ends in ``thing`` returns a list of them."""
    if split_words(operation.operation_id or "")[:1] == ("list",):
        return True
    success = operation.success
    media = success.content if success is not None else ()
    schemas = (found.schema for found in media if found.is_json)
    return any(_is_list(description, s, thing) for s in schemas if s is not None)


def _is_list(
    description: Description, schema: Schema, thing: str, depth: int = 0
) -> bool:
    """Whether a value is an array or, if the thing is a plural, an object that holds one under a
    telling name; one envelope may be inside another."""
    holding = {*_ENVELOPES, "_".join(split_words(thing))}
    for part in description.constituents(schema):
        if part.items is not None or "array" in part.types:
            return True
        for name, stated in part.properties.items() if is_plural(thing) else ():
            if "_".join(split_words(name)) not in holding:
                continue
            if depth < 2 and _is_list(description, stated, thing, depth + 1):
                return True
    return False
