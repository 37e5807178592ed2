"""Reads OpenAPI 3.0 into the model: 3.1 but for the schema dialect of 3.0.

By the letter of 3.0.3 ``nullable`` needs a ``type`` beside it, and an ``enum`` without null
forbids null. Descriptions mean it to allow null, and so it does here.
"""

from __future__ import annotations

from typing import Any

from ..source import Value
from .read_31 import Read31


class Read30(Read31):
    """A reader of a description in OpenAPI 3.0."""

    def adjust(self, fields: dict[str, Any], bounds: dict[str, Value]) -> None:
        """Turn the flags ``exclusiveMinimum`` and ``exclusiveMaximum`` into bounds as well."""
        super().adjust(fields, bounds)
        for bound, exclusive in (
            ("minimum", "exclusiveMinimum"),
            ("maximum", "exclusiveMaximum"),
        ):
            if not isinstance(bounds.get(exclusive), bool):
                continue
            if bounds.pop(exclusive) and bound in bounds:
                bounds[exclusive] = bounds.pop(bound)
