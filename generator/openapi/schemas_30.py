"""Reads schemas of OpenAPI 3.0: those of 3.1 but for the bounds of numbers.

By the letter of 3.0.3 ``nullable`` needs a sibling ``type``, and an ``enum`` without null
forbids null. Descriptions mean it to allow null, and so it does here.
"""

from __future__ import annotations

from typing import Any

from ..source import Value
from .schemas_31 import Schemas31


class Schemas30(Schemas31):
    """The schemas of a description in OpenAPI 3.0."""

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
