"""Bounds and examples of a schema.

Part of lowering; for documentation only; neither changes what a client does.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from ..ir import Bounds
from ..openapi import ABSENT, Schema
from ..source import Value
from .order import in_order

_BOUNDS = (
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "multipleOf",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
)
"""The bounds shown in documentation, in that order."""


def bounds_of(schema: Schema, target: Schema) -> Bounds:
    """The bounds of a schema; siblings of a ``$ref`` override those of its target."""
    found: list[tuple[str, object]] = []
    if (format_ := schema.format or target.format) is not None:
        found.append(("format", format_))
    found += _limits({**target.bounds, **schema.bounds})
    default = target.default if schema.default is ABSENT else schema.default
    if default is not ABSENT and default is not None:
        found.append(("default", in_order(default)))
    return tuple(found)


def limits_of(schema: Schema) -> Bounds:
    """What a schema itself says of the values of its type."""
    return tuple(_limits(schema.bounds))


def _limits(bounds: Mapping[str, Value]) -> list[tuple[str, object]]:
    """The bounds that are there, in order; nearly every schema has none."""
    if not bounds:
        return []
    found = ((key, bounds.get(key)) for key in _BOUNDS)
    return [(key, in_order(value)) for key, value in found if value is not None]


def example_of(*schemas: Schema) -> Value:
    """The first example of the schemas, else their first value if they list them; or None."""
    for schema in schemas:
        if schema.examples:
            return in_order(schema.examples[0])
    constants = (s.const for s in schemas if s.const is not ABSENT)
    listed = (value for schema in schemas for value in schema.enum or ())
    return in_order(next(chain(constants, listed), None))
