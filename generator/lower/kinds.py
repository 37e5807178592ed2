"""What kinds of values a schema describes that has no properties and no choice.

Part of lowering.
"""

from __future__ import annotations

from ..ir import FORMATS
from ..openapi import Schema

_NUMBERS = {
    "int32": "integer",
    "int64": "integer",
    "uint64": "integer",
    "float": "number",
    "double": "number",
}
"""Formats of numbers, which strings may have, too."""


def kinds_of(schema: Schema) -> tuple[str, ...]:
    """The types that a schema states or implies; none if any value may be meant."""
    if schema.types:
        return schema.types
    if schema.items is not None or schema.prefix_items:
        return ("array",)
    if schema.additional_properties is not None or schema.pattern_properties:
        return ("object",)
    if schema.format in _NUMBERS:
        return (_NUMBERS[schema.format],)
    return ("string",) if schema.format in FORMATS else ()
