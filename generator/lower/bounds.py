"""Bounds and examples of a schema.

Part of lowering; for documentation only; neither changes what a client does.
"""

from __future__ import annotations

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


def example_of(*schemas: Schema) -> Value:
    """The first example of the schemas, or None."""
    examples = (example for schema in schemas for example in schema.examples)
    return in_order(next(examples, None))
