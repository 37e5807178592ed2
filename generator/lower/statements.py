"""What a schema says of a value beyond its type: bounds, and an example.

Part of lowering; nothing of it changes what a client does, all of it tells a reader what to send.
"""

from __future__ import annotations

from ..ir import Bounds
from ..openapi import Cursor
from .order import in_order

_BOUNDS = (
    "format",
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
    "default",
)
"""The keywords that a reader wants to know of, in the order in which they are shown."""


def bounds_of(schema: Cursor) -> Bounds:
    """The bounds that a schema states; what stands beside a ``$ref`` goes before what is behind."""
    layers = [c.value for c in (schema, schema.resolve()) if isinstance(c.value, dict)]
    found = ((k, next((v[k] for v in layers if k in v), None)) for k in _BOUNDS)
    return tuple((key, in_order(value)) for key, value in found if value is not None)


def example_of(cursor: Cursor) -> object:
    """The example that stands at a parameter, media type or schema, if any."""
    return in_order(_example(cursor))


def _example(cursor: Cursor) -> object:
    if cursor.has("example"):
        return cursor.value["example"]
    examples = cursor.at("examples")
    if examples is None:
        return None
    if isinstance(examples.value, list):
        return next(iter(examples.value), None)
    named = sorted(examples.entries(), key=lambda entry: entry[0])
    first = next((entry.resolve() for _, entry in named), None)
    return first.value.get("value") if first and isinstance(first.value, dict) else None
