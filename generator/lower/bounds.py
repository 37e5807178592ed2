"""Bounds and examples of a schema.

Part of lowering; for documentation only; neither changes what a client does.
"""

from __future__ import annotations

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
    for key in _BOUNDS:
        value = schema.bounds.get(key, target.bounds.get(key))
        if value is not None:
            found.append((key, in_order(value)))
    default = target.default if schema.default is ABSENT else schema.default
    if default is not ABSENT and default is not None:
        found.append(("default", in_order(default)))
    return tuple(found)


def limits_of(schema: Schema) -> Bounds:
    """What a schema itself says of the values of its type."""
    found = ((key, schema.bounds.get(key)) for key in _BOUNDS)
    return tuple((key, in_order(value)) for key, value in found if value is not None)


def example_of(*schemas: Schema) -> Value:
    """The first example of the schemas, else their first value if they list them; or None."""
    examples = (example for schema in schemas for example in schema.examples)
    constants = (s.const for s in schemas if s.const is not ABSENT)
    listed = (value for schema in schemas for value in schema.enum or ())
    return in_order(next(chain(examples, constants, listed), None))
